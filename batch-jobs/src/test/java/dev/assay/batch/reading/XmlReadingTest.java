package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.reading.TestFeeds.Content;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReadingTest {

    private static final FeedDefinition FHRS = TestFeeds.feed(
            "{type: xml, record: EstablishmentDetail}", "FHRSID", "Scores/Hygiene", "Geocode/@system", "BusinessName");
    private static final FeedDefinition SMALL =
            TestFeeds.feed("{type: xml, record: r, list_separator: ' + '}", "id", "name");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file"), text);
    }

    @Test
    void anElementIsARowAndAColumnThePathToAnElementOrAttribute() throws IOException {
        Content content = TestFeeds.read(file("""
                <?xml version="1.0"?>
                <FHRSEstablishment xmlns="http://example.org/any" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <Header><ExtractDate>2026-01-01</ExtractDate></Header>
                  <EstablishmentCollection>
                    <EstablishmentDetail><FHRSID>1</FHRSID><BusinessName>A &amp; B&lt;br&gt; &#233;<![CDATA[ <c>]]></BusinessName>
                      <Scores><Hygiene>5</Hygiene><Structural>10</Structural></Scores>
                      <Geocode system="wgs"><Longitude>0.1</Longitude></Geocode>
                    </EstablishmentDetail>
                    <EstablishmentDetail><FHRSID>2</FHRSID><BusinessName/><Scores/><Geocode xsi:nil="true"/></EstablishmentDetail>
                    <EstablishmentDetail><FHRSID xsi:nil="true">3</FHRSID></EstablishmentDetail>
                  </EstablishmentCollection>
                </FHRSEstablishment>
                """), FHRS);
        assertThat(content.cells())
                .containsExactly(
                        List.of("1", "5", "wgs", "A & B<br> é <c>"), List.of("2", "", "", ""), List.of("", "", "", ""));
        assertThat(content.lines()).containsExactly(5L, 9L, 10L);
        assertThat(content.survey().unknownColumns()).containsExactly("Scores/Structural", "Geocode/Longitude");
    }

    @Test
    void aRepeatedElementIsOneCellAndARecordInARecordAPart() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: xml, record: r, list_separator: ' + '}", "@id", "k", "r/k");
        Content content =
                TestFeeds.read(file("<x><r id='7'><k>a</k><k/><k>b</k><!-- no --><r><k>inner</k></r></r></x>"), feed);
        assertThat(content.cells()).containsExactly(List.of("7", "a + b", "inner"));
    }

    @Test
    void recordsOnOneLineBearTheirNumber() throws IOException {
        Content content = TestFeeds.read(
                file("<x>\n\n<r><id>1</id><name>A</name></r><r><id>2</id><name>B</name></r></x>"), SMALL);
        assertThat(content.lines()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x><r><id>1</id><name>A</name></r>",
                "<x><r><id>1</id><name>A</r></x>",
                "<x><r><id>1</id><name>A & B</name></r></x>",
                "<x><r><id>1</id><name>A&eacute;</name></r></x>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x><r><id>1</id><name>&a;</name></r></x>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><x><r><id>1</id><name>A</name></r></x>",
                "<x><r><id>1</id><name>A</name></r></x><x/>",
                "no XML",
                " ",
            })
    void aFileThatIsNotWellFormedOrHasADocumentTypeIsRefusedWithLineAndColumn(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> TestFeeds.read(file, SMALL))
                .hasMessageContaining("is not well-formed XML, line 1, column ")
                .isInstanceOfSatisfying(
                        FileRefusedException.class, e -> assertThat(e.fault()).isEqualTo(FileFault.MALFORMED));
    }

    @Test
    void entitiesThatMultiplyAreRefusedAtOnce() throws IOException {
        StringBuilder text = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        Path file = file(text + "]><x><r><id>1</id><name>&a29;</name></r></x>");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> TestFeeds.read(file, SMALL))
                        .hasMessageContaining("a document type and entities of its own are not taken"));
    }

    @Test
    void elementsThatAreDeeperThanAnyRecordRefuseTheFileAndOneThatIsTooLongItsRow() throws IOException {
        Path deep = file("<x><r>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</r></x>");
        assertThatThrownBy(() -> TestFeeds.read(deep, SMALL)).hasMessageContaining("is not well-formed XML, line 1");
        Content content = TestFeeds.read(
                file("<x><r><id>1</id><name>" + "n".repeat(RecordCells.LONGEST_RECORD + 1)
                        + "</name></r>\n<r><id>2</id><name>B</name></r></x>"),
                SMALL);
        assertThat(content.lines()).containsExactly(2L);
        assertThat(content.refusals()).extracting(Refusal::reason).containsExactly(RefusalReason.TOO_LONG);
    }

    @Test
    void aFileWithoutARecordIsRefusedWithTheElementThatWasMeant() throws IOException {
        Path file = file("<x><EstablishmentDetails><FHRSID>1</FHRSID></EstablishmentDetails></x>");
        assertThatThrownBy(() -> TestFeeds.read(file, FHRS))
                .hasMessageContaining("holds no element (EstablishmentDetail)")
                .hasMessageContaining("Did you mean (EstablishmentDetails)?");
    }

    @Test
    void theEncodingIsTheOneThatTheDocumentDeclares() throws IOException {
        String body = "<x><r><id>1</id><name>某店 é</name></r>\n<r><id>2</id><name>B</name></r></x>";
        for (String encoding : List.of("UTF-8", "GB18030", "UTF-16")) {
            byte[] bytes =
                    ("<?xml version='1.0' encoding='" + encoding + "'?>" + body).getBytes(Charset.forName(encoding));
            Path file = Files.write(directory.resolve(encoding), bytes);
            assertThat(TestFeeds.read(file, SMALL).cells()).containsExactly(List.of("1", "某店 é"), List.of("2", "B"));
        }
    }

    @Test
    void bytesThatDoNotFitTheDeclaredEncodingAreNeverReadAsQuestionMarks() throws IOException {
        byte[] latin = "<x><r><id>1</id><name>Café</name></r></x>".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(directory.resolve("latin"), latin);
        assertThatThrownBy(() -> TestFeeds.read(file, SMALL)).isInstanceOf(FileRefusedException.class);
        byte[] mixed =
                "<?xml version='1.0' encoding='GB18030'?><x><r><id>1</id><name>Caf\u00FF </name></r>\n<r><id>2</id><name>B</name></r></x>"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Content content = TestFeeds.read(Files.write(directory.resolve("mixed"), mixed), SMALL);
        assertThat(content.refusals()).extracting(Refusal::reason).containsExactly(RefusalReason.ENCODING);
        assertThat(content.lines()).containsExactly(2L);
    }
}

package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.reading.TestFeeds.Content;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadingTest {

    private static final FeedDefinition ARRAY = TestFeeds.feed("{type: json}", "id", "name");
    private static final FeedDefinition LINES = TestFeeds.feed("{type: json, lines: true}", "id", "name");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file"), text);
    }

    @Test
    void theObjectsOfAnArrayAreRowsAndTheirLineIsWhereTheyStart() throws IOException {
        Content content = TestFeeds.read(file("""
                [
                  {"id": "1", "name": "A"},
                  {"name": "B",
                   "id": "2"},
                  {"id": "3", "name": null}
                ]
                """), ARRAY);
        assertThat(content.cells()).containsExactly(List.of("1", "A"), List.of("2", "B"), List.of("3", ""));
        assertThat(content.lines()).containsExactly(2L, 3L, 5L);
    }

    @Test
    void whereSeveralRecordsStandOnOneLineTheyBearTheirNumberInstead() throws IOException {
        Content content = TestFeeds.read(file("[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}]"), ARRAY);
        assertThat(content.lines()).containsExactly(1L, 2L);
    }

    @Test
    void numbersAndFlagsKeepTheTextThatTheyHaveInTheFile() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: json}", "a", "b", "c", "d", "e");
        Content content = TestFeeds.read(
                file("[{\"a\": 4.20, \"b\": 1.0E7, \"c\": true, \"d\": -0, \"e\": 12345678901234567890.10}]"), feed);
        assertThat(content.cells()).containsExactly(List.of("4.20", "1.0E7", "true", "-0", "12345678901234567890.10"));
    }

    @Test
    void aColumnIsThePathToAValue() throws IOException {
        FeedDefinition feed =
                TestFeeds.feed("{type: json}", "id", "geo.lat", "geo", "list", "nested", "empty", "objects");
        Content content = TestFeeds.read(file("""
                [{"id": 1, "geo": {"lat": 1.50, "label": "a \\"b\\" \\u00e9"}, "list": ["CA", null, 7, true],
                  "nested": [1, [2, null], {"k": {"l": "m"}}], "empty": [], "objects": [{"a": 1}]}]
                """), feed);
        assertThat(content.cells())
                .containsExactly(List.of(
                        "1",
                        "1.50",
                        "{\"lat\":1.50,\"label\":\"a \\\"b\\\" é\"}",
                        "CA; 7; true",
                        "[1,[2,null],{\"k\":{\"l\":\"m\"}}]",
                        "",
                        "[{\"a\":1}]"));
        assertThat(content.survey().unknownColumns()).isEmpty();
    }

    @Test
    void theSeparatorOfListsAndThePathToTheRecordsAreTheFeeds() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: json, records: data.items, list_separator: '|'}", "id", "states");
        Content content = TestFeeds.read(
                file(
                        "{\"meta\": {\"items\": [1]}, \"data\": {\"n\": 1, \"items\": [{\"id\": 1, \"states\": [\"CA\", \"FL\"]}], \"more\": []}, \"z\": 1}"),
                feed);
        assertThat(content.cells()).containsExactly(List.of("1", "CA|FL"));
    }

    @Test
    void aValueThatARecordLacksIsEmptyAndUnknownPathsAreToldOnce() throws IOException {
        Content content = TestFeeds.read(
                file(
                        "[{\"id\": 1, \"x\": {\"y\": 1, \"z\": []}}, {\"name\": \"B\", \"x\": {\"y\": 2}, \"w\": [{\"q\": 1}]}]"),
                ARRAY);
        assertThat(content.cells()).containsExactly(List.of("1", ""), List.of("", "B"));
        assertThat(content.survey().unknownColumns()).containsExactly("x.y", "x.z", "w");
    }

    @Test
    void aRequiredColumnThatNoRecordHasRefusesTheFileAndAnEmptyArrayDoesNot() throws IOException {
        Path file = file("[{\"id\": 1, \"nmae\": \"A\"}]");
        assertThatThrownBy(() -> TestFeeds.read(file, ARRAY))
                .hasMessageContaining("lacks (name)")
                .hasMessageContaining("Did you mean (nmae)?");
        assertThat(TestFeeds.read(file("[]"), ARRAY).rows()).isEmpty();
    }

    @Test
    void twoPathsThatAreOneColumnRefuseTheFileAndAKeyThatStandsTwiceItsRecord() throws IOException {
        Path twoPaths = file("[{\"id\": 1, \"name\": \"A\"}, {\"id\": 1, \"Name\": \"A\"}]");
        assertThatThrownBy(() -> TestFeeds.read(twoPaths, ARRAY))
                .hasMessageContaining("both (name) and (Name) are the column (name)");
        Content content =
                TestFeeds.read(file("[{\"id\": 1, \"id\": 2, \"name\": \"A\"},\n{\"id\": 3, \"name\": \"B\"}]"), ARRAY);
        assertThat(content.cells()).containsExactly(List.of("3", "B"));
        assertThat(content.refusals())
                .extracting(Refusal::line, Refusal::reason, Refusal::detail)
                .containsExactly(tuple(1L, RefusalReason.MALFORMED, "the key (id) stands twice"));
    }

    @Test
    void whatIsNoObjectIsARefusedRow() throws IOException {
        Content content = TestFeeds.read(file("[1,\n[2],\n{\"id\": 3, \"name\": \"C\"},\nnull]"), ARRAY);
        assertThat(content.lines()).containsExactly(3L);
        assertThat(content.refusals()).extracting(Refusal::line).containsExactly(1L, 2L, 4L);
    }

    @Test
    void anObjectThatIsTooLongIsARefusedRow() throws IOException {
        String tooLong = "x".repeat(RecordCells.LONGEST_RECORD + 1);
        Content content = TestFeeds.read(
                file("[{\"id\": 1, \"name\": \"" + tooLong + "\"},\n{\"id\": 2, \"name\": \"B\"}]"), ARRAY);
        assertThat(content.lines()).containsExactly(2L);
        assertThat(content.refusals()).extracting(Refusal::reason).containsExactly(RefusalReason.TOO_LONG);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "MALFORMED; line 1; [{\"id\": 1, \"name\": \"A\"}, {\"id\":",
                "MALFORMED; line 1; [{\"id\": 1, \"name\": \"A\"}",
                "MALFORMED; line 1; [{\"id\": 1 \"name\": \"A\"}]",
                "MALFORMED; line 1; [{\"id\": 01, \"name\": \"A\"}]",
                "MALFORMED; line 1; [{\"id\": 1, \"name\": \"A\"}] [{\"id\": 2}]",
                "FORMAT; no array of records; {\"id\": 1, \"name\": \"A\"}",
                "FORMAT; no array of records; 7",
                "EMPTY; holds no JSON; '   '",
                "MALFORMED; line 1; id,name",
            })
    void aBrokenFileIsRefusedAsAWholeWithLineAndColumn(FileFault fault, String message, String text)
            throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> TestFeeds.read(file, ARRAY))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        FileRefusedException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void anObjectThatIsDeeperThanAnyRecordRefusesTheFile() throws IOException {
        Path file = file("[{\"id\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]");
        assertThatThrownBy(() -> TestFeeds.read(file, ARRAY)).hasMessageContaining("not well-formed JSON, line 1");
    }

    @Test
    void ofAFileWithALineForEachRecordABrokenLineCostsItsOwnRecordAlone() throws IOException {
        Content content = TestFeeds.read(file("""
                \uFEFF{"id": 1, "name": "A"}
                {"id": 2, "name": "B"
                {"id": 3, "name": "C"} {"id": 4}

                "text"
                {"id": 6, "name": "F"}"""), LINES);
        assertThat(content.lines()).containsExactly(1L, 6L);
        assertThat(content.refusals())
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(
                        tuple(2L, RefusalReason.MALFORMED),
                        tuple(3L, RefusalReason.MALFORMED),
                        tuple(5L, RefusalReason.MALFORMED));
        assertThat(content.refusals().getFirst().message()).contains("The record is malformed: column ");
    }

    @Test
    void anArrayIsNoFileOfLines() throws IOException {
        Path file = file("[{\"id\": 1, \"name\": \"A\"}]");
        assertThatThrownBy(() -> TestFeeds.read(file, LINES)).hasMessageContaining("Maybe leave out lines: true");
    }

    @Test
    void anotherEncodingIsReadWhereItIsDeclaredAndRefusedWhereNot() throws IOException {
        String text = "[{\"id\": 1, \"name\": \"某某食品店\"}]";
        Path file = Files.write(directory.resolve("gb"), text.getBytes(Charset.forName("GB18030")));
        assertThatThrownBy(() -> TestFeeds.read(file, ARRAY))
                .isInstanceOfSatisfying(
                        FileRefusedException.class, e -> assertThat(e.fault()).isEqualTo(FileFault.ENCODING));
        for (String encoding : List.of("gb18030", "detect")) {
            FeedDefinition feed = TestFeeds.feed("{type: json, encoding: " + encoding + "}", "id", "name");
            assertThat(TestFeeds.read(file, feed).cells()).containsExactly(List.of("1", "某某食品店"));
        }
        Path marked = Files.write(directory.resolve("bom"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(TestFeeds.read(marked, ARRAY).cells()).containsExactly(List.of("1", "某某食品店"));
    }
}

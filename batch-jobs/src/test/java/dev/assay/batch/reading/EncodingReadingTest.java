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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingReadingTest {

    private static final FeedDefinition DETECT = TestFeeds.feed("{type: csv, encoding: detect}", "id", "name");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(String text, String encoding) throws IOException {
        return Files.write(directory.resolve("file"), text.getBytes(Charset.forName(encoding)));
    }

    @ParameterizedTest(name = "{0} in {1} is taken as {2}")
    @CsvSource({
        "Cafe, US-ASCII, UTF-8",
        "Café, UTF-8, UTF-8",
        "Café, ISO-8859-1, ISO-8859-1",
        "Crème brûlée à la façon de Montréal, ISO-8859-1, ISO-8859-1",
        "Öffnungszeiten für Gäste; Müller & Söhne; Straße, ISO-8859-1, ISO-8859-1",
        "福州市某某食品有限公司, GB18030, GB18030",
        "福州市某某食品有限公司, GBK, GB18030",
        "福州市某某食品有限公司, GB2312, GB18030",
        "某店（总店）——不合格：酸价║6║5, GB18030, GB18030",
        "福州市某某食品有限公司, UTF-8, UTF-8",
        "小, UTF-8, UTF-8",
    })
    void theEncodingIsJudgedFromTheContent(String name, String encoding, String taken) throws IOException {
        Content content = TestFeeds.read(file("id,name\n1," + name + "\n", encoding), DETECT);
        assertThat(content.survey().charset()).isEqualTo(Charset.forName(taken));
        assertThat(content.cells()).containsExactly(List.of("1", name));
    }

    @Test
    void aFewDamagedRowsDoNotChangeTheJudgement() throws IOException {
        StringBuilder rows = new StringBuilder("id,name\n");
        for (int i = 0; i < 100; i++) {
            rows.append(i).append(",某某食品店\n");
        }
        for (String encoding : List.of("UTF-8", "GB18030")) {
            byte[] good = rows.toString().getBytes(Charset.forName(encoding));
            byte[] damaged = java.util.Arrays.copyOf(good, good.length + 6);
            System.arraycopy(new byte[] {'x', ',', (byte) 0xFF, (byte) 0xFF, 'y', '\n'}, 0, damaged, good.length, 6);
            Content content = TestFeeds.read(Files.write(directory.resolve(encoding), damaged), DETECT);
            assertThat(content.survey().charset()).isEqualTo(Charset.forName(encoding));
            assertThat(content.rows()).hasSize(100);
            assertThat(content.refusals())
                    .extracting(Refusal::line, Refusal::reason, Refusal::detail)
                    .containsExactly(tuple(102L, RefusalReason.ENCODING, encoding));
        }
    }

    /** The counts must not depend on where a buffer ends, and must be what Java's own strict decoders say. */
    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3", "4", "5"})
    void theCountsAgreeWithTheStrictDecoders(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = new byte[random.nextInt(1, 6)];
            random.nextBytes(bytes);
            Utf8Count utf8 = new Utf8Count();
            for (byte b : bytes) {
                utf8.next(b & 0xFF);
            }
            utf8.end();
            assertThat(utf8.misfits() == 0)
                    .as("UTF-8 %s", java.util.HexFormat.of().formatHex(bytes))
                    .isEqualTo(decodes(bytes, StandardCharsets.UTF_8));
        }
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return true;
        } catch (java.nio.charset.CharacterCodingException malformed) {
            return false;
        }
    }

    @Test
    void everyCharacterOfGb18030Fits() {
        Gb18030Count count = new Gb18030Count();
        for (int c = 0x80; c < 0xD800; c++) {
            for (byte b : Character.toString(c).getBytes(TextContent.GB18030)) {
                count.next(b & 0xFF);
            }
        }
        count.end();
        assertThat(count.misfits()).isZero();
        assertThat(count.fits()).isEqualTo(0xD800 - 0x80);
    }

    @Test
    void aDeclaredEncodingIsHeldToAndNamedWhereARowDoesNotKeepToIt() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: csv, encoding: gb18030}", "id", "name");
        byte[] bytes = "id,name\n1,é,\n2,A\n".getBytes(StandardCharsets.ISO_8859_1);
        Content content = TestFeeds.read(Files.write(directory.resolve("file"), bytes), feed);
        assertThat(content.lines()).containsExactly(3L);
        assertThat(content.refusals().getFirst().message())
                .startsWith("The row is not valid text in the encoding of its feed: GB18030 (");
    }

    @Test
    void latin1IsReadWhereItIsDeclared() throws IOException {
        FeedDefinition feed = TestFeeds.feed("{type: csv, encoding: iso-8859-1}", "id", "name");
        assertThat(TestFeeds.read(file("id,name\n1,Café\n", "ISO-8859-1"), feed).cells())
                .containsExactly(List.of("1", "Café"));
    }

    @Test
    void aByteOrderMarkThatContradictsTheFeedRefusesTheFile() throws IOException {
        FeedDefinition gb18030 = TestFeeds.feed("{type: csv, encoding: gb18030}", "id", "name");
        Path marked = file("\uFEFFid,name\n1,A\n", "UTF-8");
        assertThatThrownBy(() -> TestFeeds.read(marked, gb18030)).hasMessageContaining("UTF-8 by its first bytes");
        assertThat(TestFeeds.read(marked, DETECT).cells()).containsExactly(List.of("1", "A"));
        Path utf16 = file("\uFEFFid,name\n1,A\n", "UTF-16LE");
        assertThatThrownBy(() -> TestFeeds.read(utf16, gb18030)).hasMessageContaining("is UTF-16");
        Path bare = file("id,name\n1,A\n", "UTF-16LE");
        assertThatThrownBy(() -> TestFeeds.read(bare, DETECT)).hasMessageContaining("is no text");
    }
}

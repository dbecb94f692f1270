package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.reading.TestFeeds.Content;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every format, damaged in some places: cut, doubled, overwritten, with bytes that mean something put in.
 * {@code -Dassay.mutated.files} says how many files in all formats together, {@code -Dassay.mutated.seed} from which seed.
 */
class MutatedFilesTest {

    private static final int FORMATS = 6;
    private static final int FILES = Math.ceilDiv(Integer.getInteger("assay.mutated.files", 1_200), FORMATS);
    private static final long SEED = Long.getLong("assay.mutated.seed", 1);
    private static final int ROWS = 40;
    private static final int NO_COUNT = -1;
    private static final String[] MEANINGFUL = {
        "\"",
        ",",
        "\t",
        "\n",
        "\r\n",
        "{",
        "}",
        "[",
        "]",
        "<",
        ">",
        "&",
        "&lt;",
        "]]>",
        "<!--",
        "\u0000",
        "\uFEFF",
        "null",
        "1e999",
        "<r>",
        "</r>",
        "<!DOCTYPE x>",
        "\\u0000",
        "\\",
        "=",
        "'",
        "PK\u0003\u0004",
        "é",
        "食品"
    };

    static Stream<Arguments> files() {
        StringBuilder csv = new StringBuilder("id,name,more\n");
        StringBuilder tsv = new StringBuilder("id\tname\n");
        StringBuilder json = new StringBuilder("{\"meta\": 1, \"data\": [\n");
        StringBuilder lines = new StringBuilder();
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<x>");
        StringBuilder sheet =
                new StringBuilder("<row r='1'><c r='A1' t='str'><v>id</v></c><c r='B1' t='s'><v>0</v></c></row>");
        for (int i = 0; i < ROWS; i++) {
            csv.append(i).append(i % 5 == 0 ? ",\"某店, \"\"总\"\"\n店\",x\n" : ",Café,\n");
            tsv.append(i).append("\t某店").append(i).append('\n');
            String object =
                    "{\"id\": %d, \"name\": \"某店\\n\", \"list\": [1, \"a\", {\"b\": null}], \"o\": {\"p\": 1.50}}"
                            .formatted(i);
            json.append(object).append(i + 1 < ROWS ? ",\n" : "\n");
            lines.append(object).append('\n');
            xml.append("<r a='")
                    .append(i)
                    .append("'><id>")
                    .append(i)
                    .append("</id><name>A &amp; <![CDATA[<B>]]></name></r>\n");
            sheet.append("<row r='%d'><c r='A%d'><v>%d</v></c><c r='B%d' t='s'><v>1</v></c></row>"
                    .formatted(i + 2, i + 2, i, i + 2));
        }
        return Stream.of(
                Arguments.of("csv", ReadingLaws.CSV, NO_COUNT, utf8(csv)),
                Arguments.of("lines of cells", ReadingLaws.LINES_OF_CELLS, 1, utf8(tsv)),
                Arguments.of("json", ReadingLaws.JSON, NO_COUNT, utf8(json.append("], \"end\": {}}"))),
                Arguments.of("json lines", ReadingLaws.JSON_LINES, 0, utf8(lines)),
                Arguments.of("xml", ReadingLaws.XML, NO_COUNT, utf8(xml.append("</x>"))),
                Arguments.of(
                        "xlsx",
                        ReadingLaws.XLSX,
                        NO_COUNT,
                        Zips.workbook(sheet.toString(), "<t>name</t>", "<t>某店</t>")));
    }

    private static byte[] utf8(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aDamagedFileIsRefusedOrEachOfItsRowsIsAccountedFor(
            String name, FeedDefinition feed, int headerLines, byte[] good) {
        assertThat(ReadingLaws.hold(good, feed).orElseThrow().rows()).hasSize(ROWS);
        int read = 0;
        for (long seed = SEED; seed < SEED + FILES; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            byte[] bad = good;
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                bad = damaged(bad, random);
            }
            byte[] file = bad;
            Optional<Content> content = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> ReadingLaws.hold(file, feed), name + ", seed " + seed);
            read += content.isPresent() ? 1 : 0;
            if (content.isPresent() && headerLines != NO_COUNT) {
                assertThat(rows(content.get())).as(name + ", seed " + seed).isEqualTo(filledLines(file) - headerLines);
            }
        }
        assertThat(read).as("files that could be read").isPositive();
    }

    private static int rows(Content content) {
        return content.rows().size() + content.refusals().size();
    }

    /** Where every line that is not blank is a row, the rows can be counted without reading them. */
    private static int filledLines(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return (int) Arrays.stream(unmarked.split("\n", -1))
                .filter(line -> !line.isBlank())
                .count();
    }

    private static byte[] damaged(byte[] bytes, RandomGenerator random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1, 60));
        byte[] middle = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> MEANINGFUL[random.nextInt(MEANINGFUL.length)].getBytes(StandardCharsets.UTF_8);
            case 2 -> {
                byte[] any = new byte[to - from];
                random.nextBytes(any);
                yield any;
            }
            case 3 -> {
                byte[] doubled = Arrays.copyOfRange(bytes, from, from + 2 * (to - from));
                System.arraycopy(bytes, from, doubled, to - from, to - from);
                yield doubled;
            }
            default -> {
                byte[] one = Arrays.copyOfRange(bytes, from, to);
                one[0] ^= (byte) (1 << random.nextInt(8));
                yield one;
            }
        };
        int rest = random.nextInt(20) == 0 ? bytes.length : to;
        byte[] result = Arrays.copyOf(bytes, from + middle.length + bytes.length - rest);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, rest, result, from + middle.length, bytes.length - rest);
        return result.length == 0 ? new byte[] {'x'} : result;
    }
}

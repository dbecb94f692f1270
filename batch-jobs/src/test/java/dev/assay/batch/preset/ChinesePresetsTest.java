package dev.assay.batch.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.FoundBusiness;
import dev.assay.batch.feed.MappedFact;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.reading.RecordReader;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.fact.FactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each packaged Chinese feed reads a small made-up file of its layout. What becomes of each row stands in the file of the same name that
 * ends with {@code .txt}, to be read beside it.
 */
class ChinesePresetsTest {

    private static final Path FOLDER = Path.of("src/test/resources/presets");
    private static final FeedDefinitions FEEDS = new FeedDefinitions(ConfigFiles.packaged());

    static Stream<Path> files() throws IOException {
        try (Stream<Path> paths = Files.list(FOLDER)) {
            return paths.filter(path -> path.toString().endsWith(".csv")).sorted().toList().stream();
        }
    }

    /** The file's name begins with its feed; a day may follow. */
    private static String feedId(Path file) {
        return name(file).split(" ", -1)[0];
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(".csv", "");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRowBecomesWhatIsWrittenBesideIt(Path file) throws IOException {
        assertThat(read(file)).isEqualTo(Files.readAllLines(FOLDER.resolve(name(file) + ".txt")));
    }

    @Test
    void everyChineseFeedHasAFile() throws IOException {
        assertThat(files().map(ChinesePresetsTest::feedId))
                .containsExactlyInAnyOrderElementsOf(
                        FEEDS.ids().stream().filter(id -> id.startsWith("cn-")).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void noIdentityNumberOfAPersonIsTakenIn(Path file) {
        assertThat(read(file)).noneMatch(line -> line.contains("11010519491231002X"));
    }

    private static List<String> read(Path file) {
        FeedDefinition feed = FEEDS.get(feedId(file));
        LocalDate asAt = name(file).contains(" ") ? LocalDate.parse(name(file).split(" ", -1)[1]) : null;
        List<String> lines = new ArrayList<>();
        SourceFile source = SourceFile.inspect(file);
        Survey survey = Survey.of(source, feed);
        lines.add("not read: " + survey.unknownColumns());
        try (RecordReader reader = new RecordReader(source, feed, survey, asAt)) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                write(record, lines);
            }
        }
        return lines;
    }

    private static void write(MappedRecord record, List<String> lines) {
        for (Refusal refusal : record.refusals()) {
            lines.add("%d refused: %s %s (%s)"
                    .formatted(
                            refusal.line(), refusal.column(), refusal.reason().code(), refusal.value()));
        }
        for (MappedFact fact : record.facts()) {
            lines.add("%d-%d %s %s [%s] on %s%s%s"
                    .formatted(
                            record.firstLine(),
                            record.lastLine(),
                            business(record),
                            fact.kind(),
                            fact.recordKey(),
                            fact.occurredOn(),
                            fact.licence() == null ? "" : " licence " + fact.licence(),
                            fact.alias() == null ? "" : " alias " + fact.aliasScheme() + ":" + fact.alias()));
            lines.add("    " + FactJson.write(fact.values()));
        }
        if (!record.warnings().isEmpty()) {
            lines.add("    warned: " + record.warnings());
        }
    }

    private static String business(MappedRecord record) {
        return switch (record.business()) {
            case FoundBusiness.ByIdentity(String scheme, String identity, boolean creates) ->
                scheme + ":" + identity + (creates ? "" : "?");
            case FoundBusiness.ByNameAndAddress(String name, String address) -> name + " @ " + address;
            case null -> throw new AssertionError("A record that is not refused has a business.");
        };
    }
}

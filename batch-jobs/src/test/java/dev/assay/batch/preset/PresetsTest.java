package dev.assay.batch.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.FoundBusiness;
import dev.assay.batch.feed.MappedFact;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.OtherRecord;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.reading.RecordReader;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.fact.FactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each packaged feed of an authority's layout reads a small made-up file of its layout. What becomes of each row stands in the file of the same name that
 * ends with {@code .txt}, to be read beside it.
 */
class PresetsTest {

    private static final FeedDefinitions FEEDS = new FeedDefinitions(ConfigFiles.packaged());

    static Stream<Path> files() throws IOException {
        return Presets.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRowBecomesWhatIsWrittenBesideIt(Path file) throws IOException {
        assertThat(read(file)).isEqualTo(Files.readAllLines(Presets.FOLDER.resolve(Presets.name(file) + ".txt")));
    }

    /** The generator's tests read what it writes in the layouts of the districts, and those of {@code fhrs} read real rows. */
    @Test
    void everyFeedHasAFile() throws IOException {
        assertThat(files().map(Presets::feedId).distinct())
                .containsExactlyInAnyOrderElementsOf(FEEDS.ids().stream()
                        .filter(id -> !id.startsWith("district-"))
                        .toList());
    }

    /** The file holds the rows of the other in the layout of the Food Standards Agency's XML. */
    @Test
    void theXmlOfARatingBecomesTheSameRecordsWithTheSameKeysAsItsTable() {
        assertThat(withoutLines(read(Presets.FOLDER.resolve("fhrs-xml.xml"))))
                .isEqualTo(withoutLines(read(Presets.FOLDER.resolve("fhrs.csv"))));
    }

    private static List<String> withoutLines(List<String> lines) {
        return lines.stream().map(line -> line.replaceFirst("^[0-9-]+ ", "")).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noIdentityNumberOfAPersonIsPrinted(Path file) {
        assertThat(read(file)).noneMatch(line -> line.contains("11010519491231002X"));
    }

    private static List<String> read(Path file) {
        FeedDefinition feed = FEEDS.get(Presets.feedId(file));
        LocalDate asAt = Presets.asAt(file);
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
            lines.add("%d-%d %s %s [%s] on %s%s%s%s"
                    .formatted(
                            record.firstLine(),
                            record.lastLine(),
                            business(record),
                            fact.kind(),
                            fact.recordKey(),
                            fact.occurredOn(),
                            fact.record() == null ? "" : " of " + other(fact.record()),
                            fact.licence() == null ? "" : " licence " + fact.licence(),
                            fact.alias() == null ? "" : " alias " + fact.aliasScheme() + ":" + fact.alias()));
            lines.add("    " + FactJson.write(masked(fact.values())));
        }
        if (!record.warnings().isEmpty()) {
            lines.add("    warned: " + record.warnings());
        }
    }

    private static String other(OtherRecord record) {
        return "%s %s [%s]".formatted(record.feed(), record.kind(), record.key());
    }

    private static Values masked(Values values) {
        Map<String, Object> fields = new TreeMap<>(values.fields());
        fields.replaceAll((name, value) -> value instanceof PersonNumber number ? number.toString() : value);
        return Values.of(fields);
    }

    private static String business(MappedRecord record) {
        return switch (record.business()) {
            case FoundBusiness.ByIdentity(String scheme, String identity, boolean creates) ->
                scheme + ":" + identity + (creates ? "" : "?");
            case FoundBusiness.ByMatch asked -> asked.name() + " @ " + asked.address();
            case FoundBusiness.ByNameAndAddress(String name, String address) -> name + " @ " + address;
            case FoundBusiness.OfRecord(OtherRecord other) -> "of " + other(other);
            case null -> throw new AssertionError("A record that is not refused has a business.");
        };
    }
}

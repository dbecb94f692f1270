package dev.assay.batch.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.batch.feed.DataWarning;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.reading.RecordReader;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import dev.assay.model.config.ConfigFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The real list of food enterprises, where it is at hand. */
class CnEnterprisesRealDataTest {

    private static final Path REAL = Path.of("../../shared/data/cn_enterprises/food_enterprises.csv.gz");

    @Test
    void everyEnterpriseIsTakenOrRefusedForItsCode() {
        assumeTrue(Files.exists(REAL), "The file " + REAL + " is not there.");
        Map<String, Integer> counts = new TreeMap<>();
        int withCapital = 0;
        FeedDefinition feed = new FeedDefinitions(ConfigFiles.packaged()).get("cn-enterprises");
        SourceFile source = SourceFile.inspect(REAL);
        Survey survey = Survey.of(source, feed);
        assertThat(survey.unknownColumns()).isEmpty();
        try (RecordReader reader = new RecordReader(source, feed, survey, null)) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                counts.merge(record.isRefused() ? "refused" : "taken", 1, Integer::sum);
                record.refusals().stream()
                        .map(Refusal::reason)
                        .forEach(reason -> counts.merge(reason.code(), 1, Integer::sum));
                for (DataWarning warning : record.warnings()) {
                    counts.merge(warning.name(), 1, Integer::sum);
                }
                withCapital += record.facts().stream()
                                .anyMatch(fact ->
                                        fact.values().findDecimal("capital").isPresent())
                        ? 1
                        : 0;
            }
        }
        // 101,651 rows; the outer check character is wrong, or cannot be computed, in 3 + 8 + 194 = 205 of them
        assertThat(counts)
                .containsEntry("taken", 101_446)
                .containsEntry("refused", 205)
                .containsEntry("identity-check", 3)
                .containsEntry("identity-character", 8)
                .containsEntry("identity-length", 194)
                .containsEntry("USCC_INNER_CHECK", 6);
        assertThat(withCapital).isGreaterThan(50_000);
    }
}

package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema tells an editor what the parser would: whatever it refuses the parser refuses too. */
class ModelSchemaTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(
                ModelSchemaTest.class.getResourceAsStream("/assay-config/schema/model.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(ConfigFile file) {
        return SCHEMA.validate(file.content(), InputFormat.YAML);
    }

    static Stream<ConfigFile> packaged() {
        return ConfigFiles.packaged().list("models").stream();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void everyPackagedModelKeepsToTheSchema(ConfigFile model) {
        assertThat(errors(model)).isEmpty();
    }

    /** Indicators in every form; the parser takes them, and so does the schema. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "from: {newest: inspection, place: 2, within: 30 days}; field: score; as_scored: {lowest: 0, highest: 30}",
                "from: {newest: profile, since: 2020-01-01}; field: area; rounded: true, steps: [{up_to: 5, points: 2}, {above: 5, points: 20}]",
                "from: {newest: profile}; field: food_kinds; codes: {a: 1, b: 20}",
                "from: {every: penalty, within: calendar-year, among: {fine: {above: 5}}}; when: {exists: award}; per_fact: {points: 1, most: 20}",
                "from: {newest: inspection, on: {newest: award}}; field: items; per_item: {points: 1, most: 20, where: {key: true}}",
                "from: {newest: inspection, since: {newest: award}}; field: items; share: {factor: 20, weight: points, hit: {result: fail}, applies: {result: [pass, fail]}}",
                "from: {newest: inspection}; when: {count: penalty, at_least: 2, inside: 3 months}; time_since: {days: 365, most: 20}",
                "constant: 1; when: {all: [{not: {exists: award}}, {any: [{newest: licence}]}]}; sectors: [sales]",
                "measure: {share: {fine: {above: 1}}, of: {every: penalty}}; when: {exists: award}; factor: {points: 20}",
                "measure: {months_since: [{oldest: licence}, {newest: penalty}]}; when: {exists: award}; line: {from: {at: 0, points: 0}, to: {at: 9, points: 20}}",
                "from: {every: penalty}; when: {exists: award}; cases: {in_one_fact: sum, most: 20, by_age: [{up_to: 1 year, factor: 1}, {above: 1 year, factor: 0.5}], rows: [{id: w, title: {zh: 一, en: One}, points: 20, where: {kinds: 警告}}]}",
            })
    void everyFormOfAnIndicatorKeepsToTheSchemaAndIsParsed(String one, String two, String three) {
        ConfigFile file = with(String.join(", ", one, two, three));
        assertThat(errors(file)).isEmpty();
        assertThat(GradingModels.check(file, SmallModel.KINDS))
                .filteredOn(fault -> !fault.path().equals("monotonicity"))
                .isEmpty();
    }

    @Test
    void aDemandOnTheFileAndAListingThresholdKeepToTheSchema() {
        assertThat(errors(QualityDemandTest.DEMANDING)).isEmpty();
        assertThat(errors(new ConfigFile(
                        "models/small.yaml",
                        QualityDemandTest.DEMANDING.content().replace("otherwise: PENDING", "otherwise: RATED"))))
                .isNotEmpty();
        assertThat(errors(SmallModel.model("listing_threshold: {id: listed, title: {zh: 名单, en: L}, grade: C}\n")))
                .as("without its basis")
                .isNotEmpty();
    }

    private static ConfigFile with(String indicator) {
        return SmallModel.model("""
                indicators:
                  - {id: one, title: {zh: 一, en: One}, missing: 0, basis: measure, %s}
                  - {id: two, title: {zh: 二, en: Two}, missing: 0, basis: measure, from: {every: complaint}, per_fact: {points: 20, most: 20}}
                """.formatted(indicator));
    }

    /** What an editor underlines, the parser refuses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "constnat: 1",
                "constant: 1, per_fact: {points: 1, most: 2}",
                "from: {every: penalty, within: one year}, per_fact: {points: 1, most: 2}",
                "from: {every: penalty, whithin: 12 months}, per_fact: {points: 1, most: 2}",
                "measure: {summe: fine, of: {every: penalty}}, factor: {points: 1}",
                "constant: 1, sectors: [shops]",
                "constant: 1, when: {exists: penalty, all: []}",
            })
    void whatTheSchemaRefusesTheParserRefusesToo(String indicator) {
        assertThat(errors(with(indicator))).isNotEmpty();
        assertThat(GradingModels.check(with(indicator), SmallModel.KINDS)).isNotEmpty();
    }
}

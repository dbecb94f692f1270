package dev.assay.model.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.core.fact.Vocabulary;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.FaultyConfigException;
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

/** Outcomes as files: what parser and schema take, and what they say of faults. */
class OutcomeTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(
                OutcomeTest.class.getResourceAsStream("/assay-config/schema/outcome.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(String text) {
        return SCHEMA.validate(text, InputFormat.YAML);
    }

    static Stream<ConfigFile> packaged() {
        return ConfigFiles.packaged().list("outcomes").stream();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void every_packaged_outcome_keeps_to_the_schema_and_is_parsed(ConfigFile file) {
        assertThat(errors(file.content())).isEmpty();
        Vocabulary kinds = DeclaredKinds.load(ConfigFiles.packaged());
        assertThat(OutcomesFile.parse(file, kinds).found()).isNotEmpty();
    }

    @Test
    void the_outcome_of_the_tests_keeps_to_the_schema() {
        assertThat(errors(Outcomes.TEXT)).isEmpty();
    }

    /** What an editor underlines, the parser refuses, with the line and what to do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "take: first; take: last; failed.yaml:8: after.take; first, any",
                "within: 12 months; within: a year; failed.yaml:9: after.within; 12 months",
                "absent: unseen; absent: nothing; failed.yaml:10: after.absent; unseen",
                "field: grade; fild: grade; authority.fild; Did you mean (field)",
                "classes: [A, B]; classes: [A]; failed.yaml:18: authority.classes; from the best to the worst",
                "note:; notes:; notes; Did you mean (note)",
            })
    void what_the_schema_refuses_the_parser_refuses_too(String right, String wrong, String where, String remedy) {
        String text = Outcomes.TEXT.replace(right, wrong);

        assertThat(errors(text)).isNotEmpty();
        assertThatThrownBy(() -> Outcomes.parse(text)).hasMessageContainingAll(where, remedy);
    }

    /** Names are known to the vocabulary alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "any_of: inspection; any_of: inspektion; Did you mean (inspection)",
                "result: fail}}; reslt: fail}}; Did you mean (result)",
                "{items: items; {items: score; has no items",
                "field: grade; field: grad; Did you mean (grade)",
                "{where: {result: fail}}; {in: penalty, same: number, where: {fine: 1}}; has no field (number)",
                "id: failed; id: other; is not the file's name",
            })
    void names_that_are_not_known_are_refused_with_the_nearest_one(String right, String wrong, String message) {
        assertThatThrownBy(() -> Outcomes.parse(Outcomes.TEXT.replace(right, wrong)))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void all_faults_are_told_at_once() {
        String text = Outcomes.TEXT
                .replace("within: 12 months", "within: soon")
                .replace("inspection_kind: full", "inspection_knd: full")
                .replace("classes: [A, B]", "classes: [A, A]");

        assertThatThrownBy(() -> Outcomes.parse(text))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class, e -> assertThat(e.faults()).hasSize(3));
    }

    @Test
    void a_model_without_its_own_outcome_is_told_which_there_are() {
        Vocabulary kinds = DeclaredKinds.load(ConfigFiles.packaged());

        assertThat(OutcomesFile.forModel(ConfigFiles.packaged(), "nyc-grades", kinds)
                        .id())
                .isEqualTo("nyc-not-a");
        assertThatThrownBy(() -> OutcomesFile.forModel(ConfigFiles.packaged(), "sg-safe", kinds))
                .hasMessageContainingAll("sg-safe", "--outcome", "toronto-crucial");
        assertThatThrownBy(() -> OutcomesFile.load(ConfigFiles.packaged(), "toronto-crutial", kinds))
                .hasMessageContaining("Did you mean (toronto-crucial)");
    }
}

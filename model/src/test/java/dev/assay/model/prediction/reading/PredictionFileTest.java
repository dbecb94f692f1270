package dev.assay.model.prediction.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
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

/** Definitions as files: what parser and schema take, and what they say of faults. */
class PredictionFileTest {

    private static final ConfigFiles CONFIG = ConfigFiles.packaged();
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = Objects.requireNonNull(
                PredictionFileTest.class.getResourceAsStream("/assay-config/schema/prediction.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<ConfigFile> packaged() {
        return CONFIG.list("predictions").stream();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void every_packaged_definition_keeps_to_the_schema_and_is_parsed(ConfigFile file) {
        assertThat(SCHEMA.validate(file.content(), InputFormat.YAML)).isEmpty();
        PredictionDefinition definition = PredictionFile.parse(file, CONFIG);
        assertThat(definition.features()).isNotEmpty();
        assertThat(definition.learning().learners()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        half_life: 7, prior|half_live: 7, prior|The key (half_live) is not known here.
        prior: 5}|prior: 0}|is not from 0.01
        {bins: 8|{bins: 1|is not from 2 to 100
        last-critical: 1,|last-kritical: 1,|The feature (last-kritical) is not known.
        id: last-serious|id: last-critical|stands twice
        text: {newest: business, field: risk_class}|text: {newest: business, field: riskclass}|The field (riskclass) is not known.
        half_life: 365, give: average}|half_life: 365, give: mean}|is not one of average, sum
        """)
    void faults_are_told_with_their_line(String good, String bad, String fault) {
        String text =
                CONFIG.find("predictions", "chicago-critical").orElseThrow().content();
        assertThat(text).contains(good);
        assertThatThrownBy(() -> PredictionFile.parse(
                        new ConfigFile("predictions/chicago-critical.yaml", text.replace(good, bad)), CONFIG))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("predictions/chicago-critical.yaml:")
                .hasMessageContaining(fault);
    }

    @Test
    void an_unknown_prediction_is_told_with_its_neighbours() {
        assertThatThrownBy(() -> PredictionFile.load(CONFIG, "chicago-critcal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chicago-critical");
    }

    @Test
    void the_digest_of_a_feature_changes_with_its_reading_and_not_with_its_name() {
        String text =
                CONFIG.find("predictions", "chicago-critical").orElseThrow().content();
        PredictionDefinition before = PredictionFile.load(CONFIG, "chicago-critical");
        PredictionDefinition renamed = PredictionFile.parse(
                new ConfigFile("predictions/chicago-critical.yaml", text.replace("en: Tobacco licence", "en: Tobacco")),
                CONFIG);
        PredictionDefinition changed = PredictionFile.parse(
                new ConfigFile("predictions/chicago-critical.yaml", text.replace("half_life: 7,", "half_life: 8,")),
                CONFIG);
        assertThat(definitions(renamed)).isEqualTo(definitions(before));
        assertThat(definitions(changed)).isNotEqualTo(definitions(before));
    }

    private static Stream<String> written(PredictionDefinition definition) {
        return definition.toFeatures().stream().map(feature -> feature.definition());
    }

    private static List<String> definitions(PredictionDefinition definition) {
        return written(definition).toList();
    }
}

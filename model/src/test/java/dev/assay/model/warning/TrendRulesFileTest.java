package dev.assay.model.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.core.warning.Season;
import dev.assay.core.warning.TrendRules;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrendRulesFileTest {

    private static ConfigFile packaged() {
        return ConfigFiles.packaged()
                .find(TrendRulesFile.FOLDER, "failed-samples")
                .orElseThrow();
    }

    @Test
    void the_packaged_rules_keep_to_the_schema_and_state_one_false_alarm_in_twenty_looks() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TrendRulesFileTest.class.getResourceAsStream("/assay-config/schema/warning.schema.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
            assertThat(schema.validate(packaged().content(), InputFormat.YAML)).isEmpty();
        }
        TrendRules rules = TrendRulesFile.load(ConfigFiles.packaged()).getFirst();
        assertThat(rules.rate()).isEqualByComparingTo("0.05");
        assertThat(rules.periodDays() * (rules.pastPeriods() + 1)).isEqualTo(392);
        assertThat(rules.basis().provisional()).isTrue();
        assertThat(rules.season()).isEqualTo(new Season(3, 1));
    }

    @Test
    void a_season_may_be_none_and_never_overlaps_itself() {
        String none = packaged().content().replace("season: {years: 3, neighbours: 1}", "season: none");
        assertThat(TrendRulesFile.parse(new ConfigFile("warnings/test.yaml", none))
                        .season())
                .isNull();
        String wide = packaged().content().replace("neighbours: 1}", "neighbours: 7}");
        assertThatThrownBy(() -> TrendRulesFile.parse(new ConfigFile("warnings/test.yaml", wide)))
                .hasMessageContaining("are more than a year")
                .hasMessageContaining("season.neighbours");
        String word = packaged().content().replace("season: {years: 3, neighbours: 1}", "season: summer");
        assertThatThrownBy(() -> TrendRulesFile.parse(new ConfigFile("warnings/test.yaml", word)))
                .hasMessageContaining("(summer)");
    }

    @Test
    void all_faults_are_told_at_once_with_line_and_path() {
        String faulty = packaged()
                .content()
                .replace("period_days: 28", "period_days: 0")
                .replace("false_alarm_rate: 0.05", "false_alarm_rate: 5")
                .replace("wait_days: 10", "wait_day: 10");
        assertThatThrownBy(() -> TrendRulesFile.parse(new ConfigFile("warnings/test.yaml", faulty)))
                .hasMessageContaining("The number (0)")
                .hasMessageContaining("The rate (5) is not between 0 and 1")
                .hasMessageContaining("(wait_days) is missing")
                .hasMessageContaining("(wait_day) is not known")
                .hasMessageContaining("warnings/test.yaml:12");
    }
}

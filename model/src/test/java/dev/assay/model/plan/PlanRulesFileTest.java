package dev.assay.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.planning.Demand.SkillRule;
import dev.assay.core.planning.Weights;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanRulesFileTest {

    @Test
    void thePackagedRulesCanBeRead() {
        PlanRules rules = PlanRulesFile.load(ConfigFiles.packaged(), "food-year");
        assertThat(rules.visitsADay()).isEqualTo(6);
        assertThat(rules.floorMonths()).isEqualTo(24);
        assertThat(rules.repeatAfterMonths()).isEqualTo(3);
        assertThat(rules.grades()).containsEntry("D", 8L);
        assertThat(rules.weights()).isEqualTo(new Weights(1, 10, 30, 60, 200));
        assertThat(rules.skills()).containsExactly(new SkillRule("system", Set.of("production"), Set.of("D")));
        assertThat(rules.digest()).hasSize(64);
        assertThat(rules.campaigns().getFirst().from(2026)).isEqualTo(LocalDate.of(2026, 2, 10));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        String text =
                ConfigFiles.packaged().find("plans", "food-year").orElseThrow().content();
        assertThatThrownBy(() -> PlanRulesFile.parse(new ConfigFile(
                        "plans/food-year.yaml",
                        text.replace("visits_a_day: 6", "visits_a_day: 0")
                                .replace("\"02-10\"", "\"02-31\"")
                                .replace("moved: 60", "moved: -5")
                                .replace("sectors: [production]", "sectors: [produktion]")
                                .replace("seed: 1", "sead: 1"))))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("The number (0) is no whole one")
                .hasMessageContaining("(02-31) is no day of a year")
                .hasMessageContaining("The number (-5) is no whole one")
                .hasMessageContaining("The sector (produktion) is not known")
                .hasMessageContaining("sead");
    }
}

package dev.assay.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.planning.SamplingPlan.Prior;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import org.junit.jupiter.api.Test;

class SamplingRulesTest {

    @Test
    void the_packaged_rules_can_be_read_and_round_up() {
        SamplingRules rules = SamplingRules.load(ConfigFiles.packaged(), "food-samples");
        assertThat(rules.prior()).isEqualTo(new Prior(1, 40));
        assertThat(rules.riskOf("乳制品")).isEqualTo(3);
        assertThat(rules.riskOf("粮食加工品")).isEqualTo(1);
        // 4 × 1,001 ÷ 1,000 = 4.004; 10 % of 61 = 6.1; at least 5.
        assertThat(rules.leastFor(1001)).isEqualTo(5);
        assertThat(rules.leastOf(61)).isEqualTo(7);
        assertThat(rules.leastOf(1)).isEqualTo(5);
    }

    @Test
    void every_fault_is_told_at_once() {
        String text = ConfigFiles.packaged()
                .find("sampling-plans", "food-samples")
                .orElseThrow()
                .content();
        assertThatThrownBy(() -> SamplingRules.parse(new ConfigFile(
                        "sampling-plans/food-samples.yaml",
                        text.replace("tested: 40", "tested: 1")
                                .replace("years: 3", "years: 0")
                                .replace("least: 5", "leest: 5"))))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("Not more samples were tested than failed")
                .hasMessageContaining("The number (0) is no whole one")
                .hasMessageContaining("leest");
        assertThatThrownBy(() -> SamplingRules.load(ConfigFiles.packaged(), "food-sampels"))
                .hasMessageContaining("(food-sampels) are not known")
                .hasMessageContaining("food-samples");
    }
}

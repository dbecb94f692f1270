package dev.assay.batch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import org.junit.jupiter.api.Test;

class MatchingRulesTest {

    private static final ConfigFile PACKAGED =
            ConfigFiles.packaged().find("matching", "thresholds").orElseThrow();

    private static MatchingRules with(String from, String to) {
        assertThat(PACKAGED.content()).contains(from);
        return MatchingRules.parse(
                new ConfigFile("thresholds.yaml", PACKAGED.content().replace(from, to)));
    }

    @Test
    void thePackagedRulesWeighTheTradeNameMost() {
        MatchingRules rules = MatchingRules.parse(PACKAGED);
        assertThat(rules.weights()).containsOnlyKeys(PartKind.values());
        for (PartKind kind : PartKind.values()) {
            assertThat(rules.weight(kind)).isLessThanOrEqualTo(rules.weight(PartKind.TRADE_NAME));
        }
    }

    @Test
    void everyPropertyIsRead() {
        assertThat(with("match: 0.85", "match: 0.91").match()).isEqualTo(0.91);
        assertThat(with("review: 0.60", "review: 0.5").review()).isEqualTo(0.5);
        assertThat(with("separation: 1.4", "separation: 2").separation()).isEqualTo(2);
        assertThat(with("candidates: 20", "candidates: 7").candidates()).isEqualTo(7);
        assertThat(with("trade_floor: 0.70", "trade_floor: 0.8").tradeFloor()).isEqualTo(0.8);
        assertThat(with("address: 0.30", "address: 0.4").weight(PartKind.ADDRESS))
                .isEqualTo(0.4);
        assertThat(with("swapped: 0.50", "swapped: 0.6").cost(Edit.Kind.SWAPPED))
                .isEqualTo(0.6);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        ConfigFile file = new ConfigFile(
                "thresholds.yaml",
                PACKAGED.content().replace("match: 0.85", "match: 1.5").replace("separation:", "seperation:"));
        assertThatThrownBy(() -> MatchingRules.parse(file))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("The value (1.5) is not between")
                .hasMessageContaining("The key (separation) is missing")
                .hasMessageContaining("The key (seperation) is not known here");
    }

    @Test
    void aReviewThresholdAboveThatOfMatchIsAFault() {
        assertThatThrownBy(() -> with("review: 0.60", "review: 0.90"))
                .hasMessageContaining("Maybe the two are exchanged");
    }
}

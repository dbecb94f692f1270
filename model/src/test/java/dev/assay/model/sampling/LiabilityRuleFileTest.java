package dev.assay.model.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.Values;
import dev.assay.core.sampling.LiabilityRule;
import dev.assay.core.sampling.LiabilityRule.Attribution;
import dev.assay.core.sampling.LiabilityRule.Liable;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged rule, by the items that published sheets have. */
class LiabilityRuleFileTest {

    private static final ConfigFile FILE =
            ConfigFiles.packaged().find(LiabilityRuleFile.FOLDER, "cn-sampling").orElseThrow();
    private static final LiabilityRule RULE = LiabilityRuleFile.parse(FILE);

    private static Attribution judge(String producer, String unit, String remark, String... items) {
        return RULE.judge(Values.of(Map.of(
                "producer",
                producer,
                "sampled_unit",
                unit,
                "remark",
                remark,
                "failures",
                Arrays.stream(items)
                        .map(item -> Values.of(Map.of("item", item)))
                        .toList())));
    }

    @ParameterizedTest(name = "{0} is by {2} the fault of {1}")
    @CsvSource({
        "苯甲酸及其钠盐（以苯甲酸计）, PRODUCER, additives",
        "铝的残留量（干样品，以Al计）, PRODUCER, additives",
        "毒死蜱, PRODUCER, pesticides",
        "'2,4-滴和2,4-滴钠盐（以2,4-滴计）', PRODUCER, pesticides",
        "恩诺沙星, PRODUCER, veterinary-drugs",
        "镉（以Cd计）, PRODUCER, contaminants",
        "黄曲霉毒素B₁, PRODUCER, toxins",
        "西地那非, PRODUCER, illegal-additions",
        "蛋白质, PRODUCER, quality",
        "标签, PRODUCER, labels",
        "菌落总数, BOTH, micro-organisms",
        "过氧化值（以脂肪计）, BOTH, spoilage",
        "阴离子合成洗涤剂（以十二烷基苯磺酸钠计）, SAMPLED_UNIT, tableware",
        "某新项目, BOTH, other",
    })
    void anItemPointsToSomebody(String item, Liable liable, String line) {
        assertThat(judge("甲厂", "乙店", "", item)).isEqualTo(new Attribution(liable, List.of(line), false));
    }

    @Test
    void severalItemsAreTheFaultOfEverybodyToWhomOneOfThemPoints() {
        assertThat(judge("甲厂", "乙店", "", "镉", "铅").liable()).isEqualTo(Liable.PRODUCER);
        assertThat(judge("甲厂", "乙店", "", "镉", "菌落总数").liable()).isEqualTo(Liable.BOTH);
        assertThat(judge("甲厂", "乙店", "", "镉", "阴离子合成洗涤剂"))
                .isEqualTo(new Attribution(Liable.BOTH, List.of("contaminants", "tableware"), false));
    }

    @Test
    void whereNoOtherProducerIsNamedItIsTheSampledUnit() {
        assertThat(judge("乙店（总店）", "乙店(总店)", "", "镉").lines()).containsExactly("alone");
        Values sample = Values.of(Map.of("sampled_unit", "乙店", "failures", List.of(Values.of(Map.of("item", "毒死蜱")))));
        assertThat(RULE.judge(sample)).isEqualTo(new Attribution(Liable.SAMPLED_UNIT, List.of("alone"), false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "标称生产企业称系假冒，正在核实, PRODUCER, true",
        "标称生产企业对样品真实性提出异议, PRODUCER, true",
        "企业对样品真实性提出异议，经审核异议不成立, PRODUCER, false",
        "经属地核查，认定为假冒产品, SAMPLED_UNIT, false",
        "/, PRODUCER, false",
    })
    void aCounterfeitIsClaimedRejectedOrEstablished(String remark, Liable liable, boolean claimed) {
        Attribution judged = judge("甲厂", "乙店", remark, "镉");
        assertThat(judged.liable()).isEqualTo(liable);
        assertThat(judged.counterfeitClaimed()).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "liable: both; liable: boht; Did you mean (both)?",
                "id: spoilage; id: toxins; The id (toxins) stands there twice",
                "words: [标签, 标识, 标注, 配料表, 净含量]; words: []; The line has no words",
                "alone: {basis: alone}; alone: {basis: alnoe}; The basis (alnoe) is not among",
            })
    void aFaultIsToldWithItsRemedy(String good, String bad, String told) {
        assertThat(FILE.content()).contains(good);
        ConfigFile faulty = new ConfigFile("liability.yaml", FILE.content().replaceFirst(Pattern.quote(good), bad));
        assertThatThrownBy(() -> LiabilityRuleFile.parse(faulty))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining(told);
    }
}

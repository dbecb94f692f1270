package dev.assay.model.grading;

import dev.assay.core.grading.AdjustmentRule;
import dev.assay.core.grading.AdjustmentRule.Counting;
import dev.assay.core.grading.AdjustmentRule.Towards;
import dev.assay.core.grading.AdjustmentRule.Trigger;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads what raises and lowers a grade. */
final class AdjustmentParser {

    private static final int NEVER = Integer.MAX_VALUE;

    private AdjustmentParser() {}

    static List<AdjustmentRule> parse(YamlMap top, Names names) {
        return top.maps("adjustments").stream()
                .map(map -> adjustment(map, names))
                .toList();
    }

    private static AdjustmentRule adjustment(YamlMap map, Names names) {
        Counting counting = ModelParser.word(map, "counting", Counting.values());
        List<Trigger> triggers = map.maps("conditions").stream()
                .map(condition -> trigger(condition, names))
                .toList();
        if (triggers.isEmpty()) {
            map.fault("conditions", "The adjustment has no conditions.", "Maybe begin each condition with a hyphen.");
        }
        Optional<YamlMap> several = map.findMap("several");
        return new AdjustmentRule(
                names.id(map),
                names.bilingual(map, "title"),
                ModelParser.word(map, "towards", Towards.values()),
                counting,
                several.map(one -> whole(one, "conditions", 2)).orElse(NEVER),
                several.map(one -> whole(one, "steps", 1)).orElse(0),
                triggers,
                names.basis(map, "basis"));
    }

    private static Trigger trigger(YamlMap map, Names names) {
        return new Trigger(
                names.id(map),
                names.bilingual(map, "title"),
                whole(map, "steps", 1),
                ConditionParser.condition(map, "when"),
                names.basis(map, "basis"));
    }

    private static int whole(YamlMap map, String key, int least) {
        BigDecimal number = map.decimal(key);
        int whole = number.intValue();
        if (whole < least || number.compareTo(BigDecimal.valueOf(whole)) != 0) {
            map.fault(
                    key,
                    "The value (%s) is not a whole number from %d up.".formatted(number.toPlainString(), least),
                    "Maybe write " + least + ".");
            return least;
        }
        return whole;
    }
}

package dev.assay.model.grading;

import dev.assay.core.grading.AdjustmentRule;
import dev.assay.core.grading.AdjustmentRule.Counting;
import dev.assay.core.grading.AdjustmentRule.Towards;
import dev.assay.core.grading.AdjustmentRule.Trigger;
import dev.assay.core.grading.Condition;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.FieldCondition;
import dev.assay.core.grading.Window;
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
        List<YamlMap> conditions = map.maps("conditions");
        List<Trigger> triggers =
                conditions.stream().map(condition -> trigger(condition, names)).toList();
        if (triggers.isEmpty()) {
            map.fault("conditions", "The adjustment has no conditions.", "Maybe begin each condition with a hyphen.");
        }
        if (counting == Counting.FOLLOWING_YEAR) {
            refuseWindows(conditions, triggers);
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
                names.conditions().condition(map, "when"),
                names.basis(map, "basis"));
    }

    /** The facts of one calendar year have no other window; and what lacks facts would hold in every year. */
    private static void refuseWindows(List<YamlMap> maps, List<Trigger> triggers) {
        for (int i = 0; i < maps.size(); i++) {
            if (!fitsOneYear(triggers.get(i).when())) {
                maps.get(i)
                        .fault(
                                "when",
                                "The condition (%s) has within, since, inside, input or not, but is read over the facts of one calendar year."
                                        .formatted(triggers.get(i).id()),
                                "Maybe take them away, or write counting: running.");
            }
        }
    }

    private static boolean fitsOneYear(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> true;
            case Condition.All(List<Condition> parts) -> parts.stream().allMatch(AdjustmentParser::fitsOneYear);
            case Condition.Any(List<Condition> parts) -> parts.stream().allMatch(AdjustmentParser::fitsOneYear);
            case Condition.Not(Condition part) -> false;
            case Condition.Exists(FactQuery facts) -> facts.window() instanceof Window.Always;
            case Condition.Count count ->
                count.facts().window() instanceof Window.Always && count.atLeast() > 0 && count.insideMonths() == 0;
            case Condition.InputGrade _ -> false;
            case Condition.Newest(FactQuery facts, List<FieldCondition> where) ->
                facts.window() instanceof Window.Always;
        };
    }

    static int whole(YamlMap map, String key, int least) {
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

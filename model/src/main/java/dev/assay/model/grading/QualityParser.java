package dev.assay.model.grading;

import dev.assay.core.fact.Field;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.QualityDemand;
import dev.assay.core.grading.RatingState;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what a model demands of the quality of a credit file. */
final class QualityParser {

    private static final int MOST_TRUST = 100;

    private QualityParser() {}

    static QualityDemand parse(YamlMap map, Names names) {
        List<String> states = Arrays.stream(RatingState.values())
                .filter(state -> state != RatingState.RATED)
                .map(Enum::name)
                .toList();
        FactQuery facts = names.conditions().from(map, "from", "every");
        int trust = map.has("trust") ? AdjustmentParser.whole(map, "trust", 1) : 0;
        if (trust > MOST_TRUST) {
            map.fault(
                    "trust",
                    "The trust (%d) is more than any feed can have, which is %d.".formatted(trust, MOST_TRUST),
                    "Maybe take the trust of the feeds that are good enough (docs/feeds.md); 50 is the ordinary one.");
        }
        List<Field> present = new ArrayList<>();
        for (String name : map.texts("present")) {
            ConditionParser.field(map, "present", name, facts.kind().fields()).ifPresent(present::add);
        }
        if (trust == 0 && present.isEmpty() && !map.has("at_least")) {
            map.fault(
                    "",
                    "Nothing is demanded of the facts but that there are some.",
                    "Maybe add at_least: 2, trust: 60 or present: [result]; for a single fact a rule under states: will do.");
        }
        return new QualityDemand(
                names.id(map),
                names.bilingual(map, "title"),
                names.sectors(map),
                names.conditions().findCondition(map, "when"),
                facts,
                map.has("at_least") ? AdjustmentParser.whole(map, "at_least", 1) : 1,
                trust,
                present,
                RatingState.valueOf(map.oneOf("otherwise", states)),
                names.basis(map, "basis"));
    }
}

package dev.assay.batch.feed;

import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.sampling.LiabilityRule;
import dev.assay.core.sampling.LiabilityRule.Attribution;
import dev.assay.core.sampling.LiabilityRule.Liable;
import java.util.Map;
import java.util.TreeMap;

/**
 * By which rule a feed says whose fault its failed samples are, and into whose files it writes them.
 *
 * @param rule the rule
 * @param of the party into whose files it writes: the sampled unit, or the producer
 */
public record FeedLiability(LiabilityRule rule, Liable of) {

    /** Whether a fact of some kind is judged by the rule. */
    static boolean isAbout(FactRule fact) {
        return fact.kind().equals(FactKinds.SAMPLING_RESULT);
    }

    /** A failed sample with what the rule says of it. */
    Values judged(Values sample) {
        Attribution judged = rule.judge(sample);
        Map<String, Object> fields = new TreeMap<>(sample.fields());
        fields.put("liable", judged.liable().code());
        fields.put("liability_rule", rule.id() + ": " + String.join(", ", judged.lines()));
        if (!judged.liable().isOf(of)) {
            fields.put("not_liable", true);
        }
        if (judged.counterfeitClaimed()) {
            fields.put("counterfeit_claim", true);
        }
        return Values.of(fields);
    }

    /** Whether it leaves any out: the sampled unit's file has each sample that was taken there, whoever answers for it. */
    boolean isChoosy() {
        return of == Liable.PRODUCER;
    }

    /** Whether the party answers for a failed sample. */
    boolean isLiable(Values sample) {
        return rule.judge(sample).liable().isOf(of);
    }
}

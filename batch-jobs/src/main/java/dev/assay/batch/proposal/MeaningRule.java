package dev.assay.batch.proposal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ideas mean together.
 *
 * @param field the canonical field, or null where headers of this sort have none
 * @param all ideas that must all be there
 * @param any ideas of which one must be there; empty if it does not matter
 * @param none ideas that must not be there
 * @param confidence how sure it is where every character of the header was understood, above 0 to 1; 0 without field
 */
record MeaningRule(@Nullable String field, Set<String> all, Set<String> any, Set<String> none, double confidence) {

    MeaningRule {
        all = Set.copyOf(all);
        any = Set.copyOf(any);
        none = Set.copyOf(none);
    }

    boolean fits(Set<String> ideas) {
        return ideas.containsAll(all)
                && (any.isEmpty() || any.stream().anyMatch(ideas::contains))
                && none.stream().noneMatch(ideas::contains);
    }
}

package dev.assay.batch.proposal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ideas mean together.
 *
 * @param field the canonical field, or null where headers of this sort have none
 * @param among the fields that a column with such a header may be: cells that do not suit the field and suit one of these decide for it;
 *     empty if the header leaves nothing open
 * @param all ideas that must all be there
 * @param any ideas of which one must be there; empty if it does not matter
 * @param none ideas that must not be there
 * @param after the fields of which the last known column on the left must have one; empty if it does not matter
 * @param confidence how sure it is where every character of the header was understood, above 0 to 1; 0 without field
 */
record MeaningRule(
        @Nullable String field,
        Set<String> among,
        Set<String> all,
        Set<String> any,
        Set<String> none,
        Set<String> after,
        double confidence) {

    MeaningRule {
        among = Set.copyOf(among);
        all = Set.copyOf(all);
        any = Set.copyOf(any);
        none = Set.copyOf(none);
        after = Set.copyOf(after);
    }

    /**
     * Whether it speaks of a column.
     *
     * @param ideas what its header says
     * @param left the field of the last known column on its left; null if there is none
     */
    boolean fits(Set<String> ideas, @Nullable String left) {
        return (after.isEmpty() || (left != null && after.contains(left)))
                && ideas.containsAll(all)
                && (any.isEmpty() || any.stream().anyMatch(ideas::contains))
                && none.stream().noneMatch(ideas::contains);
    }
}

package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Set;

/**
 * Puts a subject into one class: the first whose rule applies.
 *
 * @param id its id
 * @param title its name
 * @param rules the rules, in the order in which they are tried
 */
public record Classification(String id, Bilingual title, List<ClassRule> rules) {

    /** Copies the list. */
    public Classification {
        rules = List.copyOf(rules);
    }

    /**
     * A rule of a classification.
     *
     * @param id its id
     * @param name the class
     * @param sectors the sectors to which it applies; empty for all
     * @param when what must hold
     * @param basis its legal ground
     */
    public record ClassRule(String id, String name, Set<Sector> sectors, Condition when, Basis basis) {

        /** Copies the set. */
        public ClassRule {
            sectors = Set.copyOf(sectors);
        }
    }
}

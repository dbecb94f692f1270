package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;
import java.util.List;

/**
 * On whom the mistakes fall. At the inspectors' capacity the riskiest inspections are made first; a business without a fault that is among
 * them is a false alarm, a fault that is not among them is missed. Ties that the capacity cuts are taken by lot.
 *
 * @param visits how many inspections are made first
 * @param tests how many comparisons were made, for which the probabilities are corrected
 * @param strata the groups, stratum by stratum
 */
public record Burden(int visits, int tests, List<Stratum> strata) {

    /** Copies the list. */
    public Burden {
        strata = List.copyOf(strata);
    }

    /**
     * A way to tell businesses apart.
     *
     * @param id its id
     * @param title its name
     * @param groups its groups, the largest first
     */
    public record Stratum(String id, Bilingual title, List<Group> groups) {

        /** Copies the list. */
        public Stratum {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Businesses of one kind.
     *
     * @param name its name
     * @param inspections how many
     * @param found at how many something was found
     * @param rate that share, with its interval by Wilson
     * @param area the area under the ROC curve within the group, with DeLong's interval
     * @param falseAlarms of the inspections without a fault the share that is made first, with its interval
     * @param missed of the faults the share that is not reached, with its interval
     * @param falseAlarmsByChance the probability that chance sets the group's false alarms apart from all others', by Fisher's exact test,
     *     corrected for all comparisons by Holm; NaN where the group is too small to be told
     * @param missedByChance the same for missed faults
     */
    public record Group(
            String name,
            int inspections,
            int found,
            Interval rate,
            Interval area,
            Interval falseAlarms,
            Interval missed,
            double falseAlarmsByChance,
            double missedByChance) {

        /**
         * Whether false alarms differ from the others' beyond chance.
         *
         * @return true if so
         */
        public boolean unequalFalseAlarms() {
            return falseAlarmsByChance < ManyTests.LEVEL;
        }

        /**
         * Whether missed faults differ from the others' beyond chance.
         *
         * @return true if so
         */
        public boolean unequalMissed() {
            return missedByChance < ManyTests.LEVEL;
        }

        /**
         * Whether there are enough inspections to tell anything: 20 without and 5 with a fault.
         *
         * @return true if so
         */
        public boolean enough() {
            return inspections - found >= 20 && found >= 5;
        }
    }
}

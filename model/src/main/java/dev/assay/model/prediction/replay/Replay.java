package dev.assay.model.prediction.replay;

import dev.assay.model.prediction.judging.DaysEarlier;
import dev.assay.model.prediction.judging.Interval;
import java.util.List;

/**
 * What plans would have found on visits that were made.
 *
 * @param periods the periods for which plans were made
 * @param subjects subjects on the eve of each period, all periods together
 * @param visited how many of them were visited in their period
 * @param further further visits to the same subject in the same period; only the first one counts
 * @param found at how many first visits something was found
 * @param businesses of how many businesses the visited subjects are
 * @param resamples how often businesses were drawn for the intervals
 * @param grades by grade, from the best to the worst, then by state
 * @param plans what each plan would have found, in the order of {@link PlanBy}
 * @param beside the rankings beside the visits a year that the authority asks for; empty where its classes are not numbers
 */
public record Replay(
        List<Period> periods,
        int subjects,
        int visited,
        int further,
        int found,
        int businesses,
        int resamples,
        List<Standing> grades,
        List<Plan> plans,
        List<LeastVisits> beside) {

    /** Copies the lists. */
    public Replay {
        periods = List.copyOf(periods);
        grades = List.copyOf(grades);
        plans = List.copyOf(plans);
        beside = List.copyOf(beside);
    }

    /**
     * A grade or a state on the eve.
     *
     * @param name its name
     * @param subjects subjects that stood so
     * @param visited how many of them were visited in the period
     * @param found at how many of these visits something was found
     * @param perVisit {@code found ÷ visited}
     */
    public record Standing(String name, int subjects, int visited, int found, Interval perVisit) {}

    /**
     * A plan.
     *
     * @param by who is visited first
     * @param without visited subjects of which the plan says nothing; they stand at the mean of the others
     * @param reaches what it would have found at each capacity
     * @param earlier by how many days, were all visits of a period made in the plan's order, as many on each day as there really were
     */
    public record Plan(PlanBy by, int without, List<Reach> reaches, DaysEarlier earlier) {
        /** Copies the list. */
        public Plan {
            reaches = List.copyOf(reaches);
        }
    }

    /**
     * What a plan finds when only a part of the visits can be made.
     *
     * @param capacity the part of each period's visits, 0 to 1
     * @param visits how many visits that is
     * @param found how many of them find something; ties that are cut count in part
     * @param perVisit {@code found ÷ visits}
     * @param gain by how much that is more than of the uniform plan
     */
    public record Reach(double capacity, double visits, double found, Interval perVisit, Interval gain) {}

    /**
     * A ranking beside the visits a year that the authority asks for.
     *
     * @param by the ranking
     * @param correlation Spearman's rank correlation of the two, within periods
     * @param classes the numbers of visits a year, from the fewest
     * @param tenths the riskiest tenth of the subjects first; ties that are cut are shared out
     * @param grades by grade or state; empty for a ranking that has none
     */
    public record LeastVisits(
            PlanBy by, Interval correlation, List<Integer> classes, List<Line> tenths, List<Line> grades) {
        /** Copies the lists. */
        public LeastVisits {
            classes = List.copyOf(classes);
            tenths = List.copyOf(tenths);
            grades = List.copyOf(grades);
        }
    }

    /**
     * Some of the subjects.
     *
     * @param name which
     * @param subjects how many, all periods together
     * @param share the part of them in each class
     * @param least the mean of the visits a year that the authority asks for
     * @param dealt the mean of the visits a year, were as many dealt out by the ranking: the most to the riskiest
     * @param made the mean of the visits a year that were made
     * @param perVisit at what part of the first visits something was found; NaN without visits
     */
    public record Line(
            String name,
            double subjects,
            List<Double> share,
            double least,
            double dealt,
            double made,
            double perVisit) {
        /** Copies the list. */
        public Line {
            share = List.copyOf(share);
        }
    }
}

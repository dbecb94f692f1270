package dev.assay.model.prediction.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By how many days faults would have been found earlier, had the same inspections been made in the order of risk, as many on each day as
 * there really were: of each found fault the day on which it was found less the day on which it would have been. As in Chicago's paper (T.
 * Schenk and others, "Food Inspections Evaluation", City of Chicago 2015), but that ties share the mean of their days instead of keeping
 * the order in which they are stored. It takes for granted that a fault would have been there on the other day, too.
 *
 * <p>Overall, a ranking gains by sending the strict inspectors first. Where inspections are re-ordered only among those of one inspector,
 * that gain is gone.
 *
 * @param groups among how many groups of inspections the order was changed; 1 is overall
 * @param inspections how many inspections were re-ordered; those without a group are not
 * @param found at how many of them something was found
 * @param days the mean with its interval by Student's t; NaN where fewer than two were found
 * @param deviation the standard deviation, days
 * @param t the mean against its standard error
 * @param p the probability that chance alone goes as far on either side, by Student's t with {@code found - 1} degrees of freedom
 * @param later the share of faults that would have been found later, 0 to 1
 * @param firstHalf the share of faults that really were found in the first half of the inspections (of each group), 0 to 1
 * @param firstHalfOrdered the share that would have been
 */
public record DaysEarlier(
        int groups,
        int inspections,
        int found,
        Interval days,
        double deviation,
        double t,
        double p,
        double later,
        double firstHalf,
        double firstHalfOrdered) {

    /** By how many days each row would have been earlier; NaN where it belongs to no group. */
    static double[] each(double[] scores, long[] days, @Nullable String[] groups) {
        double[] earlier = new double[scores.length];
        Arrays.fill(earlier, Double.NaN);
        for (int[] rows : grouped(groups).values()) {
            RiskOrdering order = RiskOrdering.of(pick(scores, rows));
            long[] slots =
                    Arrays.stream(rows).mapToLong(row -> days[row]).sorted().toArray();
            for (int place = 0; place < rows.length; ) {
                int end = order.endOfTies(place);
                double day = Arrays.stream(slots, place, end).average().orElseThrow();
                for (int k = place; k < end; k++) {
                    int row = rows[order.order()[k]];
                    earlier[row] = days[row] - day;
                }
                place = end;
            }
        }
        return earlier;
    }

    /**
     * Makes the same visits in the order of risk, as many on each day as there really were.
     *
     * @param scores the scores, higher where the risk is; NaN where there is none
     * @param days the day of each visit, since 1970
     * @param found at which of them something was found
     * @param groups within which group each is re-ordered; null leaves it out
     * @return by how many days faults would have been found earlier
     */
    public static DaysEarlier of(double[] scores, long[] days, boolean[] found, @Nullable String[] groups) {
        double[] each = each(scores, days, groups);
        double[] ofFound = new double[each.length];
        int n = 0;
        int inspections = 0;
        int later = 0;
        for (int i = 0; i < each.length; i++) {
            if (!Double.isNaN(each[i])) {
                inspections++;
                if (found[i]) {
                    ofFound[n++] = each[i];
                    later += each[i] < 0 ? 1 : 0;
                }
            }
        }
        double before = 0;
        double after = 0;
        Map<String, int[]> grouped = grouped(groups);
        for (int[] rows : grouped.values()) {
            boolean[] marked = marked(found, rows);
            double half = rows.length / 2.0;
            double[] sooner = Arrays.stream(rows).mapToDouble(row -> -days[row]).toArray();
            before += RiskOrdering.of(sooner).among(half, marked);
            after += RiskOrdering.of(pick(scores, rows)).among(half, marked);
        }
        Mean mean = Mean.of(Arrays.copyOf(ofFound, n));
        return new DaysEarlier(
                grouped.size(),
                inspections,
                n,
                mean.interval(),
                mean.deviation(),
                mean.t(),
                mean.p(),
                (double) later / n,
                before / n,
                after / n);
    }

    private static Map<String, int[]> grouped(@Nullable String[] groups) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < groups.length; i++) {
            String group = groups[i];
            if (group != null) {
                rows.computeIfAbsent(group, ignored -> new ArrayList<>()).add(i);
            }
        }
        Map<String, int[]> grouped = new LinkedHashMap<>();
        rows.forEach((group, of) ->
                grouped.put(group, of.stream().mapToInt(Integer::intValue).toArray()));
        return grouped;
    }

    private static double[] pick(double[] of, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> of[row]).toArray();
    }

    private static boolean[] marked(boolean[] found, int[] rows) {
        boolean[] marked = new boolean[rows.length];
        for (int k = 0; k < rows.length; k++) {
            marked[k] = found[rows[k]];
        }
        return marked;
    }

    /** A mean held against nought by Student's t. */
    private record Mean(Interval interval, double deviation, double t, double p) {
        static Mean of(double[] numbers) {
            int n = numbers.length;
            if (n < 2) {
                return new Mean(Interval.UNTOLD, Double.NaN, Double.NaN, Double.NaN);
            }
            double mean = Arrays.stream(numbers).sum() / n;
            double squares =
                    Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
            double deviation = Math.sqrt(squares / (n - 1));
            if (deviation == 0) {
                return new Mean(new Interval(mean, Double.NaN, Double.NaN), 0, Double.NaN, Double.NaN);
            }
            double error = deviation / Math.sqrt(n);
            double reach = Tails.studentReach(n - 1.0) * error;
            double t = mean / error;
            return new Mean(new Interval(mean, mean - reach, mean + reach), deviation, t, Tails.student(t, n - 1.0));
        }
    }
}

package dev.assay.model.prediction.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well the prediction tells inspections that find something from those that do not.
 *
 * @param area the area under the ROC curve, its interval by resampling businesses (B. Efron 1979; percentiles, clusters after A. C. Davison
 *     and D. V. Hinkley 1997, section 3.8)
 * @param resamples how often the businesses were drawn
 * @param deLong the same area with the interval of DeLong and others 1988 in the form for clusters of Obuchowski 1997
 * @param curve the ROC curve, from (0, 0) to (1, 1)
 * @param topDecile what the riskiest tenth of the inspections holds
 * @param capacity what the inspections hold that can be made first
 * @param capacityDays in how many days those can be made
 * @param gains what share of all found faults the riskiest inspections hold, by their share, from (0, 0) to (1, 1)
 */
public record Discrimination(
        Interval area,
        int resamples,
        Interval deLong,
        List<Point> curve,
        Reach topDecile,
        Reach capacity,
        int capacityDays,
        List<Point> gains) {

    private static final int MOST_POINTS = 100;

    /** Copies the lists. */
    public Discrimination {
        curve = List.copyOf(curve);
        gains = List.copyOf(gains);
    }

    /**
     * A point of a curve.
     *
     * @param x to the right, 0 to 1
     * @param y upwards, 0 to 1
     */
    public record Point(double x, double y) {}

    /**
     * What is reached by visiting the riskiest first; ties that are cut count in part.
     *
     * @param visits how many visits
     * @param share of all inspections, 0 to 1
     * @param found the share of all found faults that are reached, 0 to 1
     * @param precision how many of the visits find something, 0 to 1
     * @param lift {@code found ÷ share}; 1 is what visits at random would reach
     */
    public record Reach(double visits, double share, double found, double precision, double lift) {

        static Reach of(RiskOrdering order, boolean[] found, double visits) {
            double reached = order.among(visits, found);
            double share = visits / found.length;
            double part = reached / count(found);
            return new Reach(visits, share, part, reached / visits, part / share);
        }
    }

    /** The areas of resampled businesses' rows: their 2.5 % and 97.5 % points. */
    static Interval bootstrap(RiskOrdering order, boolean[] found, int[] businesses, int resamples, long seed) {
        int most = Arrays.stream(businesses).max().orElse(0) + 1;
        return Resampling.intervals(
                        most, resamples, seed, times -> new double[] {area(order, found, businesses, times)})
                .getFirst();
    }

    private static double area(RiskOrdering order, boolean[] found, int[] businesses, int[] times) {
        double above = 0;
        double pairs = 0;
        double clean = 0;
        int[] rows = order.order();
        for (int place = 0; place < rows.length; ) {
            int end = order.endOfTies(place);
            double tiedFound = 0;
            double tiedClean = 0;
            for (int k = place; k < end; k++) {
                int weight = times[businesses[rows[k]]];
                if (found[rows[k]]) {
                    tiedFound += weight;
                } else {
                    tiedClean += weight;
                }
            }
            pairs += tiedClean * (above + tiedFound / 2);
            above += tiedFound;
            clean += tiedClean;
            place = end;
        }
        return pairs / (above * clean);
    }

    static List<Point> roc(RiskOrdering order, boolean[] found) {
        double hits = count(found);
        double clean = found.length - hits;
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        int reached = 0;
        int[] rows = order.order();
        for (int place = 0; place < rows.length; ) {
            int end = order.endOfTies(place);
            for (int k = place; k < end; k++) {
                reached += found[rows[k]] ? 1 : 0;
            }
            points.add(new Point((end - reached) / clean, reached / hits));
            place = end;
        }
        return thinned(points);
    }

    static List<Point> gains(RiskOrdering order, boolean[] found) {
        double hits = count(found);
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        int[] rows = order.order();
        int reached = 0;
        for (int place = 0; place < rows.length; ) {
            int end = order.endOfTies(place);
            for (int k = place; k < end; k++) {
                reached += found[rows[k]] ? 1 : 0;
            }
            points.add(new Point((double) end / rows.length, reached / hits));
            place = end;
        }
        return thinned(points);
    }

    private static List<Point> thinned(List<Point> points) {
        int n = points.size();
        if (n <= MOST_POINTS) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        for (int k = 0; k < MOST_POINTS; k++) {
            kept.add(points.get((int) ((long) k * (n - 1) / (MOST_POINTS - 1))));
        }
        return kept;
    }

    static int count(boolean[] found) {
        int count = 0;
        for (boolean one : found) {
            count += one ? 1 : 0;
        }
        return count;
    }
}

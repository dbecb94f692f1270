package dev.assay.model.prediction.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often something was found around: at the businesses of an area, a chain, a kind, up to the day before. Made from all looks of all files; the
 * same looks give the same numbers in whatever order they come. Memory grows with the number of looks. Immutable.
 */
public final class Surroundings {

    private final List<Reading.Rate> rates;
    private final List<Map<String, Series>> around;
    private final Series everywhere;

    private Surroundings(List<Reading.Rate> rates, List<Map<String, Series>> around, Series everywhere) {
        this.rates = rates;
        this.around = around;
        this.everywhere = everywhere;
    }

    /**
     * Gathers looks.
     *
     * @param rates what is asked, in the order in which each look tells what it has alike with others
     * @param looks the looks
     * @return what can be asked of them
     */
    public static Surroundings of(List<Reading.Rate> rates, List<Draft.Look> looks) {
        List<Map<String, Gathered>> gathered = rates.stream()
                .map(_ -> (Map<String, Gathered>) new HashMap<String, Gathered>())
                .toList();
        Gathered all = new Gathered();
        for (Draft.Look look : looks) {
            int day = Math.toIntExact(look.known().toEpochDay());
            all.add(day, look.found());
            for (int i = 0; i < gathered.size(); i++) {
                String alike = look.around()[i];
                if (alike != null) {
                    gathered.get(i).computeIfAbsent(alike, _ -> new Gathered()).add(day, look.found());
                }
            }
        }
        List<Map<String, Series>> around = rates.stream()
                .map(_ -> (Map<String, Series>) new HashMap<String, Series>())
                .toList();
        for (int i = 0; i < gathered.size(); i++) {
            double halfLife = rates.get(i).halfLife();
            Map<String, Series> series = around.get(i);
            gathered.get(i).forEach((alike, one) -> series.put(alike, one.series(halfLife)));
        }
        return new Surroundings(rates, around, all.series(Double.POSITIVE_INFINITY));
    }

    /**
     * How often it was found around, less how often anywhere.
     *
     * @param rate the place of the rate in their list
     * @param alike what the business has alike with others
     * @param day the day: only looks that were known before it count
     * @return from −1 to 1; NaN where nobody had looked at anybody yet
     */
    public double rate(int rate, String alike, LocalDate day) {
        int before = Math.toIntExact(day.toEpochDay());
        double looks = everywhere.looks(before, Double.POSITIVE_INFINITY);
        if (looks == 0) {
            return Double.NaN;
        }
        double average = everywhere.found(before, Double.POSITIVE_INFINITY) / looks;
        Series series = around.get(rate).get(alike);
        Reading.Rate asked = rates.get(rate);
        double found = series == null ? 0 : series.found(before, asked.halfLife());
        double all = series == null ? 0 : series.looks(before, asked.halfLife());
        return (found + asked.prior() * average) / (all + asked.prior()) - average;
    }

    /** Looks of one group, each a day and a result in one number. */
    private static final class Gathered {
        private long[] looks = new long[4];
        private int count;

        void add(int day, boolean found) {
            if (count == looks.length) {
                looks = Arrays.copyOf(looks, 2 * count);
            }
            looks[count++] = 2L * day + (found ? 1 : 0);
        }

        Series series(double halfLife) {
            Arrays.sort(looks, 0, count);
            int[] days = new int[count];
            double[] all = new double[count];
            double[] found = new double[count];
            int last = -1;
            for (int i = 0; i < count; i++) {
                int day = Math.toIntExact(Math.floorDiv(looks[i], 2L));
                if (last < 0 || days[last] != day) {
                    double kept = last < 0 ? 0 : Series.kept(day - days[last], halfLife);
                    all[last + 1] = last < 0 ? 0 : all[last] * kept;
                    found[last + 1] = last < 0 ? 0 : found[last] * kept;
                    days[++last] = day;
                }
                all[last]++;
                found[last] += Math.floorMod(looks[i], 2L);
            }
            return new Series(
                    Arrays.copyOf(days, last + 1), Arrays.copyOf(all, last + 1), Arrays.copyOf(found, last + 1));
        }
    }

    /** The weighted sums after each day on which there were looks. */
    @SuppressWarnings("ArrayRecordComponent") // private, and written nowhere
    private record Series(int[] days, double[] all, double[] found) {

        double looks(int before, double halfLife) {
            return at(all, before, halfLife);
        }

        double found(int before, double halfLife) {
            return at(found, before, halfLife);
        }

        private double at(double[] sums, int before, double halfLife) {
            int place = Arrays.binarySearch(days, before);
            int last = (place < 0 ? -place - 1 : place) - 1;
            return last < 0 ? 0 : sums[last] * kept(before - days[last], halfLife);
        }

        static double kept(int days, double halfLife) {
            return halfLife == Double.POSITIVE_INFINITY ? 1 : StrictMath.pow(0.5, days / halfLife);
        }
    }
}

package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.simulation.Stability;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far features and predictions have moved since training: the population stability index (PSI) of each, see {@link Stability}.
 *
 * @param features each feature
 * @param score the predictions
 */
public record Drift(List<Shift> features, Shift score) {

    /** Copies the list. */
    public Drift {
        features = List.copyOf(features);
    }

    /**
     * How far one thing has moved.
     *
     * @param id the feature; empty for the prediction
     * @param index the index; NaN where one side has no rows
     * @param critical what chance alone exceeds once in twenty times between two samples of these sizes; NaN with one bin
     * @param rowsThen rows in training
     * @param rowsNow rows now
     * @param byChance how likely chance alone goes as far, by χ² (B. Yurdakul 2018), corrected for all features and the score by Holm; NaN
     *     where it cannot be told
     */
    public record Shift(String id, double index, double critical, long rowsThen, long rowsNow, double byChance) {

        /**
         * Whether to raise an alarm: the shift is beyond chance for the number of rows, after correction, and at least 0.10, so that a
         * trifle is not one because there are many rows.
         *
         * @return true if so
         */
        public boolean alarm() {
            return byChance < ManyTests.LEVEL && index >= Stability.MODERATE.doubleValue();
        }
    }

    /**
     * Holds today's rows against those of training.
     *
     * @param then those of training
     * @param rows today's values of the same features
     * @param probabilities today's predictions of the same rows
     * @return how far each has moved
     */
    public static Drift between(Reference then, List<FeatureValues> rows, double[] probabilities) {
        return between(then, then.recounted(rows, probabilities));
    }

    /**
     * Holds one spread against another in the same bins.
     *
     * @param then the one
     * @param now the other
     * @return how far each has moved
     */
    public static Drift between(Reference then, Reference now) {
        List<Shift> raw = new ArrayList<>();
        for (int k = 0; k < then.features().size(); k++) {
            raw.add(shift(then.features().get(k), now.features().get(k)));
        }
        raw.add(shift(then.score(), now.score()));
        double[] corrected =
                ManyTests.holm(raw.stream().mapToDouble(Shift::byChance).toArray());
        List<Shift> shifts = new ArrayList<>();
        for (int k = 0; k < corrected.length; k++) {
            Shift one = raw.get(k);
            shifts.add(new Shift(one.id(), one.index(), one.critical(), one.rowsThen(), one.rowsNow(), corrected[k]));
        }
        return new Drift(shifts.subList(0, shifts.size() - 1), shifts.getLast());
    }

    private static Shift shift(Reference.Spread then, Reference.Spread now) {
        Stability stability = Stability.of(counts(then), counts(now));
        double index = number(stability.index());
        double scale = 1.0 / stability.before() + 1.0 / stability.after();
        return new Shift(
                then.id(),
                index,
                number(stability.critical()),
                stability.before(),
                stability.after(),
                Tails.chiSquare(index / scale, stability.bins() - 1.0));
    }

    private static long[] counts(Reference.Spread spread) {
        return spread.counts().stream().mapToLong(Long::longValue).toArray();
    }

    private static double number(@Nullable BigDecimal number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    /**
     * Whether anything raises an alarm.
     *
     * @return the alarming ones; the score's is last
     */
    public List<Shift> alarms() {
        List<Shift> all = new ArrayList<>(features);
        all.add(score);
        return all.stream().filter(Shift::alarm).toList();
    }
}

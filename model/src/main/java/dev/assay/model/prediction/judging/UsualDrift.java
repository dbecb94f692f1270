package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which drift is news. How far features and predictions moved within the time of training itself, where nobody called it news: in a young feed every business's history
 * grows, and other quarters have other weather. An alarm that rings for that would be switched off.
 */
public final class UsualDrift {

    /** Of quarters a year, so that each season is among them, and the first steps of a feed are not. */
    private static final int MOST_WINDOWS = 4;

    private UsualDrift() {}

    /**
     * The farthest that each moved: every window of so many days, counted back from the end of training, against the year before it. Windows that have
     * less than a year before them are left out.
     *
     * @param features the features
     * @param learned the rows of training
     * @param probabilities the predictions of the same rows
     * @param until the last day of training
     * @param days how long a window is, at least 1
     * @return the largest population stability index by feature, the prediction's under the empty text; empty where no window has a year before it
     */
    public static Map<String, Double> of(
            List<Feature> features, List<Observation> learned, double[] probabilities, LocalDate until, int days) {
        Map<String, Double> farthest = new HashMap<>();
        LocalDate first = learned.stream()
                .map(Observation::day)
                .min(LocalDate::compareTo)
                .orElse(until)
                .plusYears(1);
        LocalDate last = until;
        for (int k = 0; k < MOST_WINDOWS && !last.minusDays(days).isBefore(first); k++) {
            LocalDate before = last.minusDays(days);
            Part earlier = part(learned, probabilities, before.minusYears(1), before);
            Part window = part(learned, probabilities, before, last);
            Reference then = Reference.of(features, earlier.values(), earlier.scores());
            Drift moved = Drift.between(then, window.values(), window.scores());
            moved.features().forEach(shift -> keep(farthest, shift));
            keep(farthest, moved.score());
            last = before;
        }
        return Map.copyOf(farthest);
    }

    /**
     * Whether a shift is news: it raises an alarm, and goes beyond the farthest of training by more than chance makes of two samples of these sizes.
     *
     * @param shift the shift, against the last year of training
     * @param usual what {@link #of} told of the same training
     * @return true if so
     */
    public static boolean isNews(Drift.Shift shift, Map<String, Double> usual) {
        Double farthest = usual.get(shift.id());
        return shift.alarm() && (farthest == null || shift.index() > farthest + shift.critical());
    }

    private static void keep(Map<String, Double> farthest, Drift.Shift shift) {
        if (!Double.isNaN(shift.index())) {
            farthest.merge(shift.id(), shift.index(), Math::max);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Part(List<FeatureValues> values, double[] scores) {}

    private static Part part(List<Observation> rows, double[] scores, LocalDate after, LocalDate upTo) {
        List<FeatureValues> values = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            LocalDate day = rows.get(i).day();
            if (day.isAfter(after) && !day.isAfter(upTo)) {
                values.add(rows.get(i).values());
                theirs.add(scores[i]);
            }
        }
        return new Part(values, theirs.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

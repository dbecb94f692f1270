package dev.assay.batch.prediction;

import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.model.backtest.Area;
import dev.assay.model.backtest.Gain;
import dev.assay.model.backtest.RankedRows;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.judging.Agreement;
import dev.assay.model.prediction.judging.Drift;
import dev.assay.model.prediction.judging.Reference;
import dev.assay.model.prediction.judging.UsualDrift;
import dev.assay.model.prediction.trained.TrainedPrediction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is watched of a training in use: how far features and predictions of the newest inspections have moved since training, how well it ranked
 * what inspections have found since then, and how far it agrees with the one in force.
 *
 * @param drift the first; of inspections to which the training had not come
 * @param usual how far each had moved at most in the time of training itself, see {@link UsualDrift}
 * @param ranked the second
 * @param gain by how much the area of a challenger exceeds the champion's on the inspections that neither had seen; null for the champion itself
 * @param agreement how far the two agree on everybody; null for the champion itself
 */
record Watch(
        Drift drift,
        Map<String, Double> usual,
        Area ranked,
        @Nullable Gain gain,
        @Nullable Agreement agreement) {

    private static final int PLACES = 4;

    /** The training that is in force, to be compared with, and what it foretells of everybody. */
    @SuppressWarnings("ArrayRecordComponent") // never shared with one who writes
    record Champion(TrainedPrediction prediction, double[] scores) {}

    static Watch of(
            TrainedPrediction prediction,
            double[] scores,
            List<Observation> looks,
            LocalDate day,
            int watchDays,
            @Nullable Champion champion) {
        LocalDate until = prediction.file().trainedUntil();
        List<Observation> learned =
                looks.stream().filter(row -> !row.day().isAfter(until)).toList();
        List<Observation> later =
                looks.stream().filter(row -> row.day().isAfter(until)).toList();
        List<Observation> newest = later.stream()
                .filter(row -> !row.day().isBefore(day.minusDays(watchDays)))
                .toList();
        List<Observation> lastYear = learned.stream()
                .filter(row -> row.day().isAfter(until.minusYears(1)))
                .toList();
        Reference then = Reference.of(
                CardFacts.features(prediction),
                lastYear.stream().map(Observation::values).toList(),
                probabilities(prediction, lastYear));
        Map<String, Double> usual = UsualDrift.of(
                CardFacts.features(prediction), learned, probabilities(prediction, learned), until, watchDays);
        Drift drift = Drift.between(
                then, newest.stream().map(Observation::values).toList(), probabilities(prediction, newest));
        if (champion == null) {
            return new Watch(drift, usual, area(prediction, later), null, null);
        }
        LocalDate both = champion.prediction().file().trainedUntil();
        List<Observation> unseen =
                later.stream().filter(row -> row.day().isAfter(both)).toList();
        return new Watch(
                drift,
                usual,
                area(prediction, later),
                RankedRows.gain(
                        ranks(prediction, unseen),
                        ranks(champion.prediction(), unseen),
                        found(unseen),
                        businesses(unseen)),
                Agreement.of(scores, champion.scores()));
    }

    private static Area area(TrainedPrediction prediction, List<Observation> rows) {
        return RankedRows.area(ranks(prediction, rows), found(rows), businesses(rows));
    }

    static double[] probabilities(TrainedPrediction prediction, List<Observation> rows) {
        return rows.stream()
                .mapToDouble(row -> prediction.probability(row.values()))
                .toArray();
    }

    /** From 0 for the least likely; log-odds, which calibration does not join. */
    private static int[] ranks(TrainedPrediction prediction, List<Observation> rows) {
        double[] scores = rows.stream()
                .mapToDouble(row -> prediction.logOdds(row.values()))
                .toArray();
        double[] different = DoubleStream.of(scores).sorted().distinct().toArray();
        return Arrays.stream(scores)
                .mapToInt(score -> Arrays.binarySearch(different, score))
                .toArray();
    }

    private static boolean[] found(List<Observation> rows) {
        boolean[] found = new boolean[rows.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = rows.get(i).found();
        }
        return found;
    }

    private static int[] businesses(List<Observation> rows) {
        Map<Identity, Integer> numbers = new HashMap<>();
        return rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(row.business(), _ -> numbers.size()))
                .toArray();
    }

    /** As the store keeps it. */
    Values toValues() {
        Map<String, Object> all = new TreeMap<>();
        all.put(
                "drift",
                Stream.concat(drift.features().stream(), Stream.of(drift.score()))
                        .map(this::shift)
                        .toList());
        all.put("found", BigDecimal.valueOf(ranked.found()));
        all.put("inspections", BigDecimal.valueOf(ranked.found() + ranked.clean()));
        put(all, "area", ranked.area());
        put(all, "area_low", ranked.lower());
        put(all, "area_high", ranked.upper());
        if (gain != null) {
            put(all, "gain", gain.difference());
            put(all, "gain_low", gain.lower());
            put(all, "gain_high", gain.upper());
        }
        if (agreement != null) {
            put(all, "rank_correlation", number(agreement.rankCorrelation()));
            put(all, "shared_tenth", number(agreement.sharedTenth()));
        }
        return Values.of(all);
    }

    /** The alarms: what moved beyond chance, by a shift worth a look, and farther than it ever had in training. */
    int alarms() {
        return (int) drift.alarms().stream()
                .filter(shift -> UsualDrift.isNews(shift, usual))
                .count();
    }

    private Values shift(Drift.Shift shift) {
        Map<String, Object> one = new TreeMap<>();
        one.put("feature", shift.id());
        put(one, "psi", number(shift.index()));
        put(one, "p", number(shift.byChance()));
        one.put("then", BigDecimal.valueOf(shift.rowsThen()));
        one.put("now", BigDecimal.valueOf(shift.rowsNow()));
        put(one, "usual", number(usual.getOrDefault(shift.id(), Double.NaN)));
        one.put("alarm", UsualDrift.isNews(shift, usual));
        return Values.of(one);
    }

    private static void put(Map<String, Object> map, String name, @Nullable BigDecimal number) {
        if (number != null) {
            map.put(name, number);
        }
    }

    private static @Nullable BigDecimal number(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_UP) : null;
    }
}

package dev.assay.model.prediction.supervision;

import dev.assay.model.prediction.trained.LogOdds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How strict someone is: how often they found, and how much oftener than was foretold of the businesses they saw. A reason to look, never
 * a verdict: what the features do not know of a business (a district that only one inspector visits) is counted as strictness.
 *
 * @param by who
 * @param rows how many inspections
 * @param found how many found
 * @param rate the share that found, as it is
 * @param expected the share that was foretold, after all forecasts together were brought to the overall rate
 * @param adjusted how much oftener they found than foretold, in log-odds
 * @param drawn the same, drawn to nought as far as all differ by no more than chance: for comparing and ordering
 * @param pValue how often chance alone gives as much, held up for as many comparisons as there are (S. Holm 1979)
 */
public record Strictness(
        String by,
        long rows,
        long found,
        Interval rate,
        double expected,
        Interval adjusted,
        Interval drawn,
        double pValue) {

    /** What is added to the penalty of free effects: a row, so that who never found has an effect too. */
    private static final double ROW = 0.25;

    /** Where effects do not differ by more than chance, their variance is taken as this. */
    private static final double LEAST_VARIANCE = 1e-4;

    /**
     * Judges everyone.
     *
     * @param rows the inspections
     * @return one for each, the strictest first
     */
    public static List<Strictness> of(List<Judged> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        double shift = effect(rows, 0, 0).logOdds();
        Map<String, List<Judged>> all = grouped(rows);
        Map<String, PenalisedEffect> free = new TreeMap<>();
        all.forEach((by, own) -> free.put(by, effect(own, shift, ROW)));
        double penalty = 1 / Math.max(LEAST_VARIANCE, variance(List.copyOf(free.values())));
        List<Strictness> result = new ArrayList<>();
        Map<String, Double> pValues = held(free);
        all.forEach((by, own) -> {
            long found = own.stream().filter(Judged::found).count();
            PenalisedEffect one = free.getOrDefault(by, new PenalisedEffect(0, 1));
            PenalisedEffect drawn = effect(own, shift, penalty);
            result.add(new Strictness(
                    by,
                    own.size(),
                    found,
                    Interval.share(found, own.size()),
                    own.stream()
                                    .mapToDouble(row -> LogOdds.probability(row.logOdds() + shift))
                                    .sum()
                            / own.size(),
                    Interval.normal(one.logOdds(), one.standardError()),
                    Interval.normal(drawn.logOdds(), drawn.standardError()),
                    pValues.getOrDefault(by, 1.0)));
        });
        result.sort(Comparator.<Strictness>comparingDouble(one -> -one.drawn().estimate())
                .thenComparing(Strictness::by));
        return List.copyOf(result);
    }

    static Map<String, List<Judged>> grouped(List<Judged> rows) {
        Map<String, List<Judged>> groups = new TreeMap<>();
        rows.forEach(
                row -> groups.computeIfAbsent(row.by(), by -> new ArrayList<>()).add(row));
        return groups;
    }

    /** The effect of rows whose forecasts are all shifted. */
    static PenalisedEffect effect(List<Judged> rows, double shift, double penalty) {
        boolean[] found = new boolean[rows.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = rows.get(i).found();
        }
        return PenalisedEffect.of(
                rows.stream().mapToDouble(row -> row.logOdds() + shift).toArray(), found, penalty);
    }

    /** The variance of true effects: what is left of their spread beyond their own errors (R. DerSimonian, N. Laird 1986). */
    private static double variance(List<PenalisedEffect> effects) {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (PenalisedEffect effect : effects) {
            double weight = 1 / (effect.standardError() * effect.standardError());
            weights += weight;
            squares += weight * weight;
            sum += weight * effect.logOdds();
        }
        double mean = sum / weights;
        double spread = 0;
        for (PenalisedEffect effect : effects) {
            double far = (effect.logOdds() - mean) / effect.standardError();
            spread += far * far;
        }
        double room = weights - squares / weights;
        return room > 0 ? Math.max(0, (spread - (effects.size() - 1)) / room) : 0;
    }

    private static Map<String, Double> held(Map<String, PenalisedEffect> effects) {
        List<Map.Entry<String, Double>> order = effects.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        Interval.twoSided(
                                entry.getValue().logOdds() / entry.getValue().standardError())))
                .sorted(Map.Entry.comparingByValue())
                .toList();
        Map<String, Double> held = new TreeMap<>();
        double least = 0;
        for (int i = 0; i < order.size(); i++) {
            least = Math.max(
                    least, Math.min(1, (order.size() - i) * order.get(i).getValue()));
            held.put(order.get(i).getKey(), least);
        }
        return held;
    }
}

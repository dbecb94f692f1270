package dev.assay.model.prediction.replay;

import dev.assay.core.grading.RatingState;
import dev.assay.core.identity.Identity;
import dev.assay.model.backtest.RiskOrder;
import dev.assay.model.prediction.judging.DaysEarlier;
import dev.assay.model.prediction.judging.Interval;
import dev.assay.model.prediction.judging.Resampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replays plans. Only visits that were made have an outcome, so a plan can choose among them and in what order, but cannot send anybody to where
 * nobody went; and it is taken for granted that another day of the same period would have found the same.
 */
public final class Replaying {

    /** The parts of a period's visits after which plans are compared. */
    public static final List<Double> CAPACITIES = List.of(0.1, 0.25, 0.5);

    private final List<Period> periods;
    private final List<Planned> planned;
    private final RiskOrder order;
    private final List<Planned> visited;
    private final int[] businesses;
    private final int clusters;
    private final List<PlanBy> plans;
    private final List<String> standings;

    private Replaying(List<Period> periods, List<Planned> planned, RiskOrder order) {
        this.periods = periods;
        this.planned = planned;
        this.order = order;
        this.visited = planned.stream().filter(one -> one.visited() != null).toList();
        Map<Identity, Integer> numbers = new HashMap<>();
        this.businesses = visited.stream()
                .mapToInt(one -> numbers.computeIfAbsent(one.business(), _ -> numbers.size()))
                .toArray();
        this.clusters = numbers.size();
        this.plans = Arrays.stream(PlanBy.values())
                .filter(by -> visited.stream().anyMatch(one -> !Double.isNaN(by.priority(one, order))))
                .toList();
        this.standings = Stream.concat(
                        order.grades().stream(),
                        Arrays.stream(RatingState.values()).map(RatingState::name))
                .filter(name ->
                        planned.stream().anyMatch(one -> one.row().standing().equals(name)))
                .toList();
    }

    /**
     * Replays.
     *
     * @param periods the periods
     * @param planned the subjects on the eve of each
     * @param order what makes a subject riskier
     * @param resamples how often businesses are drawn for the intervals
     * @param seed of the draws
     * @return what the plans would have found
     * @throws IllegalArgumentException if nobody was visited, or nothing found, or everywhere something
     */
    public static Replay replay(
            List<Period> periods, List<Planned> planned, RiskOrder order, int resamples, long seed) {
        Replaying replaying = new Replaying(periods, planned, order);
        int found = (int) replaying.visited.stream().filter(Planned::isFound).count();
        if (found == 0 || found == replaying.visited.size()) {
            throw new IllegalArgumentException(
                    "Of %d visits from %s to %s %d found something, so plans cannot be told apart.%nMaybe choose other days, or another outcome."
                            .formatted(
                                    replaying.visited.size(),
                                    periods.getFirst().from(),
                                    periods.getLast().to(),
                                    found));
        }
        return replaying.replay(found, resamples, seed);
    }

    private Replay replay(int found, int resamples, long seed) {
        List<PeriodVisits> byPeriod = IntStream.range(0, periods.size())
                .mapToObj(period -> PeriodVisits.of(period, visited, businesses, plans, order))
                .filter(of -> of.size() > 0)
                .toList();
        List<Interval> figures = Resampling.intervals(clusters, resamples, seed, times -> figures(byPeriod, times));
        List<Replay.Standing> grades = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            grades.add(standing(standings.get(i), figures.get(i)));
        }
        List<Replay.Plan> all = new ArrayList<>();
        int place = standings.size();
        for (int p = 0; p < plans.size(); p++) {
            List<Replay.Reach> reaches = new ArrayList<>();
            for (double capacity : CAPACITIES) {
                Interval perVisit = figures.get(place++);
                Interval gain = figures.get(place++);
                double visits = capacity * visited.size();
                reaches.add(new Replay.Reach(capacity, visits, perVisit.value() * visits, perVisit, gain));
            }
            all.add(plan(plans.get(p), reaches));
        }
        int further = visited.stream().mapToInt(one -> one.visits() - 1).sum();
        return new Replay(
                periods,
                planned.size(),
                visited.size(),
                further,
                found,
                clusters,
                resamples,
                grades,
                all,
                BesideAuthority.of(periods, planned, order, standings, resamples, seed));
    }

    private Replay.Standing standing(String name, Interval perVisit) {
        int subjects = 0;
        int seen = 0;
        int hits = 0;
        for (Planned one : planned) {
            if (one.row().standing().equals(name)) {
                subjects++;
                seen += one.visited() == null ? 0 : 1;
                hits += one.isFound() ? 1 : 0;
            }
        }
        return new Replay.Standing(name, subjects, seen, hits, perVisit);
    }

    private Replay.Plan plan(PlanBy by, List<Replay.Reach> reaches) {
        double[] scores =
                visited.stream().mapToDouble(one -> by.priority(one, order)).toArray();
        long[] days = new long[scores.length];
        boolean[] found = new boolean[scores.length];
        @Nullable String[] groups = new @Nullable String[scores.length];
        for (int i = 0; i < scores.length; i++) {
            Planned one = visited.get(i);
            days[i] = one.visited() == null ? 0 : one.visited().toEpochDay();
            found[i] = one.isFound();
            groups[i] = String.valueOf(one.period());
        }
        int without = (int) Arrays.stream(scores).filter(Double::isNaN).count();
        return new Replay.Plan(by, without, reaches, DaysEarlier.of(scores, days, found, groups));
    }

    /** Of each standing what a visit finds; of each plan and capacity what a visit finds, and how much more than that of the uniform plan. */
    private double[] figures(List<PeriodVisits> byPeriod, int[] times) {
        double[] figures = new double[standings.size() + 2 * plans.size() * CAPACITIES.size()];
        byStanding(times, figures);
        int place = standings.size();
        double[][] found = new double[plans.size()][CAPACITIES.size()];
        double all = 0;
        for (PeriodVisits period : byPeriod) {
            all += period.addFound(times, found);
        }
        int uniform = plans.indexOf(PlanBy.UNIFORM);
        for (int p = 0; p < plans.size(); p++) {
            for (int c = 0; c < CAPACITIES.size(); c++) {
                double visits = CAPACITIES.get(c) * all;
                figures[place++] = found[p][c] / visits;
                figures[place++] = p == uniform ? Double.NaN : (found[p][c] - found[uniform][c]) / visits;
            }
        }
        return figures;
    }

    private void byStanding(int[] times, double[] figures) {
        double[] seen = new double[standings.size()];
        for (int i = 0; i < visited.size(); i++) {
            int name = standings.indexOf(visited.get(i).row().standing());
            seen[name] += times[businesses[i]];
            figures[name] += visited.get(i).isFound() ? times[businesses[i]] : 0;
        }
        for (int k = 0; k < seen.length; k++) {
            figures[k] /= seen[k];
        }
    }
}

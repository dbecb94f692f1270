package dev.assay.model.prediction.replay;

import dev.assay.model.backtest.RiskOrder;
import dev.assay.model.prediction.judging.RiskOrdering;
import java.util.List;
import java.util.stream.IntStream;

/** The visits of one period in the order of each plan. */
@SuppressWarnings("ArrayRecordComponent") // columns that only this package reads
record PeriodVisits(int[] businesses, boolean[] found, List<RiskOrdering> orders) {

    static PeriodVisits of(int period, List<Planned> visited, int[] businesses, List<PlanBy> plans, RiskOrder order) {
        int[] rows = IntStream.range(0, visited.size())
                .filter(i -> visited.get(i).period() == period)
                .toArray();
        boolean[] found = new boolean[rows.length];
        for (int k = 0; k < rows.length; k++) {
            found[k] = visited.get(rows[k]).isFound();
        }
        return new PeriodVisits(
                IntStream.of(rows).map(row -> businesses[row]).toArray(),
                found,
                plans.stream()
                        .map(by -> RiskOrdering.of(IntStream.of(rows)
                                .mapToDouble(row -> by.priority(visited.get(row), order))
                                .toArray()))
                        .toList());
    }

    int size() {
        return found.length;
    }

    /** Adds what each plan finds at each capacity, and says how many visits there are, when each business counts so often. */
    double addFound(int[] times, double[][] sums) {
        int[] weights = new int[businesses.length];
        long visits = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = times[businesses[k]];
            visits += weights[k];
        }
        for (int p = 0; p < orders.size(); p++) {
            for (int c = 0; c < Replaying.CAPACITIES.size(); c++) {
                sums[p][c] += orders.get(p).among(Replaying.CAPACITIES.get(c) * visits, found, weights);
            }
        }
        return visits;
    }
}

package dev.assay.batch.plan;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import dev.assay.core.planning.InspectionPlan;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.WeekPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Betters a week by local search. It ends after a number of steps, not after a time: the same input gives the same plan on every machine. */
final class WeekSolver implements WeekPlan.Betterment {

    /** Where hardly any move is worth a step, as in a week that is full, the moves that were tried end it. */
    private static final int MOVES_A_STEP = 10;

    private final SolverFactory<PlannedWeek> factory;

    /**
     * A solver.
     *
     * @param seed the seed of its chance
     * @param steps steps a week
     */
    WeekSolver(long seed, int steps) {
        this.factory = SolverFactory.create(new SolverConfig()
                .withSolutionClass(PlannedWeek.class)
                .withEntityClasses(PlannedVisit.class)
                .withConstraintProviderClass(WeekConstraints.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed)
                .withPhases(new LocalSearchPhaseConfig()
                        .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                        .withTerminationConfig(new TerminationConfig()
                                .withStepCountLimit(steps)
                                .withMoveCountLimit((long) steps * MOVES_A_STEP))));
    }

    @Override
    public List<Integer> better(WeekPlan.Week week, List<Integer> assigned) {
        if (week.visits().isEmpty()) {
            return assigned;
        }
        Map<Integer, Slot> byNumber = new HashMap<>();
        week.slots().forEach(slot -> byNumber.put(slot.no(), slot));
        List<PlannedVisit> visits = new ArrayList<>();
        for (int i = 0; i < week.visits().size(); i++) {
            visits.add(new PlannedVisit(week.visits().get(i), byNumber.get(assigned.get(i))));
        }
        PlannedWeek solved = factory.buildSolver().solve(new PlannedWeek(visits, week.slots(), week.weights()));
        HardMediumSoftScore score = solved.getScore();
        if (score == null || !score.isFeasible()) {
            return assigned;
        }
        return solved.getVisits().stream().map(visit -> number(visit.getSlot())).toList();
    }

    private static int number(@Nullable Slot slot) {
        return slot == null ? InspectionPlan.NONE : slot.no();
    }
}

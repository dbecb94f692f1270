package dev.assay.batch.plan;

import dev.assay.core.planning.InspectionPlan.Worth;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Visit;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Weights;
import dev.assay.store.plan.PlanParts;
import dev.assay.store.plan.PlanParts.Measure;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.StoredPlan.Counts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan as the store keeps it. */
final class PlanPaper {

    private PlanPaper() {}

    static Counts counts(KeptPlan plan) {
        PlanOutcome outcome = plan.outcome();
        return new Counts(
                outcome.plan().visits().size() + plan.carried().size(),
                outcome.worth().leftOut(),
                outcome.brokenFloors().size(),
                outcome.passedOver().getOrDefault("closed", 0),
                outcome.passedOver().getOrDefault("division", 0),
                plan.gone().size());
    }

    static List<PlanRow> rows(KeptPlan plan) {
        PlanOutcome outcome = plan.outcome();
        Set<Integer> broken = new HashSet<>();
        outcome.brokenFloors().forEach(visit -> broken.add(visit.no()));
        List<PlanRow> rows = new ArrayList<>();
        for (Visit visit : outcome.plan().visits()) {
            Slot slot = outcome.plan().slotOf(visit.no());
            rows.add(new PlanRow(
                    visit.no(),
                    new PlanRow.Whom(
                            visit.business(),
                            visit.subject(),
                            visit.also(),
                            visit.name(),
                            visit.place(),
                            visit.division(),
                            visit.sector(),
                            visit.grade()),
                    visit.reason(),
                    visit.weight(),
                    visit.skill(),
                    visit.due(),
                    visit.floor(),
                    slot == null ? null : new Kept(slot.day(), slot.pair()),
                    outcome.why().get(visit.no()),
                    broken.contains(visit.no()),
                    visit.kept(),
                    outcome.moved().get(visit.no()),
                    null));
        }
        for (PlanRow stays : plan.carried()) {
            rows.add(new PlanRow(
                    rows.size(),
                    stays.what(),
                    stays.reason(),
                    stays.weight(),
                    stays.skill(),
                    stays.due(),
                    stays.floor(),
                    stays.slot(),
                    null,
                    false,
                    null,
                    null,
                    stays.assignment()));
        }
        return rows;
    }

    static PlanParts parts(KeptPlan plan) {
        Set<String> go = rows(plan).stream()
                .flatMap(row -> row.slot() == null
                        ? List.<String>of().stream()
                        : List.of(row.slot().pair().first(), row.slot().pair().second()).stream())
                .collect(Collectors.toSet());
        Map<String, String> names = plan.inspectors().entrySet().stream()
                .filter(one -> go.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new PlanParts(plan.outcome().grades(), measures(plan.outcome()), names);
    }

    /** The score, constraint by constraint, beside that of a plan by list and calendar. */
    static List<Measure> measures(PlanOutcome outcome) {
        Worth plan = outcome.worth();
        Worth list = outcome.greedy();
        Weights weights = outcome.weights();
        return List.of(
                new Measure("overfull", true, plan.overfull(), null, list.overfull(), null),
                new Measure("not-allowed", true, plan.notAllowed(), null, list.notAllowed(), null),
                new Measure("left-out", false, plan.leftOut(), plan.unplanned(), list.leftOut(), list.unplanned()),
                new Measure("late-visits", false, plan.lateVisits(), null, list.lateVisits(), null),
                new Measure("late-days", false, plan.lateDays(), plan.late(), list.lateDays(), list.late()),
                new Measure(
                        "places",
                        false,
                        plan.places(),
                        plan.places() * weights.place(),
                        list.places(),
                        list.places() * weights.place()),
                new Measure(
                        "divisions",
                        false,
                        plan.divisions(),
                        plan.divisions() * weights.division(),
                        list.divisions(),
                        list.divisions() * weights.division()),
                new Measure(
                        "moved",
                        false,
                        plan.moved(),
                        plan.moved() * weights.moved(),
                        list.moved(),
                        list.moved() * weights.moved()),
                new Measure("sum", false, plan.cost(), plan.cost(), list.cost(), list.cost()));
    }
}

package dev.assay.batch.plan;

import dev.assay.batch.plan.PlanWork.Span;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.planning.GreedyPlan;
import dev.assay.core.planning.InspectionPlan;
import dev.assay.core.planning.Refusals;
import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Slots;
import dev.assay.core.planning.Visit;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.planning.WeekPlan;
import dev.assay.model.plan.PlanRules;
import dev.assay.store.plan.PlanParts.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans visits for inspectors, and says what the plan is worth. Pure: the same input gives the same plan. */
final class Planning {

    private Planning() {}

    static PlanOutcome plan(
            List<Visit> visits,
            List<Inspector> inspectors,
            Span span,
            PlanRules rules,
            Map<String, Integer> passedOver) {
        List<Slot> slots = slots(inspectors, span, rules);
        InspectionPlan plan = WeekPlan.of(visits, slots, rules.weights(), new WeekSolver(rules.seed(), rules.steps()));
        InspectionPlan greedy = GreedyPlan.of(visits, slots);
        return new PlanOutcome(
                plan,
                plan.worth(rules.weights()),
                greedy.worth(rules.weights()),
                rules.weights(),
                grades(plan, inspectors, span, rules),
                plan.brokenFloors(),
                why(plan, slots),
                moved(plan, slots, inspectors, span),
                passedOver);
    }

    private static List<Slot> slots(List<Inspector> inspectors, Span span, PlanRules rules) {
        return Slots.of(inspectors, span.from(), span.to(), span.calendar(), rules.visitsADay(), span.before());
    }

    private static List<Grade> grades(InspectionPlan plan, List<Inspector> inspectors, Span span, PlanRules rules) {
        Map<String, Integer> leftOut = leftOut(plan);
        Map<String, Integer> brought = leftOut.isEmpty() ? Map.of() : brought(plan.visits(), inspectors, span, rules);
        return plan.visits().stream()
                .collect(Collectors.groupingBy(Visit::grade, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new Grade(
                        one.getKey(),
                        one.getValue().getFirst().weight(),
                        one.getValue().size(),
                        leftOut.getOrDefault(one.getKey(), 0),
                        brought.getOrDefault(one.getKey(), 0)))
                .toList();
    }

    private static Map<String, Integer> leftOut(InspectionPlan plan) {
        return plan.visits().stream()
                .filter(visit -> plan.slotOf(visit.no()) == null)
                .collect(Collectors.toMap(Visit::grade, _ -> 1, Integer::sum, TreeMap::new));
    }

    /** What two more inspectors like the first of the list would make room for; both plans built without the solver, so that they can be compared. */
    private static Map<String, Integer> brought(
            List<Visit> visits, List<Inspector> inspectors, Span span, PlanRules rules) {
        List<Inspector> more = new ArrayList<>(inspectors);
        Inspector like = inspectors.getFirst();
        for (String number : List.of("more-1", "more-2")) {
            more.add(new Inspector(
                    number, number, like.department(), like.division(), Set.of(), like.skills(), List.of(), Set.of()));
        }
        Map<String, Integer> without = leftOut(built(visits, inspectors, span, rules));
        Map<String, Integer> with = leftOut(built(visits, more, span, rules));
        Map<String, Integer> brought = new HashMap<>();
        without.forEach((grade, count) -> brought.merge(grade, count, Integer::sum));
        with.forEach((grade, count) -> brought.merge(grade, -count, Integer::sum));
        return brought;
    }

    private static InspectionPlan built(List<Visit> visits, List<Inspector> inspectors, Span span, PlanRules rules) {
        return WeekPlan.of(visits, slots(inspectors, span, rules), rules.weights(), (_, assigned) -> assigned);
    }

    private static Map<Integer, LeftOut> why(InspectionPlan plan, List<Slot> slots) {
        Refusals refusals = new Refusals(slots);
        Map<List<String>, NavigableMap<LocalDate, Pair>> there = new HashMap<>();
        for (Visit visit : plan.visits()) {
            Slot slot = plan.slotOf(visit.no());
            if (slot != null) {
                there.computeIfAbsent(visit.where(), _ -> new TreeMap<>()).put(slot.day(), slot.pair());
            }
        }
        Map<Integer, LeftOut> why = new HashMap<>();
        for (Visit visit : plan.visits()) {
            if (plan.slotOf(visit.no()) == null) {
                NavigableMap<LocalDate, Pair> days = there.getOrDefault(visit.where(), new TreeMap<>());
                Set<Pair> beside = Stream.of(days.headMap(visit.due(), true), days.tailMap(visit.due(), false))
                        .filter(side -> !side.isEmpty())
                        .map(side -> side.firstKey().isAfter(visit.due()) ? side.firstEntry() : side.lastEntry())
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet());
                why.put(visit.no(), refusals.leftOut(visit, beside));
            }
        }
        return why;
    }

    private static Map<Integer, Moved> moved(
            InspectionPlan plan, List<Slot> slots, List<Inspector> inspectors, Span span) {
        Map<LocalDate, List<Slot>> byDay = slots.stream().collect(Collectors.groupingBy(Slot::day));
        Map<String, Inspector> byNumber = inspectors.stream().collect(Collectors.toMap(Inspector::number, one -> one));
        Map<Integer, Moved> moved = new HashMap<>();
        for (Visit visit : plan.visits()) {
            Kept kept = visit.kept();
            Slot slot = plan.slotOf(visit.no());
            if (kept != null && (slot == null || visit.isMovedBy(slot))) {
                moved.put(
                        visit.no(),
                        Refusals.moved(
                                visit, kept, byNumber, span.calendar(), byDay.getOrDefault(kept.day(), List.of())));
            }
        }
        return moved;
    }
}

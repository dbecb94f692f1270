package dev.assay.core.planning;

import dev.assay.core.planning.Visit.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a conscientious person does with a list and a calendar: the earliest due first, of these the riskier, each to the first pair that can go. The yardstick for every other plan. */
public final class GreedyPlan {

    private GreedyPlan() {}

    /**
     * Plans.
     *
     * @param visits the visits, by number
     * @param slots the slots, by number and day
     * @return the plan; no hard constraint is broken, and what finds no slot is left out
     */
    public static InspectionPlan of(List<Visit> visits, List<Slot> slots) {
        int[] load = new int[slots.size()];
        List<Integer> assigned = new ArrayList<>(Collections.nCopies(visits.size(), InspectionPlan.NONE));
        List<Visit> ordered = visits.stream()
                .sorted(Comparator.comparing(Visit::due)
                        .thenComparing(Comparator.comparingLong(Visit::weight).reversed())
                        .thenComparingInt(Visit::no))
                .toList();
        int first = 0;
        List<Visit> known = new ArrayList<>(visits);
        Map<List<String>, Pair> last = new HashMap<>();
        for (Visit one : ordered) {
            Pair before = last.get(one.where());
            Visit visit = before == null ? one : one.after(before);
            known.set(visit.no(), visit);
            while (first < slots.size() && load[first] >= slots.get(first).capacity()) {
                first++;
            }
            for (int i = first; i < slots.size(); i++) {
                if (load[i] < slots.get(i).capacity() && slots.get(i).takes(visit)) {
                    load[i]++;
                    assigned.set(visit.no(), i);
                    last.put(visit.where(), slots.get(i).pair());
                    break;
                }
            }
        }
        return new InspectionPlan(known, slots, assigned);
    }
}

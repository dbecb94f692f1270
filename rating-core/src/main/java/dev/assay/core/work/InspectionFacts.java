package dev.assay.core.work;

import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results of visits as facts of the kind {@code inspection}, in the words that feeds and models use. */
public final class InspectionFacts {

    /** What a visit over all items is called, whichever way it was made: dynamic points are read from these. */
    public static final String FULL = "full";

    private InspectionFacts() {}

    /**
     * The fact of a visit that was made.
     *
     * @param number the visit's own number, by which its record is known
     * @param plan the draw or plan that it comes from; empty for none
     * @param way its way
     * @param checklist the checklist
     * @param report what came back
     * @return the fields of the fact
     */
    public static Values of(String number, String plan, VisitWay way, Checklist checklist, VisitReport report) {
        Checklist.Count count = checklist.count(report.findings());
        Map<String, Finding> told = new HashMap<>();
        report.findings().forEach(finding -> told.put(finding.item(), finding));
        List<Values> items = new ArrayList<>();
        for (ChecklistItem item : checklist.items()) {
            Finding finding = told.get(item.id());
            if (finding != null) {
                items.add(Values.of(Map.of(
                        "item",
                        item.id() + " " + item.text().zh(),
                        "key",
                        item.key(),
                        "points",
                        BigDecimal.valueOf(item.points()),
                        "result",
                        finding.mark().word())));
            }
        }
        Map<String, Object> fields = begun(number, plan);
        boolean full = count.isFull() && way != VisitWay.UNANNOUNCED;
        fields.put("inspection_kind", full ? FULL : way.word());
        fields.put("findings", List.of(report.consequence().finding()));
        fields.put("result", count.verdict().name().toLowerCase(Locale.ROOT));
        fields.put("items", items);
        return Values.of(fields);
    }

    /**
     * The fact of a visit that could not be made for a reason that lies with the business.
     *
     * @param number the visit's own number
     * @param plan the draw or plan that it comes from; empty for none
     * @param way its way
     * @param finding what the spot-check codes call the reason
     * @return the fields of the fact
     */
    public static Values notMade(String number, String plan, VisitWay way, String finding) {
        Map<String, Object> fields = begun(number, plan);
        fields.put("inspection_kind", way.word());
        fields.put("findings", List.of(finding));
        return Values.of(fields);
    }

    private static Map<String, Object> begun(String number, String plan) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("number", number);
        if (!plan.isEmpty()) {
            fields.put("plan", plan);
        }
        return fields;
    }
}

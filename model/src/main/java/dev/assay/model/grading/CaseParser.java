package dev.assay.model.grading;

import dev.assay.core.fact.FieldType;
import dev.assay.core.grading.Basis;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.Scale;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads points for each case, by what was found in it. */
record CaseParser(Names names) {

    Scale cases(YamlMap map, Basis basis) {
        FactQuery from = names.conditions().forPoints().from(map, "from", "every");
        YamlMap form = map.map("cases");
        List<Scale.CaseRow> rows = form.maps("rows").stream()
                .map(row -> new Scale.CaseRow(
                        names.id(row),
                        names.bilingual(row, "title"),
                        names.conditions().whereOf(from, row, "where"),
                        row.decimal("points"),
                        names.basisOr(row, basis)))
                .toList();
        if (rows.isEmpty()) {
            form.fault("rows", "There are no rows.", "Maybe add some: what must hold of a fact, and its points.");
        }
        BigDecimal least = form.findDecimal("least").orElse(null);
        BigDecimal most = form.findDecimal("most").orElse(null);
        if (least == null && rows.stream().anyMatch(row -> row.points().signum() < 0)) {
            form.decimal("least");
        }
        if (most == null && rows.stream().anyMatch(row -> row.points().signum() > 0)) {
            form.decimal("most");
        }
        return new Scale.Cases(
                from,
                rows,
                form.oneOf("in_one_fact", List.of("sum", "highest")).equals("sum")
                        ? IndicatorRule.Counting.SUM
                        : IndicatorRule.Counting.HIGHEST,
                form.has("one_case") ? ScaleParser.field(form, "one_case", from, FieldType.TEXT) : null,
                ages(form),
                least,
                most);
    }

    private static List<Scale.AgeWeight> ages(YamlMap form) {
        List<YamlMap> maps = form.maps("by_age");
        List<Scale.AgeWeight> ages = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < maps.size(); i++) {
            YamlMap map = maps.get(i);
            boolean last = i == maps.size() - 1;
            int upTo = last ? 0 : ConditionParser.months(map, "up_to");
            if (!last && upTo <= before) {
                map.fault("up_to", "The age does not lie above the one before.", "Maybe put the ages in order.");
            }
            if (last && ConditionParser.months(map, "above") != before) {
                map.fault("above", "The last age does not begin where the one before ends.", "Maybe repeat that age.");
            }
            before = upTo;
            ages.add(new Scale.AgeWeight(upTo, map.decimal("factor")));
        }
        return ages;
    }
}

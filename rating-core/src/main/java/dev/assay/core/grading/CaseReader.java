package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Field;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives each case its points by what was found in it. */
record CaseReader(SubjectFacts facts, EvidenceWriter evidence) {

    /** A fact, the rows that it meets, and the points that it gives after its age. */
    private record Judged(Fact fact, List<Scale.CaseRow> rows, Fraction points) {}

    /** Always something: without a case it is nought. */
    Points read(Scale.Cases scale, Basis basis) {
        Map<String, Judged> cases = new LinkedHashMap<>();
        FactQuery query = scale.facts();
        for (Fact fact : facts.findAll(query)) {
            Judged judged = judge(fact, scale);
            if (judged != null) {
                cases.merge(caseOf(fact, scale.caseField()), judged, CaseReader::heavier);
            }
        }
        Fraction sum = cases.values().stream().map(Judged::points).reduce(Fraction.ZERO, Fraction::plus);
        Fraction points = within(sum, scale.least(), scale.most());
        List<Judged> counted = List.copyOf(cases.values());
        List<Explanation.Evidence> used = new ArrayList<>();
        counted.forEach(one -> used.addAll(evidence.write(one.fact(), query.kind(), fields(one))));
        return new Points(points, evidence.tell(() -> text(scale, counted, points)), basis(counted, basis), used);
    }

    private @Nullable Judged judge(Fact fact, Scale.Cases scale) {
        List<Scale.CaseRow> met = new ArrayList<>();
        for (Scale.CaseRow row : scale.rows()) {
            if (facts.horizon().isInForce(row.basis())
                    && Conditions.meets(fact.values(), row.where(), facts.horizon())) {
                met.add(row);
            }
        }
        if (met.isEmpty()) {
            return null;
        }
        if (scale.counting() == IndicatorRule.Counting.HIGHEST) {
            Scale.CaseRow heaviest = met.getFirst();
            for (Scale.CaseRow row : met) {
                heaviest = row.points().abs().compareTo(heaviest.points().abs()) > 0 ? row : heaviest;
            }
            met = List.of(heaviest);
        }
        Fraction points = Fraction.of(met.stream().map(Scale.CaseRow::points).reduce(BigDecimal.ZERO, BigDecimal::add));
        return new Judged(fact, met, points.times(Fraction.of(factor(fact, scale.ages()))));
    }

    /** By what a fact's points are multiplied at its age; notes the days on which that turns. */
    private BigDecimal factor(Fact fact, List<Scale.AgeWeight> ages) {
        BigDecimal factor = ages.isEmpty() ? BigDecimal.ONE : ages.getLast().factor();
        boolean found = false;
        for (Scale.AgeWeight age : ages) {
            if (age.upToMonths() > 0) {
                LocalDate older = fact.occurredOn().plusMonths(age.upToMonths()).plusDays(1);
                facts.horizon().turnsOn(older);
                if (!found && facts.horizon().asOf().isBefore(older)) {
                    factor = age.factor();
                    found = true;
                }
            }
        }
        return factor;
    }

    private static String caseOf(Fact fact, @Nullable Field field) {
        return field == null
                ? "#" + fact.id()
                : fact.values().findText(field.name()).map(text -> "=" + text).orElse("#" + fact.id());
    }

    private static Judged heavier(Judged one, Judged other) {
        return size(other.points()).compareTo(size(one.points())) > 0 ? other : one;
    }

    private static Fraction size(Fraction points) {
        return points.numerator().signum() < 0 ? Fraction.ZERO.minus(points) : points;
    }

    private static Fraction within(Fraction points, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (least != null && points.compareTo(Fraction.of(least)) < 0) {
            return Fraction.of(least);
        }
        return most != null && points.compareTo(Fraction.of(most)) > 0 ? Fraction.of(most) : points;
    }

    private static List<Field> fields(Judged judged) {
        Set<Field> fields = new LinkedHashSet<>();
        judged.rows().forEach(row -> row.where().forEach(condition -> fields.add(condition.field())));
        return List.copyOf(fields);
    }

    /** The ground of the only row that counted, if only one did; a provisional one if any is; else that of the indicator. */
    private static Basis basis(List<Judged> cases, Basis basis) {
        Set<Basis> bases = new LinkedHashSet<>();
        cases.forEach(one -> one.rows().forEach(row -> bases.add(row.basis())));
        return bases.size() == 1
                ? bases.iterator().next()
                : bases.stream().filter(Basis::provisional).findFirst().orElse(basis);
    }

    private static Bilingual text(Scale.Cases scale, List<Judged> cases, Fraction points) {
        String zh = cases.stream().map(one -> told(one, true)).collect(Collectors.joining("；"));
        String en = cases.stream().map(one -> told(one, false)).collect(Collectors.joining("; "));
        String limits = (scale.least() == null ? "" : " ≥ " + scale.least().toPlainString())
                + (scale.most() == null ? "" : " ≤ " + scale.most().toPlainString());
        String counted = points.toDecimal().toPlainString();
        return new Bilingual(
                (cases.isEmpty() ? "没有计分的记录" : zh) + (limits.isEmpty() ? "" : "（" + limits.strip() + "）") + "：计 "
                        + counted + " 分",
                (cases.isEmpty() ? "No record that gives points" : en)
                        + (limits.isEmpty() ? "" : " (" + limits.strip() + ")") + ": counts " + counted + " points");
    }

    private static String told(Judged judged, boolean chinese) {
        String titles = judged.rows().stream()
                .map(row -> chinese ? row.title().zh() : row.title().en())
                .collect(Collectors.joining(" + "));
        return judged.fact().occurredOn() + " " + titles + " "
                + judged.points().toDecimal().toPlainString();
    }
}

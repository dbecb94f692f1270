package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Raises or lowers a computed grade: the first adjustment of the model that applies. */
record Adjuster(List<String> grades, SubjectFacts facts, EvidenceWriter evidence) {

    /** A condition that was met. */
    private record Met(AdjustmentRule.Trigger trigger, List<Conditions.Reading> readings) {}

    Optional<Explanation.Adjustment> adjust(String computed, List<AdjustmentRule> rules) {
        for (AdjustmentRule rule : rules) {
            if (facts.horizon().isInForce(rule.basis())) {
                Explanation.Adjustment adjustment = switch (rule.counting()) {
                    case FOLLOWING_YEAR -> forTheYear(computed, rule);
                    case RUNNING -> running(computed, rule);
                };
                if (adjustment != null) {
                    return Optional.of(adjustment);
                }
            }
        }
        return Optional.empty();
    }

    /** Fixes a grade: the worst of the vetoes that apply, if it is worse than the grade. */
    Optional<Explanation.Adjustment> veto(String grade, List<VetoRule> rules) {
        Explanation.Adjustment worst = null;
        for (VetoRule rule : rules) {
            if (facts.horizon().isInForce(rule.basis())) {
                Horizon horizon = new Horizon(facts.horizon().asOf());
                List<Conditions.Reading> readings = Conditions.read(rule.when(), facts.noting(horizon));
                facts.horizon().add(horizon);
                String reached = worst == null ? grade : worst.to();
                if (readings != null && grades.indexOf(rule.grade()) > grades.indexOf(reached)) {
                    worst = new Explanation.Adjustment(
                            grade,
                            rule.grade(),
                            horizon.sinceOr(rule.basis().validFrom()),
                            horizon.lastDay(),
                            new Explanation.Finding(rule.id(), rule.title(), rule.basis(), evidence.write(readings)));
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    private Explanation.@Nullable Adjustment forTheYear(String computed, AdjustmentRule rule) {
        int year = facts.horizon().asOf().getYear();
        List<Met> counted = List.of();
        for (int past : yearsOfFacts(rule).headSet(year, true)) {
            List<Met> met = met(rule, facts.ofYear(past));
            if (!met.isEmpty()) {
                facts.horizon().turnsOn(LocalDate.of(past + 1, 1, 1));
                facts.horizon().turnsOn(LocalDate.of(past + 2, 1, 1));
            }
            counted = past == year - 1 ? met : counted;
        }
        return counted.isEmpty()
                ? null
                : adjustment(computed, rule, counted, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The years of the facts that the conditions read; no other year can meet one. */
    private TreeSet<Integer> yearsOfFacts(AdjustmentRule rule) {
        TreeSet<Integer> years = new TreeSet<>();
        rule.conditions().forEach(trigger -> Conditions.addYears(trigger.when(), facts, years));
        return years;
    }

    private Explanation.@Nullable Adjustment running(String computed, AdjustmentRule rule) {
        Horizon horizon = new Horizon(facts.horizon().asOf());
        List<Met> met = met(rule, facts.noting(horizon));
        facts.horizon().add(horizon);
        return met.isEmpty()
                ? null
                : adjustment(computed, rule, met, horizon.sinceOr(rule.basis().validFrom()), horizon.lastDay());
    }

    private static List<Met> met(AdjustmentRule rule, SubjectFacts facts) {
        List<Met> met = new ArrayList<>();
        for (AdjustmentRule.Trigger trigger : rule.conditions()) {
            if (facts.horizon().isInForce(trigger.basis())) {
                List<Conditions.Reading> readings = Conditions.read(trigger.when(), facts);
                if (readings != null) {
                    met.add(new Met(trigger, readings));
                }
            }
        }
        return met;
    }

    private Explanation.Adjustment adjustment(
            String computed, AdjustmentRule rule, List<Met> met, LocalDate from, @Nullable LocalDate to) {
        int steps = met.stream().mapToInt(one -> one.trigger().steps()).max().orElseThrow();
        if (met.size() >= rule.several()) {
            steps = Math.max(steps, rule.severalSteps());
        }
        int counted = steps;
        int index = grades.indexOf(computed)
                + switch (rule.towards()) {
                    case WORSE -> steps;
                    case BETTER -> -steps;
                };
        String grade = grades.get(Math.clamp(index, 0, grades.size() - 1));
        List<Conditions.Reading> readings =
                met.stream().flatMap(one -> one.readings().stream()).toList();
        return new Explanation.Adjustment(
                computed,
                grade,
                from,
                to,
                new Explanation.Finding(
                        rule.id(),
                        evidence.tell(() -> text(rule, met, counted)),
                        basis(rule, met),
                        evidence.write(readings)));
    }

    /** The ground of the only condition met, if only one is; else that of the rule. */
    private static Basis basis(AdjustmentRule rule, List<Met> met) {
        return met.size() == 1 ? met.getFirst().trigger().basis() : rule.basis();
    }

    private static Bilingual text(AdjustmentRule rule, List<Met> met, int steps) {
        String zh = met.stream().map(one -> one.trigger().title().zh()).collect(Collectors.joining("；"));
        String en = met.stream().map(one -> one.trigger().title().en()).collect(Collectors.joining("; "));
        return new Bilingual(
                rule.title().zh() + "（" + steps + " 级，以最高或最低等级为限）：" + zh,
                rule.title().en() + " (by " + steps + ", within the scale of grades): " + en);
    }
}

package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a grade means for inspections. The interval is 12 months ÷ inspections a year: its whole months, and for the rest of a
 * month as many days of 30 as it has, rounded down. The next inspection is due that long after the last one that counts; where
 * there was none, after the newest licence begins (its {@code valid_from}, else the day of its decision); where there is no licence
 * either, no day is named.
 */
record Planner(SubjectFacts facts, EvidenceWriter evidence) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS = BigDecimal.valueOf(30);

    /** Inspections a year, the day by which the next is due (null where no day is known), and why. */
    record Plan(BigDecimal perYear, @Nullable LocalDate due, Explanation.Finding finding) {}

    Plan plan(Supervision supervision, Supervision.Frequency frequency) {
        Optional<Fact> last = Conditions.findNewest(supervision.counted(), facts);
        List<Fact> licences = facts.ofKind(FactKinds.LICENCE);
        Optional<Fact> start = last.or(() -> licences.isEmpty() ? Optional.empty() : Optional.of(licences.getLast()));
        FactKind kind = last.isPresent() ? supervision.counted().kind() : FactKinds.LICENCE;
        Optional<LocalDate> from = start.map(fact -> last.isPresent()
                ? fact.occurredOn()
                : fact.values().findDay("valid_from").orElse(fact.occurredOn()));
        LocalDate due = from.map(day -> after(day, frequency.atLeast())).orElse(null);
        return new Plan(
                frequency.atLeast(),
                due,
                new Explanation.Finding(
                        supervision.id(),
                        text(frequency, last.isPresent(), from, due),
                        frequency.basis(),
                        start.map(fact -> List.of(evidence.writeWithoutDay(fact, kind, List.of())))
                                .orElse(List.of())));
    }

    static LocalDate after(LocalDate day, BigDecimal perYear) {
        BigDecimal[] months = MONTHS.divideAndRemainder(perYear);
        long days = months[1].multiply(DAYS).divideToIntegralValue(perYear).longValueExact();
        return day.plusMonths(months[0].longValueExact()).plusDays(days);
    }

    private static Bilingual text(
            Supervision.Frequency frequency, boolean inspected, Optional<LocalDate> from, @Nullable LocalDate due) {
        String figure = frequency.atLeast().toPlainString()
                + (frequency.atMost() == null ? "" : "–" + frequency.atMost().toPlainString());
        if (due == null) {
            return new Bilingual("每年检查 " + figure + " 次", figure + " inspections a year");
        }
        return new Bilingual(
                "每年检查 " + figure + " 次；自" + (inspected ? "上次检查 " : "许可生效 ") + from.orElse(due) + " 起，下次不迟于 " + due,
                figure + " inspections a year; counted from the "
                        + (inspected ? "last inspection on " : "licence's start on ") + from.orElse(due)
                        + ", the next is due by " + due);
    }
}

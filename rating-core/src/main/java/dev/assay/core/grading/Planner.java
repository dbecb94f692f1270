package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a grade means for inspections. The interval is that of the model, or 12 months ÷ inspections a year: its whole months, and for
 * the rest of a month as many days of 30 as it has, rounded down. The next inspection is due that long after the last one that counts; where
 * there was none, after the newest licence begins (its {@code valid_from}, else the day of its decision); where there is no licence
 * either, no day is named.
 */
record Planner(SubjectFacts facts, EvidenceWriter evidence) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS = BigDecimal.valueOf(30);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** Inspections a year, the day by which the next is due (null where no day is known), and why. */
    record Plan(BigDecimal perYear, @Nullable LocalDate due, Explanation.Finding finding) {}

    /** What is heeded: the frequency of the grade, or a floor above it. */
    private record Heeded(
            BigDecimal perYear,
            int everyMonths,
            Basis basis,
            Supervision.@Nullable Floor floor,
            List<Explanation.Evidence> evidence) {}

    /** Empty where neither grade nor floor sets a frequency. */
    Optional<Plan> plan(Supervision supervision, String grade) {
        Supervision.Frequency frequency = supervision.frequencies().get(grade);
        return heeded(supervision, frequency).map(heeded -> plan(supervision, frequency, heeded));
    }

    private Optional<Heeded> heeded(Supervision supervision, Supervision.@Nullable Frequency frequency) {
        Heeded heeded = frequency == null
                ? null
                : new Heeded(frequency.atLeast(), frequency.everyMonths(), frequency.basis(), null, List.of());
        for (Supervision.Floor floor : supervision.floors()) {
            boolean higher = heeded == null || floor.atLeast().compareTo(heeded.perYear()) > 0;
            List<Conditions.Reading> readings =
                    facts.horizon().isInForce(floor.basis()) && higher ? Conditions.read(floor.when(), facts) : null;
            if (readings != null) {
                heeded = new Heeded(floor.atLeast(), 0, floor.basis(), floor, evidence.writeWithoutDays(readings));
            }
        }
        return Optional.ofNullable(heeded);
    }

    private Plan plan(Supervision supervision, Supervision.@Nullable Frequency frequency, Heeded heeded) {
        Optional<Fact> last = Conditions.findNewest(supervision.counted(), facts);
        List<Fact> licences = facts.ofKind(FactKinds.LICENCE);
        Optional<Fact> start = last.or(() -> licences.isEmpty() ? Optional.empty() : Optional.of(licences.getLast()));
        FactKind kind = last.isPresent() ? supervision.counted().kind() : FactKinds.LICENCE;
        Optional<LocalDate> from = start.map(fact -> last.isPresent()
                ? fact.occurredOn()
                : fact.values().findDay("valid_from").orElse(fact.occurredOn()));
        LocalDate due = from.map(day ->
                        heeded.everyMonths() > 0 ? day.plusMonths(heeded.everyMonths()) : after(day, heeded.perYear()))
                .orElse(null);
        List<Explanation.Evidence> used = new ArrayList<>();
        start.ifPresent(fact -> used.addAll(evidence.writeWithoutDay(fact, kind, List.of())));
        used.addAll(heeded.evidence());
        Bilingual text =
                evidence.tell(() -> withWays(text(figure(frequency, heeded), last.isPresent(), from, due), frequency));
        return new Plan(heeded.perYear(), due, new Explanation.Finding(supervision.id(), text, heeded.basis(), used));
    }

    static LocalDate after(LocalDate day, BigDecimal perYear) {
        BigDecimal[] months = MONTHS.divideAndRemainder(perYear);
        long days = months[1].multiply(DAYS).divideToIntegralValue(perYear).longValueExact();
        return day.plusMonths(months[0].longValueExact()).plusDays(days);
    }

    private static Bilingual figure(Supervision.@Nullable Frequency frequency, Heeded heeded) {
        if (heeded.floor() != null) {
            String figure = heeded.perYear().toPlainString();
            Bilingual title = heeded.floor().title();
            return new Bilingual(
                    "每年检查至少 " + figure + " 次（" + title.zh() + "）",
                    "At least " + figure + " inspections a year (" + title.en() + ")");
        }
        if (heeded.everyMonths() > 0) {
            return new Bilingual(
                    "每 " + heeded.everyMonths() + " 个月检查一次", "An inspection every " + heeded.everyMonths() + " months");
        }
        BigDecimal atMost = frequency == null ? null : frequency.atMost();
        String figure = heeded.perYear().toPlainString() + (atMost == null ? "" : "–" + atMost.toPlainString());
        return new Bilingual("每年检查 " + figure + " 次", figure + " inspections a year");
    }

    private static Bilingual text(
            Bilingual figure, boolean inspected, Optional<LocalDate> from, @Nullable LocalDate due) {
        if (due == null) {
            return figure;
        }
        return new Bilingual(
                figure.zh() + "；自" + (inspected ? "上次检查 " : "许可生效 ") + from.orElse(due) + " 起，下次不迟于 " + due,
                figure.en() + "; counted from the "
                        + (inspected ? "last inspection on " : "licence's start on ") + from.orElse(due)
                        + ", the next is due by " + due);
    }

    private static Bilingual withWays(Bilingual text, Supervision.@Nullable Frequency frequency) {
        if (frequency == null) {
            return text;
        }
        StringBuilder zh = new StringBuilder(text.zh());
        StringBuilder en = new StringBuilder(text.en());
        for (Supervision.Way way : frequency.ways()) {
            zh.append("；").append(way.title().zh());
            en.append("; ").append(way.title().en());
        }
        if (frequency.drawShare() != null) {
            String share = percent(frequency.drawShare()).describe("p");
            zh.append("；双随机抽查比例 ").append(share).append(" %");
            en.append("; share in the random draw ").append(share).append(" %");
        }
        return new Bilingual(zh.toString(), en.toString());
    }

    private static FieldTest.Interval percent(FieldTest.Interval share) {
        BigDecimal lower = share.lower();
        BigDecimal upper = share.upper();
        return new FieldTest.Interval(
                lower == null ? null : plain(lower.multiply(PERCENT)),
                share.lowerIncluded(),
                upper == null ? null : plain(upper.multiply(PERCENT)),
                share.upperIncluded());
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

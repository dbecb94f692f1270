package dev.assay.core.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes numbers from facts, and points from the numbers. Empty where there is nothing to read. */
record QuantityReader(SubjectFacts facts, EvidenceWriter evidence) {

    /**
     * A number, in words, and the facts that made it.
     *
     * @param start the day from which time is reckoned, where the number grows with time; else null
     */
    private record Reading(
            Fraction number,
            Bilingual text,
            List<Explanation.Evidence> evidence,
            @Nullable LocalDate start) {}

    Optional<Points> read(Scale.Measured scale, Basis basis) {
        return reading(scale.quantity()).map(reading -> {
            if (reading.start() != null && scale.quantity() instanceof Quantity.Since since) {
                noteTurns(since.unit(), reading, scale.conversion());
            }
            Converted converted = convert(reading.number(), scale.conversion(), basis);
            return new Points(
                    converted.points(),
                    evidence.tell(() -> {
                        String points = converted.points().toDecimal().toPlainString();
                        return new Bilingual(
                                reading.text().zh() + converted.how().get() + "：" + points + " 分",
                                reading.text().en() + converted.how().get() + ": " + points + " points");
                    }),
                    converted.basis(),
                    reading.evidence());
        });
    }

    /** The number alone. */
    Optional<Fraction> measure(Quantity quantity) {
        return reading(quantity).map(Reading::number);
    }

    private Optional<Reading> reading(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Count(FactQuery query) -> {
                List<Fact> found = find(query);
                yield Optional.of(reading(whole(found.size()), query.kind(), null, found));
            }
            case Quantity.ItemCount(FactQuery query, Field field, var where) ->
                Conditions.findNewest(query, facts)
                        .map(fact -> reading(
                                whole(fact.values().getItems(field.name()).stream()
                                        .filter(item -> Conditions.meets(item, where, facts.horizon()))
                                        .count()),
                                query.kind(),
                                field,
                                List.of(fact)));
            case Quantity.Aggregate aggregate -> aggregate(aggregate);
            case Quantity.FactShare(FactQuery query, var hit) -> {
                List<Fact> all = find(query);
                long hits = all.stream()
                        .filter(fact -> Conditions.meets(fact.values(), hit, facts.horizon()))
                        .count();
                yield all.isEmpty()
                        ? Optional.empty()
                        : Optional.of(reading(whole(hits).dividedBy(whole(all.size())), query.kind(), null, all));
            }
            case Quantity.Since since -> since(since);
        };
    }

    private Optional<Reading> aggregate(Quantity.Aggregate aggregate) {
        List<Fact> found = new ArrayList<>();
        List<BigDecimal> numbers = new ArrayList<>();
        for (Fact fact : find(aggregate.facts())) {
            fact.values().findDecimal(aggregate.field().name()).ifPresent(number -> {
                found.add(fact);
                numbers.add(number);
            });
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (numbers.isEmpty() && aggregate.how() != Quantity.How.SUM) {
            return Optional.empty();
        }
        Fraction number = switch (aggregate.how()) {
            case SUM -> Fraction.of(sum);
            case HIGHEST -> Fraction.of(numbers.stream().reduce(BigDecimal::max).orElseThrow());
            case LOWEST -> Fraction.of(numbers.stream().reduce(BigDecimal::min).orElseThrow());
            case AVERAGE -> Fraction.of(sum).dividedBy(whole(numbers.size()));
            case LATEST -> Fraction.of(numbers.getLast());
        };
        List<Fact> read = aggregate.how() == Quantity.How.LATEST ? List.of(found.getLast()) : found;
        return Optional.of(reading(number, aggregate.facts().kind(), aggregate.field(), read));
    }

    private Optional<Reading> since(Quantity.Since since) {
        Fact latest = null;
        FactKind kind = null;
        for (Quantity.Start start : since.starts()) {
            List<Fact> found = find(start.facts());
            if (!found.isEmpty()) {
                Fact fact = start.oldest() ? found.getFirst() : found.getLast();
                if (latest == null || fact.occurredOn().isAfter(latest.occurredOn())) {
                    latest = fact;
                    kind = start.facts().kind();
                }
            }
        }
        if (latest == null || kind == null) {
            return Optional.empty();
        }
        LocalDate day = latest.occurredOn();
        boolean months = since.unit() == Quantity.Unit.MONTHS;
        long passed = (months ? ChronoUnit.MONTHS : ChronoUnit.DAYS)
                .between(day, facts.horizon().asOf());
        Bilingual text = evidence.tell(() -> new Bilingual(
                "自 " + day + " 起满 " + passed + (months ? " 个月" : " 天"),
                passed + (months ? " full months" : " days") + " since " + day));
        return Optional.of(new Reading(whole(passed), text, evidence.write(latest, kind, List.of()), day));
    }

    private List<Fact> find(FactQuery query) {
        return facts.findAll(query);
    }

    private Reading reading(Fraction number, FactKind kind, @Nullable Field field, List<Fact> found) {
        List<Field> fields = field == null ? List.of() : List.of(field);
        Bilingual text = evidence.tell(() -> {
            Bilingual title = field == null ? kind.title() : field.title();
            String shown = number.toDecimal().toPlainString();
            return new Bilingual(title.zh() + " " + shown, title.en() + " " + shown);
        });
        return new Reading(number, text, evidence.write(found, kind, fields), null);
    }

    private static Fraction whole(long number) {
        return Fraction.of(BigDecimal.valueOf(number));
    }

    /** Points, how the number became them, and their ground. */
    private record Converted(Fraction points, Supplier<String> how, Basis basis) {}

    private static Converted convert(Fraction number, Conversion conversion, Basis basis) {
        return switch (conversion) {
            case Conversion.Factor(var factor, var least, var most) -> {
                Fraction points = number.times(Fraction.of(factor));
                points = most != null && points.compareTo(Fraction.of(most)) > 0 ? Fraction.of(most) : points;
                points = least != null && points.compareTo(Fraction.of(least)) < 0 ? Fraction.of(least) : points;
                yield new Converted(
                        points,
                        () -> " × " + factor.toPlainString()
                                + (least == null ? "" : " ≥ " + least.toPlainString())
                                + (most == null ? "" : " ≤ " + most.toPlainString()),
                        basis);
            }
            case Conversion.Stepwise(var steps) -> {
                int index = stepOf(number, steps);
                Scale.Step step = steps.get(index);
                BigDecimal above = index == 0 ? null : steps.get(index - 1).upTo();
                yield new Converted(Fraction.of(step.points()), () -> bounds(above, step.upTo()), step.basis());
            }
            case Conversion.Line(var from, var to) -> {
                yield new Converted(
                        onLine(number, from, to), () -> " (" + corner(from) + " … " + corner(to) + ")", basis);
            }
        };
    }

    private static String bounds(@Nullable BigDecimal above, @Nullable BigDecimal upTo) {
        String bounds = (above == null ? "" : " > " + above.toPlainString())
                + (upTo == null ? "" : " ≤ " + upTo.toPlainString());
        return " (" + bounds.strip() + ")";
    }

    private static String corner(Conversion.Corner corner) {
        return corner.number().toPlainString() + " → " + corner.points().toPlainString();
    }

    private static int stepOf(Fraction number, List<Scale.Step> steps) {
        int index = 0;
        for (BigDecimal upTo = steps.get(index).upTo();
                upTo != null && number.compareTo(Fraction.of(upTo)) > 0;
                upTo = steps.get(index).upTo()) {
            index++;
        }
        return index;
    }

    private static Fraction onLine(Fraction number, Conversion.Corner from, Conversion.Corner to) {
        if (number.compareTo(Fraction.of(from.number())) <= 0) {
            return Fraction.of(from.points());
        }
        if (number.compareTo(Fraction.of(to.number())) >= 0) {
            return Fraction.of(to.points());
        }
        Fraction way = number.minus(Fraction.of(from.number()))
                .dividedBy(Fraction.of(to.number().subtract(from.number())));
        return Fraction.of(from.points()).plus(way.times(Fraction.of(to.points().subtract(from.points()))));
    }

    /** Notes since when the points have been the same, and when they will be others. */
    private void noteTurns(Quantity.Unit unit, Reading reading, Conversion conversion) {
        long now = reading.number().numerator().longValueExact();
        long first = now;
        long next = now + 1;
        switch (conversion) {
            case Conversion.Stepwise(var steps) -> {
                int index = stepOf(reading.number(), steps);
                BigDecimal above = index == 0 ? null : steps.get(index - 1).upTo();
                BigDecimal upTo = steps.get(index).upTo();
                first = above == null ? 0 : above.longValue() + 1;
                next = upTo == null ? -1 : upTo.longValue() + 1;
            }
            case Conversion.Line(var from, var to) -> {
                if (reading.number().compareTo(Fraction.of(to.number())) >= 0) {
                    first = ceiling(to.number());
                    next = -1;
                } else if (reading.number().compareTo(Fraction.of(from.number())) < 0) {
                    first = 0;
                    next = from.number().longValue() + 1;
                }
            }
            case Conversion.Factor(var factor, var least, var most) -> {
                BigDecimal limit = factor.signum() > 0 ? most : least;
                if (limit != null
                        && reading.number().times(Fraction.of(factor.abs())).compareTo(Fraction.of(limit.abs())) >= 0) {
                    next = -1;
                }
            }
        }
        LocalDate start = reading.start();
        if (start != null) {
            facts.horizon().turnsOn(after(start, first, unit));
            if (next >= 0) {
                facts.horizon().turnsOn(after(start, next, unit));
            }
        }
    }

    private static long ceiling(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static LocalDate after(LocalDate start, long number, Quantity.Unit unit) {
        return unit == Quantity.Unit.MONTHS ? start.plusMonths(number) : start.plusDays(number);
    }
}

package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads points off the facts by an indicator's scale. Empty where there is nothing to read. */
record ScaleReader(SubjectFacts facts, Sector sector, EvidenceWriter evidence) {

    Optional<Points> read(IndicatorRule rule) {
        Basis basis = rule.basis();
        return switch (rule.scale()) {
            case Scale.ValueItself scale -> value(scale.facts(), scale.field()).map(read -> itself(read, basis));
            case Scale.Steps scale -> value(scale.facts(), scale.field()).map(read -> step(read, scale));
            case Scale.Lookup scale -> lookUp(scale);
            case Scale.ByClass scale -> byClass(scale, basis);
            case Scale.Constant(var points) -> Optional.of(constant(points, basis));
            case Scale.ByInputGrade scale -> byInputGrade(scale, basis);
            case Scale.InputScore scale -> inputScore(scale, basis);
            case Scale.Measured scale -> new QuantityReader(facts, evidence).read(scale, basis);
            case Scale.Cases scale -> Optional.of(new CaseReader(facts, evidence).read(scale, basis));
            case Scale.CountedFacts scale -> Optional.of(count(scale, basis));
            case Scale.CountedItems scale -> newest(scale.facts()).map(fact -> count(fact, scale, basis));
            case Scale.TimeSince scale -> newest(scale.facts()).map(fact -> since(fact, scale, basis));
            case Scale.Share scale -> newest(scale.facts()).map(fact -> share(fact, scale, basis));
        };
    }

    /** The class of the subject. */
    Optional<Classified> classify(Classification classification) {
        for (Classification.ClassRule rule : classification.rules()) {
            if (Subjects.covers(rule.sectors(), sector) && facts.horizon().isInForce(rule.basis())) {
                List<Conditions.Reading> readings = Conditions.read(rule.when(), facts);
                if (readings != null) {
                    return Optional.of(new Classified(rule, evidence.write(readings)));
                }
            }
        }
        return Optional.empty();
    }

    /** A class, and the facts that put the subject there. */
    record Classified(Classification.ClassRule rule, List<Explanation.Evidence> evidence) {}

    private record Value(Fact fact, FactKind kind, Field field, BigDecimal number) {}

    private Optional<Fact> newest(FactQuery query) {
        return Conditions.findNewest(query, facts);
    }

    private Optional<Value> value(FactQuery query, Field field) {
        return newest(query)
                .flatMap(fact -> fact.values()
                        .findDecimal(field.name())
                        .map(number -> new Value(fact, query.kind(), field, number)));
    }

    private Points itself(Value read, Basis basis) {
        return Points.of(
                read.number,
                evidence.tell(() -> {
                    String points = read.number.toPlainString();
                    return new Bilingual("按记录的分值：" + points + " 分", "As scored: " + points + " points");
                }),
                basis,
                evidence.write(read.fact, read.kind, List.of(read.field)));
    }

    private Points step(Value read, Scale.Steps scale) {
        List<Scale.Step> steps = scale.steps();
        BigDecimal number = scale.rounded() ? read.number.setScale(0, RoundingMode.HALF_UP) : read.number;
        int index = 0;
        while (isAbove(number, steps.get(index).upTo())) {
            index++;
        }
        Scale.Step step = steps.get(index);
        BigDecimal above = index == 0 ? null : steps.get(index - 1).upTo();
        return Points.of(
                step.points(),
                evidence.tell(() -> stepText(read, above, step)),
                step.basis(),
                evidence.write(read.fact, read.kind, List.of(read.field)));
    }

    private static boolean isAbove(BigDecimal number, @Nullable BigDecimal bound) {
        return bound != null && number.compareTo(bound) > 0;
    }

    private static Bilingual stepText(Value read, @Nullable BigDecimal above, Scale.Step step) {
        String bounds = (above == null ? "" : " > " + above.toPlainString())
                + (step.upTo() == null ? "" : " ≤ " + step.upTo().toPlainString());
        String number = read.number.toPlainString();
        String points = step.points().toPlainString();
        return new Bilingual(
                number + " 属于档次（" + bounds.strip() + "）：" + points + " 分",
                number + " is in the step (" + bounds.strip() + "): " + points + " points");
    }

    private Optional<Points> lookUp(Scale.Lookup scale) {
        return newest(scale.facts())
                .flatMap(fact -> fact.values().getTexts(scale.field().name()).stream()
                        .flatMap(code -> scale.codes().find(code).stream())
                        .reduce((one, other) -> other.points().compareTo(one.points()) > 0 ? other : one)
                        .map(row -> Points.of(
                                row.points(),
                                evidence.tell(() -> new Bilingual(
                                        row.title().zh() + "：" + row.points().toPlainString() + " 分",
                                        row.title().en() + ": " + row.points().toPlainString() + " points")),
                                row.basis(),
                                evidence.write(fact, scale.facts().kind(), List.of(scale.field())))));
    }

    private Points constant(BigDecimal points, Basis basis) {
        return Points.of(
                points,
                evidence.tell(() -> {
                    String shown = points.toPlainString();
                    return new Bilingual("基础分 " + shown + " 分", "Begins with " + shown + " points");
                }),
                basis,
                List.of());
    }

    private Optional<Points> byInputGrade(Scale.ByInputGrade scale, Basis basis) {
        return facts.inputs()
                .findGrade(scale.input())
                .flatMap(grade -> Optional.ofNullable(scale.points().get(grade)).map(points -> {
                    Bilingual title = scale.input().model().title();
                    return Points.of(
                            points,
                            evidence.tell(() -> new Bilingual(
                                    title.zh() + " " + grade + "：" + points.toPlainString() + " 分",
                                    title.en() + " " + grade + ": " + points.toPlainString() + " points")),
                            basis,
                            List.of());
                }));
    }

    private Optional<Points> inputScore(Scale.InputScore scale, Basis basis) {
        return facts.inputs()
                .find(scale.input())
                .flatMap(analysis -> Optional.ofNullable(analysis.rating().score()))
                .map(score -> {
                    BigDecimal points =
                            score.multiply(scale.factor()).max(scale.lowest()).min(scale.highest());
                    return Points.of(
                            points,
                            evidence.tell(() -> {
                                Bilingual title = scale.input().model().title();
                                String sum = score.toPlainString() + " × "
                                        + scale.factor().toPlainString() + " = " + points.toPlainString();
                                return new Bilingual(title.zh() + " " + sum + " 分", title.en() + " " + sum + " points");
                            }),
                            basis,
                            List.of());
                });
    }

    private Optional<Points> byClass(Scale.ByClass scale, Basis basis) {
        return classify(scale.classification()).flatMap(found -> {
            String name = found.rule().name();
            return Optional.ofNullable(scale.points().get(name))
                    .map(points -> Points.of(
                            points,
                            evidence.tell(() -> new Bilingual(
                                    scale.classification().title().zh() + " " + name + "：" + points.toPlainString()
                                            + " 分",
                                    scale.classification().title().en() + " " + name + ": " + points.toPlainString()
                                            + " points")),
                            basis,
                            found.evidence()));
        });
    }

    private Points count(Scale.CountedFacts scale, Basis basis) {
        List<Fact> found = facts.findAll(scale.facts());
        return counted(
                BigDecimal.valueOf(found.size()),
                scale.each(),
                scale.most(),
                basis,
                evidence.write(found, scale.facts().kind(), List.of()));
    }

    private Points count(Fact fact, Scale.CountedItems scale, Basis basis) {
        BigDecimal number = BigDecimal.ZERO;
        for (Values item : fact.values().getItems(scale.field().name())) {
            if (Conditions.meets(item, scale.where(), facts.horizon())) {
                number = number.add(times(item, scale.times()));
            }
        }
        return counted(
                number,
                scale.each(),
                scale.most(),
                basis,
                evidence.write(fact, scale.facts().kind(), List.of(scale.field())));
    }

    private static BigDecimal times(Values item, @Nullable Field times) {
        return times == null ? BigDecimal.ONE : item.findDecimal(times.name()).orElse(BigDecimal.ZERO);
    }

    /** It grows with every day until it has reached its most. */
    private Points since(Fact fact, Scale.TimeSince scale, Basis basis) {
        LocalDate asOf = facts.horizon().asOf();
        long days = ChronoUnit.DAYS.between(fact.occurredOn(), asOf);
        long full = scale.days()
                .multiply(scale.most())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        facts.horizon().turnsOn(days < full ? asOf : fact.occurredOn().plusDays(full));
        if (days < full) {
            facts.horizon().turnsOn(asOf.plusDays(1));
        }
        Fraction points = days < full
                ? Fraction.of(BigDecimal.valueOf(days)).dividedBy(Fraction.of(scale.days()))
                : Fraction.of(scale.most());
        return new Points(
                points,
                evidence.tell(() -> {
                    String sum = days + " ÷ " + scale.days().toPlainString() + " ≤ "
                            + scale.most().toPlainString() + " = "
                            + points.toDecimal().toPlainString();
                    return new Bilingual("距该日 " + sum + " 分", "Days since then: " + sum + " points");
                }),
                basis,
                evidence.write(fact, scale.facts().kind(), List.of()));
    }

    private Points counted(
            BigDecimal number, BigDecimal each, BigDecimal most, Basis basis, List<Explanation.Evidence> used) {
        boolean loses = each.signum() < 0;
        BigDecimal all = each.multiply(number);
        BigDecimal points = loses ? all.max(most) : all.min(most);
        Bilingual text = evidence.tell(() -> {
            String sum = number.toPlainString() + " × " + each.toPlainString() + (loses ? " ≥ " : " ≤ ")
                    + most.toPlainString() + " = " + points.toPlainString();
            return new Bilingual(sum + " 分", sum + " points");
        });
        return Points.of(points, text, basis, used);
    }

    private @Nullable Points share(Fact fact, Scale.Share scale, Basis basis) {
        BigDecimal hit = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Values item : fact.values().getItems(scale.field().name())) {
            if (Conditions.meets(item, scale.applies(), facts.horizon())) {
                BigDecimal weight = item.findDecimal(scale.weight().name()).orElse(BigDecimal.ZERO);
                all = all.add(weight);
                hit = Conditions.meets(item, scale.hit(), facts.horizon()) ? hit.add(weight) : hit;
            }
        }
        if (all.signum() == 0) {
            return null;
        }
        Fraction points = Fraction.of(scale.factor().multiply(hit)).dividedBy(Fraction.of(all));
        String hits = hit.toPlainString();
        String whole = all.toPlainString();
        return new Points(
                points,
                evidence.tell(() -> {
                    String sum = scale.factor().toPlainString() + " × " + hits + " ÷ " + whole + " = "
                            + points.toDecimal().toPlainString();
                    return new Bilingual("不合格项目占适用项目：" + sum + " 分", "Failed of applicable items: " + sum + " points");
                }),
                basis,
                evidence.write(fact, scale.facts().kind(), List.of(scale.field())));
    }
}

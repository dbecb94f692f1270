package dev.assay.model.grading;

import dev.assay.core.grading.CodeTable;
import dev.assay.core.grading.Conversion;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.Quantity;
import dev.assay.core.grading.Scale;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Between which points something lies.
 *
 * @param lowest the fewest
 * @param highest the most
 */
record Range(BigDecimal lowest, BigDecimal highest) {

    static final Range NOTHING = new Range(BigDecimal.ZERO, BigDecimal.ZERO);

    /** The points that a scale can give where there is something to read. */
    static Range of(Scale scale) {
        return switch (scale) {
            case Scale.ValueItself value -> new Range(value.lowest(), value.highest());
            case Scale.Steps table ->
                of(table.steps().stream().map(Scale.Step::points).toList());
            case Scale.Lookup lookup ->
                of(lookup.codes().rows().values().stream()
                        .map(CodeTable.Row::points)
                        .toList());
            case Scale.ByClass byClass -> of(byClass.points().values());
            case Scale.Constant constant -> new Range(constant.points(), constant.points());
            case Scale.ByInputGrade byGrade -> of(byGrade.points().values());
            case Scale.InputScore score -> new Range(score.lowest(), score.highest());
            case Scale.Measured measured -> of(measured);
            case Scale.Cases cases ->
                new Range(
                        orZero(cases.least()).min(BigDecimal.ZERO),
                        orZero(cases.most()).max(BigDecimal.ZERO));
            case Scale.CountedFacts count -> fromZero(count.most());
            case Scale.CountedItems count -> fromZero(count.most());
            case Scale.TimeSince since -> fromZero(since.most());
            case Scale.Share share -> fromZero(share.factor());
        };
    }

    private static Range of(Scale.Measured measured) {
        return switch (measured.conversion()) {
            case Conversion.Stepwise(var steps) ->
                of(steps.stream().map(Scale.Step::points).toList());
            case Conversion.Line(var from, var to) -> fromTo(from.points(), to.points());
            case Conversion.Factor(var factor, var least, var most) -> {
                BigDecimal end = measured.quantity() instanceof Quantity.FactShare ? factor : null;
                BigDecimal low = least != null ? least : end == null ? BigDecimal.ZERO : end.min(BigDecimal.ZERO);
                BigDecimal high = most != null ? most : end == null ? BigDecimal.ZERO : end.max(BigDecimal.ZERO);
                yield new Range(low, high);
            }
        };
    }

    /** What a group makes of its indicators. */
    Range counted(IndicatorRule.Group group) {
        return new Range(one(group, lowest), one(group, highest));
    }

    private static BigDecimal one(IndicatorRule.Group group, BigDecimal points) {
        BigDecimal capped = group.cap() == null ? points : points.min(group.cap());
        BigDecimal counted = group.floor() == null ? capped : capped.max(group.floor());
        return counted.multiply(group.weight());
    }

    Range plus(Range other) {
        return new Range(lowest.add(other.lowest), highest.add(other.highest));
    }

    /** The range of the higher of two. */
    Range higher(Range other) {
        return new Range(lowest.max(other.lowest), highest.max(other.highest));
    }

    /** The same, or nothing at all. */
    Range orNothing() {
        return new Range(lowest.min(BigDecimal.ZERO), highest.max(BigDecimal.ZERO));
    }

    private static Range fromZero(BigDecimal end) {
        return fromTo(BigDecimal.ZERO, end);
    }

    private static Range fromTo(BigDecimal one, BigDecimal other) {
        return new Range(one.min(other), one.max(other));
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    private static Range of(Collection<BigDecimal> points) {
        return new Range(
                points.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO),
                points.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
    }
}

package dev.assay.model.grading;

import dev.assay.core.fact.FactKind;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.GradeScale;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.ModelInput;
import dev.assay.core.grading.Quantity;
import dev.assay.core.grading.Scale;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds a model to read what is foretold as one bounded indicator among others. That no condition hangs on it is {@link ConditionParser}'s; here
 * that its points alone move nobody by more than one grade, and nobody to where a list begins.
 */
record ForetoldCheck(YamlMap top, List<YamlMap> indicators, GradingModel model) {

    /** Whether facts of a kind tell what may be found, and not what was. */
    static boolean isForetold(FactKind kind) {
        return kind.bearing() == FactKind.Bearing.FORETOLD;
    }

    /** Whether points of a model, or of one that it builds on, come from what is foretold. */
    static boolean reads(GradingModel model) {
        return model.indicators().stream().anyMatch(rule -> reads(rule.scale()))
                || model.inputs().stream().map(ModelInput::model).anyMatch(ForetoldCheck::reads);
    }

    private static boolean reads(Scale scale) {
        return facts(scale).map(FactQuery::kind).anyMatch(ForetoldCheck::isForetold);
    }

    private static Stream<FactQuery> facts(Scale scale) {
        return switch (scale) {
            case Scale.ValueItself value -> Stream.of(value.facts());
            case Scale.Steps table -> Stream.of(table.facts());
            case Scale.Lookup lookup -> Stream.of(lookup.facts());
            case Scale.ByClass _, Scale.Constant _, Scale.ByInputGrade _, Scale.InputScore _ -> Stream.of();
            case Scale.Measured measured -> facts(measured.quantity());
            case Scale.Cases cases -> Stream.of(cases.facts());
            case Scale.CountedFacts count -> Stream.of(count.facts());
            case Scale.CountedItems count -> Stream.of(count.facts());
            case Scale.TimeSince since -> Stream.of(since.facts());
            case Scale.Share share -> Stream.of(share.facts());
        };
    }

    private static Stream<FactQuery> facts(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Count count -> Stream.of(count.facts());
            case Quantity.ItemCount count -> Stream.of(count.facts());
            case Quantity.Aggregate aggregate -> Stream.of(aggregate.facts());
            case Quantity.FactShare share -> Stream.of(share.facts());
            case Quantity.Since since -> since.starts().stream().map(Quantity.Start::facts);
        };
    }

    void run() {
        List<IndicatorRule> foretold = new ArrayList<>();
        YamlMap first = top;
        for (int i = 0; i < indicators.size(); i++) {
            IndicatorRule rule = model.indicators().get(i);
            if (reads(rule.scale())) {
                first = foretold.isEmpty() ? indicators.get(i) : first;
                foretold.add(rule);
                checkIndicator(indicators.get(i), rule);
            }
        }
        if (!foretold.isEmpty()) {
            checkGrades(first, foretold);
        }
        if (model.listing() != null && reads(model)) {
            top.fault(
                    "listing_threshold",
                    "Points of the model come from what is foretold, so that somebody could be looked at for a list without anything having been found.",
                    "Maybe name the threshold in a model of its own that reads only what was found.");
        }
    }

    private static void checkIndicator(YamlMap map, IndicatorRule rule) {
        if (rule.missing() == null) {
            map.fault(
                    "missing",
                    "Whom nothing is foretold of would have no grade.",
                    "Maybe write missing: with the points of the average.");
        }
        if (rule.basis().note().isBlank()) {
            map.fault(
                    "basis",
                    "What is foretold is read without a legal note.",
                    "Maybe add note: by what right the authority reads it, and within which limits.");
        }
    }

    private void checkGrades(YamlMap map, List<IndicatorRule> foretold) {
        Reach reach = Reach.of(model.header().sectors(), foretold);
        BigDecimal span = reach.highest().subtract(reach.lowest());
        switch (model.gradeScale()) {
            case GradeScale.Bands(var bands) ->
                bands.stream()
                        .filter(band -> band.interval().lower() != null
                                && band.interval().upper() != null)
                        .filter(band -> !isEnd(band))
                        .forEach(band -> checkWidth(map, span, band.grade(), width(band)));
            case GradeScale.Ladder(var rungs) -> checkLadder(map, rungs, foretold, span);
            case GradeScale.OfInputs _ -> {}
        }
    }

    /** The best and the worst grade lead to no further one. */
    private boolean isEnd(GradeScale.Band band) {
        List<String> grades = model.header().grades();
        return band.grade().equals(grades.getFirst()) || band.grade().equals(grades.getLast());
    }

    private static BigDecimal width(GradeScale.Band band) {
        BigDecimal lower = band.interval().lower();
        BigDecimal upper = band.interval().upper();
        return lower == null || upper == null ? BigDecimal.ZERO : upper.subtract(lower);
    }

    private static void checkWidth(YamlMap map, BigDecimal span, String grade, BigDecimal width) {
        if (span.compareTo(width) > 0) {
            map.fault(
                    "",
                    "What is foretold moves the total by up to %s, and the grade %s is %s wide: by that alone somebody could move by two grades."
                            .formatted(span.toPlainString(), grade, width.toPlainString()),
                    "Maybe give what is foretold fewer points.");
        }
    }

    /** Between two rungs lies the grade of the worse; the worst single indicator must not be the one that is foretold. */
    private void checkLadder(YamlMap map, List<GradeScale.Rung> rungs, List<IndicatorRule> foretold, BigDecimal span) {
        BigDecimal most = foretold.stream()
                .map(IndicatorRule::highest)
                .reduce(BigDecimal::max)
                .orElse(BigDecimal.ZERO);
        for (int i = 0; i < rungs.size(); i++) {
            GradeScale.Rung rung = rungs.get(i);
            if (rung.worstAtMost() != null && most.compareTo(rung.worstAtMost()) > 0) {
                map.fault(
                        "",
                        "What is foretold gives up to %s points, and the grade %s allows %s in one indicator: by that alone somebody would lose it."
                                .formatted(
                                        most.toPlainString(),
                                        rung.grade(),
                                        rung.worstAtMost().toPlainString()),
                        "Maybe give what is foretold fewer points.");
            }
            if (i > 0 && rung.totalAtMost() != null && rungs.get(i - 1).totalAtMost() != null) {
                BigDecimal before = rungs.get(i - 1).totalAtMost();
                checkWidth(
                        map,
                        span,
                        rung.grade(),
                        rung.totalAtMost().subtract(before == null ? BigDecimal.ZERO : before));
            }
        }
    }
}

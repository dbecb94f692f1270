package dev.assay.model.grading;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.grading.Classification;
import dev.assay.core.grading.Condition;
import dev.assay.core.grading.Conversion;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.FieldCondition;
import dev.assay.core.grading.FieldTest;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.ModelInput;
import dev.assay.core.grading.Quantity;
import dev.assay.core.grading.Scale;
import dev.assay.core.grading.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a model asks of facts, turned into values worth trying: on both sides of each bound, each word and another, each end of each
 * window.
 */
final class ProbeValues {

    /** A text that no model asks for. */
    static final String OTHER = "其他";

    /** A table may have hundreds of codes; the first of them show how it is read. */
    private static final int MOST_CODES = 12;

    private final Map<String, FactKind> kinds = new LinkedHashMap<>();
    private final Map<String, Set<Object>> values = new HashMap<>();
    private final Set<Integer> ages = new TreeSet<>(List.of(0, 20, 200, 500, 900, 2000));

    /** The kinds of fact that the model reads. */
    List<FactKind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** Values worth trying for a field; empty where the model asks nothing of it. */
    List<Object> of(FactKind kind, Field field) {
        return List.copyOf(values.getOrDefault(kind.name() + "." + field.name(), Set.of()));
    }

    /** Values worth trying for a field of an item. */
    List<Object> of(FactKind kind, Field items, Field field) {
        return List.copyOf(values.getOrDefault(kind.name() + "." + items.name() + "." + field.name(), Set.of()));
    }

    /** How many days ago facts are worth trying. */
    List<Integer> ages() {
        return List.copyOf(ages);
    }

    static ProbeValues of(GradingModel model) {
        ProbeValues found = new ProbeValues();
        found.add(model);
        return found;
    }

    private void add(GradingModel model) {
        model.states().forEach(rule -> add(rule.when()));
        model.quality().forEach(demand -> {
            add(demand.when());
            add(demand.facts());
        });
        if (model.newcomers() != null) {
            add(model.newcomers().when());
            add(model.newcomers().classification());
        }
        for (IndicatorRule rule : model.indicators()) {
            add(rule.when());
            add(rule.scale());
        }
        model.adjustments().forEach(rule -> rule.conditions().forEach(one -> add(one.when())));
        model.vetoes().forEach(rule -> add(rule.when()));
        model.inputs().stream().map(ModelInput::model).forEach(this::add);
    }

    private void add(Classification classification) {
        classification.rules().forEach(rule -> add(rule.when()));
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Always() -> {}
            case Condition.All(var parts) -> parts.forEach(this::add);
            case Condition.Any(var parts) -> parts.forEach(this::add);
            case Condition.Not(var part) -> add(part);
            case Condition.Exists(var query) -> add(query);
            case Condition.Count count -> add(count.facts());
            case Condition.InputGrade _ -> {}
            case Condition.Newest(var query, var where) -> {
                add(query);
                add(query.kind(), query.kind().name(), where);
            }
        }
    }

    private void add(Scale scale) {
        switch (scale) {
            case Scale.ValueItself value -> {
                add(value.facts());
                number(value.facts(), value.field(), value.lowest());
                number(value.facts(), value.field(), value.highest());
            }
            case Scale.Steps table -> {
                add(table.facts());
                table.steps().forEach(step -> {
                    if (step.upTo() != null) {
                        number(table.facts(), table.field(), step.upTo());
                    }
                });
            }
            case Scale.Lookup lookup -> {
                add(lookup.facts());
                lookup.codes().rows().keySet().stream()
                        .sorted()
                        .limit(MOST_CODES)
                        .forEach(code -> value(lookup.facts().kind().name(), lookup.field(), code));
            }
            case Scale.ByClass byClass -> add(byClass.classification());
            case Scale.Constant _, Scale.ByInputGrade _, Scale.InputScore _ -> {}
            case Scale.Measured measured -> {
                add(measured.quantity());
                add(measured.quantity(), measured.conversion());
            }
            case Scale.Cases cases -> {
                add(cases.facts());
                cases.rows()
                        .forEach(row ->
                                add(cases.facts().kind(), cases.facts().kind().name(), row.where()));
                cases.ages().stream().mapToInt(Scale.AgeWeight::upToMonths).forEach(this::months);
            }
            case Scale.CountedFacts count -> add(count.facts());
            case Scale.CountedItems count -> {
                add(count.facts());
                add(count.facts().kind(), path(count.facts(), count.field()), count.where());
            }
            case Scale.TimeSince since -> add(since.facts());
            case Scale.Share share -> {
                add(share.facts());
                add(share.facts().kind(), path(share.facts(), share.field()), share.hit());
                add(share.facts().kind(), path(share.facts(), share.field()), share.applies());
                value(path(share.facts(), share.field()), share.weight(), BigDecimal.ONE);
                value(path(share.facts(), share.field()), share.weight(), BigDecimal.valueOf(5));
            }
        }
    }

    private void add(Quantity quantity) {
        switch (quantity) {
            case Quantity.Count(var query) -> add(query);
            case Quantity.ItemCount(var query, var field, var where) -> {
                add(query);
                add(query.kind(), path(query, field), where);
            }
            case Quantity.Aggregate(var query, var field, var _) -> {
                add(query);
                number(query, field, BigDecimal.ONE);
            }
            case Quantity.FactShare(var query, var hit) -> {
                add(query);
                add(query.kind(), query.kind().name(), hit);
            }
            case Quantity.Since(var starts, var _) -> starts.forEach(start -> add(start.facts()));
        }
    }

    private void add(Quantity quantity, Conversion conversion) {
        if (quantity instanceof Quantity.Aggregate(var query, var field, var _)) {
            switch (conversion) {
                case Conversion.Factor _ -> number(query, field, BigDecimal.TEN);
                case Conversion.Line(var from, var to) -> {
                    number(query, field, from.number());
                    number(query, field, to.number());
                }
                case Conversion.Stepwise(var steps) ->
                    steps.forEach(step -> {
                        if (step.upTo() != null) {
                            number(query, field, step.upTo());
                        }
                    });
            }
        }
    }

    private void add(FactQuery query) {
        kinds.putIfAbsent(query.kind().name(), query.kind());
        add(query.kind(), query.kind().name(), query.where());
        switch (query.window()) {
            case Window.Months(int months) -> months(months);
            case Window.Days(int days) -> {
                ages.add(days);
                ages.add(days + 1);
            }
            case Window.SinceNewest(FactQuery anchor) -> add(anchor);
            case Window.OnNewest(FactQuery anchor) -> add(anchor);
            case Window.Always _, Window.CalendarYear _, Window.Since _ -> {}
        }
    }

    private void months(int months) {
        if (months > 0) {
            ages.add(months * 30);
            ages.add(months * 31 + 1);
        }
    }

    private void add(FactKind kind, String path, List<FieldCondition> where) {
        for (FieldCondition condition : where) {
            Field field = condition.field();
            switch (condition.test()) {
                // Sorted: a set has another order in each run, and the files would be others each time.
                case FieldTest.OneOf(var texts) -> texts.stream().sorted().forEach(text -> value(path, field, text));
                case FieldTest.NoneOf(var texts) -> texts.stream().sorted().forEach(text -> value(path, field, text));
                case FieldTest.ContainsAny(var words) -> words.forEach(word -> value(path, field, word));
                case FieldTest.InTable(var table, var accepted) ->
                    accepted.stream().sorted().limit(MOST_CODES).forEach(code -> value(path, field, code));
                case FieldTest.Within(var interval) -> bounds(path, field, interval);
                case FieldTest.Measured(var interval, var unit) -> {
                    if (interval.lower() != null) {
                        value(path, field, interval.lower().add(BigDecimal.ONE).toPlainString() + unit);
                    }
                    if (interval.upper() != null) {
                        value(
                                path,
                                field,
                                interval.upper().subtract(BigDecimal.ONE).toPlainString() + unit);
                    }
                }
                case FieldTest.Flag _ -> value(path, field, true);
                case FieldTest.Present _ -> {}
                case FieldTest.Past _, FieldTest.MonthsAgo _ -> {}
            }
        }
        kinds.putIfAbsent(kind.name(), kind);
    }

    private void bounds(String path, Field field, FieldTest.Interval interval) {
        List<BigDecimal> bounds = new ArrayList<>();
        if (interval.lower() != null) {
            bounds.add(interval.lower());
        }
        if (interval.upper() != null) {
            bounds.add(interval.upper());
        }
        bounds.forEach(bound -> around(path, field, bound));
    }

    private void number(FactQuery query, Field field, BigDecimal bound) {
        around(query.kind().name(), field, bound);
    }

    private void around(String path, Field field, BigDecimal bound) {
        value(path, field, bound);
        value(path, field, bound.add(BigDecimal.ONE));
        if (bound.signum() > 0) {
            value(path, field, bound.subtract(BigDecimal.ONE).max(BigDecimal.ZERO));
        }
    }

    private void value(String path, Field field, Object value) {
        values.computeIfAbsent(path + "." + field.name(), name -> new LinkedHashSet<>())
                .add(value);
    }

    private static String path(FactQuery query, Field field) {
        return query.kind().name() + "." + field.name();
    }
}

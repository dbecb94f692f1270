package dev.assay.model.grading;

import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Measure;
import dev.assay.core.grading.FieldTest;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the questions about fields. */
final class FieldTestParser {

    private static final FieldTest STAND_IN = new FieldTest.Present(true);

    private FieldTestParser() {}

    static FieldTest test(YamlMap where, String name, Field field, DrawnIn drawn) {
        if (where.isMap(name)) {
            return asked(where.map(name), field, drawn);
        }
        return switch (field.type()) {
            case TEXT, TEXTS, MEASURE -> new FieldTest.OneOf(words(where, name));
            case FLAG -> new FieldTest.Flag(where.flag(name, true));
            case DECIMAL -> {
                BigDecimal number = where.decimal(name);
                yield new FieldTest.Within(new FieldTest.Interval(number, true, number, true));
            }
            case DAY, ITEMS, PERSON_ID -> {
                where.texts(name);
                where.fault(
                        name,
                        "The field (%s) cannot be compared with a value.".formatted(name),
                        "Maybe ask {present: true}%s."
                                .formatted(field.type() == FieldType.DAY ? " or {past: true}" : ""));
                yield STAND_IN;
            }
        };
    }

    private static FieldTest asked(YamlMap map, Field field, DrawnIn drawn) {
        if (map.has("present")) {
            return new FieldTest.Present(map.flag("present", true));
        }
        Optional<FieldTest> test = switch (field.type()) {
            case TEXT, TEXTS -> map.has("in_table") ? inTable(map, drawn) : text(map);
            case MEASURE -> text(map).or(() -> measured(map));
            case DECIMAL -> interval(map).map(FieldTest.Within::new);
            case DAY -> day(map);
            case FLAG, ITEMS, PERSON_ID -> Optional.empty();
        };
        if (test.isEmpty()) {
            map.keys().forEach(map::texts);
            map.fault(
                    "",
                    "This cannot be asked of a field of type %s."
                            .formatted(field.type().name().toLowerCase(Locale.ROOT)),
                    remedy(field.type()));
        }
        return test.orElse(STAND_IN);
    }

    private static String remedy(FieldType type) {
        return switch (type) {
            case TEXT, TEXTS -> "Maybe one of: a text, a list of texts, none_of, contains_any, in_table, present.";
            case DECIMAL -> "Maybe one of: at_least, above, at_most, below, present.";
            case MEASURE ->
                "Maybe one of: a text, none_of, contains_any, at_least, above, at_most, below (with unit), present.";
            case DAY -> "Maybe one of: past, at_least_ago, present.";
            case FLAG -> "Maybe one of: true, false, present.";
            case ITEMS, PERSON_ID -> "Maybe present.";
        };
    }

    private static Optional<FieldTest> text(YamlMap map) {
        if (map.has("none_of")) {
            return Optional.of(new FieldTest.NoneOf(words(map, "none_of")));
        }
        return map.has("contains_any")
                ? Optional.of(new FieldTest.ContainsAny(List.copyOf(words(map, "contains_any"))))
                : Optional.empty();
    }

    /** The code has a row of a table whose cell in a column is one of some words. */
    private static Optional<FieldTest> inTable(YamlMap map, DrawnIn drawn) {
        Optional<PointsTable> table = drawn.table(map, "in_table");
        List<String> words = List.copyOf(words(map, "is"));
        if (table.isEmpty()) {
            map.text("column");
            return Optional.of(STAND_IN);
        }
        return Optional.of(
                new FieldTest.InTable(table.get().codes(), table.get().codes(map, "column", words)));
    }

    /** The unit is folded as {@link Measure} folds it, so that the two signs for micro are one. */
    private static Optional<FieldTest> measured(YamlMap map) {
        String unit = map.findText("unit")
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
                .orElse("");
        return interval(map).map(interval -> new FieldTest.Measured(interval, unit));
    }

    private static Optional<FieldTest> day(YamlMap map) {
        if (map.has("at_least_ago")) {
            return Optional.of(new FieldTest.MonthsAgo(ConditionParser.months(map, "at_least_ago")));
        }
        return map.has("past") && map.flag("past", false) ? Optional.of(new FieldTest.Past()) : Optional.empty();
    }

    private static Set<String> words(YamlMap map, String key) {
        List<String> words = map.texts(key);
        if (words.isEmpty() || words.contains("")) {
            map.fault(key, "The list of words is empty or has an empty word.", "Maybe write them as [a, b].");
        }
        return new LinkedHashSet<>(words);
    }

    /** Bounds by {@code at_least} or {@code above}, and {@code at_most} or {@code below}; empty if there is none of them. */
    static Optional<FieldTest.Interval> interval(YamlMap map) {
        refuseBoth(map, "at_least", "above");
        refuseBoth(map, "at_most", "below");
        Optional<BigDecimal> atLeast = map.findDecimal("at_least");
        Optional<BigDecimal> above = map.findDecimal("above");
        Optional<BigDecimal> atMost = map.findDecimal("at_most");
        Optional<BigDecimal> below = map.findDecimal("below");
        BigDecimal lower = atLeast.or(() -> above).orElse(null);
        BigDecimal upper = atMost.or(() -> below).orElse(null);
        if (lower != null && upper != null) {
            int order = lower.compareTo(upper);
            if (order > 0 || (order == 0 && !(atLeast.isPresent() && atMost.isPresent()))) {
                map.fault(
                        "",
                        "No number lies between these bounds (%s, %s).".formatted(lower, upper),
                        "Maybe the bounds are swapped.");
            }
        }
        return lower == null && upper == null
                ? Optional.empty()
                : Optional.of(new FieldTest.Interval(lower, atLeast.isPresent(), upper, atMost.isPresent()));
    }

    private static void refuseBoth(YamlMap map, String one, String other) {
        if (map.has(one) && map.has(other)) {
            map.fault(
                    other, "Both %s and %s bound the same side.".formatted(one, other), "Maybe take one of them away.");
        }
    }
}

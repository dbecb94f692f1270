package dev.assay.model.grading;

import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.grading.Basis;
import dev.assay.core.grading.Conversion;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.Quantity;
import dev.assay.core.grading.Scale;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Reads numbers that are made from facts, and how they become points. */
record MeasureParser(ScaleParser scales, ConditionParser conditions, Basis basis) {

    private static final Quantity NOTHING = new Quantity.Count(new FactQuery(ConditionParser.UNKNOWN, List.of()));
    private static final List<String> CONVERSIONS = List.of("factor", "line", "steps");
    private static final List<String> QUANTITIES = List.of(
            "count",
            "count_items",
            "sum",
            "highest",
            "lowest",
            "average",
            "latest",
            "share",
            "days_since",
            "months_since");

    Scale scale(YamlMap map) {
        YamlMap measure = map.map("measure");
        String form = only(measure, QUANTITIES, "Maybe keep one of them: it says what is measured.");
        String conversion = only(map, CONVERSIONS, "Maybe keep one of them: it says how the number becomes points.");
        Quantity quantity = form.isEmpty() ? NOTHING : quantity(measure, form, conditions);
        return conversion.isEmpty()
                ? ScaleParser.standIn()
                : new Scale.Measured(quantity, conversion(map, conversion, quantity));
    }

    private static String only(YamlMap map, List<String> keys, String remedy) {
        List<String> found = keys.stream().filter(map::has).toList();
        if (found.size() != 1) {
            map.fault(
                    "",
                    "There is %s of %s.".formatted(found.isEmpty() ? "none" : "more than one", String.join(", ", keys)),
                    remedy);
            return "";
        }
        return found.getFirst();
    }

    /** A number alone, of a file that is no model and gives no points. */
    static Quantity quantityOf(YamlMap map, ConditionParser conditions) {
        String form = only(map, QUANTITIES, "Maybe keep one of them: it says what is measured.");
        return form.isEmpty() ? NOTHING : quantity(map, form, conditions);
    }

    private static Quantity quantity(YamlMap map, String form, ConditionParser conditions) {
        return switch (form) {
            case "count" -> new Quantity.Count(conditions.counted(map));
            case "count_items" -> {
                FactQuery from = conditions.from(map, "of", "newest");
                Field field = ScaleParser.field(map, "count_items", from, FieldType.ITEMS);
                yield new Quantity.ItemCount(from, field, conditions.where(map, "where", field.items()));
            }
            case "share" -> {
                FactQuery from = conditions.from(map, "of", "every");
                yield new Quantity.FactShare(from, conditions.whereOf(from, map, "share"));
            }
            case "days_since" -> new Quantity.Since(starts(map, form, conditions), Quantity.Unit.DAYS);
            case "months_since" -> new Quantity.Since(starts(map, form, conditions), Quantity.Unit.MONTHS);
            default -> {
                FactQuery from = conditions.from(map, "of", "every");
                yield new Quantity.Aggregate(
                        from,
                        ScaleParser.field(map, form, from, FieldType.DECIMAL),
                        Quantity.How.valueOf(form.toUpperCase(Locale.ROOT)));
            }
        };
    }

    private static List<Quantity.Start> starts(YamlMap map, String key, ConditionParser conditions) {
        List<Quantity.Start> starts = map.maps(key).stream()
                .map(start -> {
                    boolean oldest = start.has("oldest");
                    return new Quantity.Start(conditions.query(start, oldest ? "oldest" : "newest"), oldest);
                })
                .toList();
        if (starts.isEmpty()) {
            map.fault(key, "No fact is named.", "Maybe write [{newest: penalty}]: time runs from the latest of them.");
        }
        return starts;
    }

    private Conversion conversion(YamlMap map, String form, Quantity quantity) {
        return switch (form) {
            case "factor" -> factor(map.map("factor"), quantity);
            case "line" -> line(map.map("line"));
            default -> new Conversion.Stepwise(scales.steps(map, basis));
        };
    }

    /** What can grow without end needs a limit, so that the ends of the total are known. */
    private static Conversion factor(YamlMap map, Quantity quantity) {
        BigDecimal points = map.decimal("points");
        boolean share = quantity instanceof Quantity.FactShare;
        boolean both = quantity instanceof Quantity.Aggregate;
        if (both || (!share && points.signum() >= 0)) {
            map.decimal("most");
        }
        if (both || (!share && points.signum() < 0)) {
            map.decimal("least");
        }
        return new Conversion.Factor(
                points,
                map.findDecimal("least").orElse(null),
                map.findDecimal("most").orElse(null));
    }

    private static Conversion line(YamlMap map) {
        Conversion.Corner from = corner(map.map("from"));
        Conversion.Corner to = corner(map.map("to"));
        if (from.number().compareTo(to.number()) >= 0) {
            map.fault(
                    "to",
                    "The line ends at %s and begins at %s.".formatted(to.number(), from.number()),
                    "Maybe swap its corners.");
            return new Conversion.Line(from, new Conversion.Corner(from.number().add(BigDecimal.ONE), to.points()));
        }
        return new Conversion.Line(from, to);
    }

    private static Conversion.Corner corner(YamlMap map) {
        return new Conversion.Corner(map.decimal("at"), map.decimal("points"));
    }
}

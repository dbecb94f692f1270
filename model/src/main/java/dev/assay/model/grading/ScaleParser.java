package dev.assay.model.grading;

import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.grading.Basis;
import dev.assay.core.grading.Classification;
import dev.assay.core.grading.CodeTable;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.ModelInput;
import dev.assay.core.grading.Scale;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how an indicator's facts become points. */
record ScaleParser(Names names, DrawnIn drawn, Map<String, Classification> classifications) {

    private static final List<String> FORMS = List.of(
            "as_scored",
            "steps",
            "codes",
            "by_class",
            "per_fact",
            "per_item",
            "share",
            "time_since",
            "constant",
            "by_grade",
            "score_of",
            "cases");

    Scale scale(YamlMap map, Basis basis) {
        if (map.has("measure")) {
            return new MeasureParser(this, names.conditions().forPoints(), basis).scale(map);
        }
        List<String> forms = FORMS.stream().filter(map::has).toList();
        if (forms.size() != 1) {
            map.fault(
                    "",
                    "The indicator has %s of %s."
                            .formatted(forms.isEmpty() ? "none" : "several", String.join(", ", FORMS) + ", measure"),
                    "Maybe keep one of them: it says how facts become points.");
        }
        return switch (forms.isEmpty() ? "" : forms.getFirst()) {
            case "as_scored" -> {
                YamlMap form = map.map("as_scored");
                BigDecimal lowest = form.decimal("lowest");
                BigDecimal highest = form.decimal("highest");
                FactQuery from = from(map);
                yield new Scale.ValueItself(from, field(map, "field", from, FieldType.DECIMAL), lowest, highest);
            }
            case "steps" -> {
                FactQuery from = from(map);
                Field field = field(map, "field", from, FieldType.DECIMAL);
                yield new Scale.Steps(from, field, map.flag("rounded", false), steps(map, basis));
            }
            case "codes" -> {
                FactQuery from = from(map);
                yield new Scale.Lookup(from, textField(map, from), codes(map.map("codes"), basis));
            }
            case "by_class" -> {
                Classification classification = ClassificationParser.named(map, classifications);
                YamlMap points = map.map("points");
                ClassificationParser.checkClasses(points, classification);
                yield new Scale.ByClass(classification, points(points));
            }
            case "per_fact" -> {
                YamlMap form = map.map("per_fact");
                FactQuery from = names.conditions().forPoints().from(map, "from", "every");
                BigDecimal points = form.decimal("points");
                yield new Scale.CountedFacts(from, points, limit(form, points));
            }
            case "constant" -> new Scale.Constant(map.decimal("constant"));
            case "by_grade" -> byGrade(map);
            case "score_of" -> scoreOf(map.map("score_of"));
            case "cases" -> new CaseParser(names).cases(map, basis);
            case "per_item" -> perItem(map, map.map("per_item"));
            case "share" -> share(map, map.map("share"));
            case "time_since" -> timeSince(map, map.map("time_since"));
            default -> standIn();
        };
    }

    /** The most points; the fewest where one takes points away. */
    private static BigDecimal limit(YamlMap form, BigDecimal points) {
        BigDecimal limit = form.decimal(points.signum() < 0 ? "least" : "most");
        if (limit.signum() * points.signum() < 0) {
            form.fault(
                    points.signum() < 0 ? "least" : "most",
                    "The limit (%s) lies on the other side of zero than the points (%s).".formatted(limit, points),
                    "Maybe its sign is missing.");
        }
        return limit;
    }

    private Scale byGrade(YamlMap map) {
        Optional<ModelInput> input = drawn.input(map, "by_grade");
        YamlMap points = map.map("points");
        Map<String, BigDecimal> read = points(points);
        if (input.isEmpty()) {
            return standIn();
        }
        checkGrades(points, input.get().model().grades());
        return new Scale.ByInputGrade(input.get(), read);
    }

    /** Notes a fault for each grade without a value, and each value without a grade. */
    static void checkGrades(YamlMap values, List<String> grades) {
        for (String key : values.keys()) {
            if (!grades.contains(key)) {
                values.fault(
                        key,
                        "The grade (%s) is not one of the input's grades.".formatted(key),
                        Spelling.didYouMean(key, grades));
            }
        }
        for (String grade : grades) {
            if (!values.has(grade)) {
                values.fault("", "The grade (%s) has no value.".formatted(grade), "Maybe add it: " + grade + ": …");
            }
        }
    }

    private Scale scoreOf(YamlMap form) {
        Optional<ModelInput> input = drawn.input(form, "input");
        BigDecimal factor = form.findDecimal("factor").orElse(BigDecimal.ONE);
        BigDecimal lowest = form.decimal("lowest");
        BigDecimal highest = form.decimal("highest");
        return input.isEmpty() ? standIn() : new Scale.InputScore(input.get(), factor, lowest, highest);
    }

    private Field textField(YamlMap map, FactQuery from) {
        String name = map.findText("field").orElse("?");
        boolean texts = from.kind()
                .findField(name)
                .filter(field -> field.type() == FieldType.TEXTS)
                .isPresent();
        return field(map, "field", from, texts ? FieldType.TEXTS : FieldType.TEXT);
    }

    private CodeTable codes(YamlMap map, Basis basis) {
        if (map.has("table")) {
            Optional<PointsTable> table = drawn.table(map, "table");
            if (table.isEmpty()) {
                map.text("column");
                return new CodeTable(Map.of(), false);
            }
            return table.get().points(map, "column");
        }
        Map<String, CodeTable.Row> rows = new HashMap<>();
        points(map)
                .forEach((code, points) ->
                        rows.put(code, new CodeTable.Row(code, Bilingual.of(code, code), points, basis)));
        return new CodeTable(rows, false);
    }

    static Scale standIn() {
        FactQuery nothing = new FactQuery(ConditionParser.UNKNOWN, List.of());
        return new Scale.CountedFacts(nothing, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private FactQuery from(YamlMap map) {
        return names.conditions().forPoints().from(map, "from", "newest");
    }

    private Scale perItem(YamlMap map, YamlMap form) {
        FactQuery from = from(map);
        Field items = field(map, "field", from, FieldType.ITEMS);
        return new Scale.CountedItems(
                from,
                items,
                names.conditions().forPoints().where(form, "where", items.items()),
                times(form, items),
                form.decimal("points"),
                limit(form, form.decimal("points")));
    }

    /** The item's decimal that says how often it counts; null where the form names none. */
    private static @Nullable Field times(YamlMap form, Field items) {
        if (!form.has("times")) {
            return null;
        }
        Optional<Field> found = ConditionParser.field(form, "times", form.text("times"), items.items());
        found.filter(field -> field.type() != FieldType.DECIMAL)
                .ifPresent(field -> form.fault(
                        "times",
                        "The field (%s) is of type %s and no decimal.".formatted(field.name(), field.type()),
                        "Maybe another field was meant."));
        return found.orElse(null);
    }

    private Scale timeSince(YamlMap map, YamlMap form) {
        BigDecimal days = form.decimal("days");
        BigDecimal most = form.decimal("most");
        if (days.signum() <= 0 || most.signum() < 0) {
            form.fault(
                    "days",
                    "The days for one point (%s) or the most points (%s) are not above zero.".formatted(days, most),
                    "Maybe {days: 365, most: 2}: a point for each year, two at the most.");
            return standIn();
        }
        return new Scale.TimeSince(from(map), days, most);
    }

    private Scale share(YamlMap map, YamlMap form) {
        FactQuery from = from(map);
        Field items = field(map, "field", from, FieldType.ITEMS);
        String weight = form.text("weight");
        Field weightField =
                ConditionParser.field(form, "weight", weight, items.items()).orElse(items);
        return new Scale.Share(
                from,
                items,
                names.conditions().forPoints().where(form, "hit", items.items()),
                names.conditions().forPoints().where(form, "applies", items.items()),
                weightField,
                form.decimal("factor"));
    }

    static Field field(YamlMap map, String key, FactQuery from, FieldType type) {
        String name = map.text(key);
        Field standIn = Field.of(name, type, "?", "?");
        if (name.equals("?") || from.kind().equals(ConditionParser.UNKNOWN)) {
            return standIn;
        }
        Optional<Field> found =
                ConditionParser.field(map, key, name, from.kind().fields());
        if (found.isPresent() && found.get().type() != type) {
            map.fault(
                    key,
                    "The field (%s) is of type %s and not %s."
                            .formatted(name, found.get().type(), type),
                    "Maybe another field was meant.");
        }
        return found.orElse(standIn);
    }

    List<Scale.Step> steps(YamlMap map, Basis basis) {
        List<Scale.Step> steps = new ArrayList<>();
        BigDecimal below = null;
        List<YamlMap> maps = map.maps("steps");
        for (int i = 0; i < maps.size(); i++) {
            YamlMap step = maps.get(i);
            boolean last = i == maps.size() - 1;
            below = last ? lastBound(step, below) : bound(step, below);
            steps.add(new Scale.Step(last ? null : below, step.decimal("points"), names.basisOr(step, basis)));
        }
        if (steps.isEmpty()) {
            map.fault("steps", "The table has no steps.", "Maybe begin each step with a hyphen.");
            steps.add(new Scale.Step(null, BigDecimal.ZERO, basis));
        }
        return steps;
    }

    private static BigDecimal bound(YamlMap step, @Nullable BigDecimal below) {
        BigDecimal upTo = step.decimal("up_to");
        if (below != null && upTo.compareTo(below) <= 0) {
            step.fault(
                    "up_to",
                    "The bound (%s) does not lie above the one before (%s).".formatted(upTo, below),
                    "Maybe put the steps in order.");
        }
        return upTo;
    }

    /** The last step is open; it repeats the bound of the one before, so that a reader sees where it begins. */
    private static @Nullable BigDecimal lastBound(YamlMap step, @Nullable BigDecimal below) {
        BigDecimal above = step.findDecimal("above").orElse(null);
        boolean meets = above == null ? below == null : below != null && above.compareTo(below) == 0;
        if (!meets) {
            step.fault(
                    above == null ? "" : "above",
                    "The last step begins above (%s), the one before ends at (%s)."
                            .formatted(above == null ? "?" : above, below == null ? "nothing" : below),
                    "Maybe write above: " + below + ".");
        }
        return above;
    }

    private static Map<String, BigDecimal> points(YamlMap map) {
        Map<String, BigDecimal> points = new HashMap<>();
        map.keys().forEach(key -> points.put(key, map.decimal(key)));
        return points;
    }
}

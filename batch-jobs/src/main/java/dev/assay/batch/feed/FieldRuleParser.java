package dev.assay.batch.feed;

import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the {@code fields} of a fact: for each field a column's name, or a mapping that says more. */
final class FieldRuleParser {

    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final ColumnReferences columns;
    private final Cells cells;
    private final CodeTables tables;

    FieldRuleParser(ColumnReferences columns, Cells cells, CodeTables tables) {
        this.columns = columns;
        this.cells = cells;
        this.tables = tables;
    }

    /**
     * How a feed writes its cells, if a field does not say otherwise.
     *
     * @param days how days are written
     * @param yes the words that mean yes
     * @param no the words that mean no
     * @param nullMarks the cells that mean nothing
     */
    record Cells(DayPatterns days, Set<String> yes, Set<String> no, Set<String> nullMarks) {}

    List<FieldRule> rules(YamlMap fields, List<Field> known) {
        List<FieldRule> rules = new ArrayList<>();
        for (String name : fields.keys()) {
            Optional<Field> field =
                    known.stream().filter(f -> f.name().equals(name)).findFirst();
            if (field.isEmpty()) {
                fields.fault(
                        name,
                        "The field (%s) is not one of this kind's.".formatted(name),
                        Spelling.didYouMean(
                                name, known.stream().map(Field::name).toList()));
            }
            rule(fields, name, field).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<FieldRule> rule(YamlMap fields, String name, Optional<Field> known) {
        Field field = known.orElseGet(() -> Field.of(name, FieldType.TEXT, name, name));
        if (fields.isText(name)) {
            CellSource source = new CellSource.Cell(columns.one(fields, name));
            return Optional.of(new FieldRule(
                    name, source, plain(fields, name, field.type()), cells.nullMarks(), FieldRule.Need.OPTIONAL));
        }
        YamlMap rule = fields.map(name);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Conversion conversion = conversion(rule, field);
        if (!conversion.fits(field.type())) {
            rule.fault(
                    "",
                    "The field (%s) holds %s, which this rule does not give.".formatted(name, field.type()),
                    "Maybe see docs/feeds.md for the rules that give it.");
        }
        CellSource source =
                conversion instanceof Conversion.AsRowItems || conversion instanceof Conversion.AsColumnItems
                        ? new CellSource.Constant("rows")
                        : new CellSourceParser(columns).source(rule);
        return Optional.of(
                new FieldRule(name, source, conversion, words(rule, "null_marks", cells.nullMarks()), need(rule)));
    }

    /** What an empty cell, or one that cannot be read, does to its row. */
    static FieldRule.Need need(YamlMap rule) {
        boolean required = rule.flag("required", false);
        boolean lenient = rule.flag("lenient", false);
        if (required && lenient) {
            rule.fault(
                    "lenient",
                    "A required field cannot be left out where it cannot be read.",
                    "Maybe take required or lenient away.");
        }
        return required ? FieldRule.Need.REQUIRED : lenient ? FieldRule.Need.LENIENT : FieldRule.Need.OPTIONAL;
    }

    private Conversion plain(YamlMap fields, String name, FieldType type) {
        return switch (type) {
            case TEXT, MEASURE -> new Conversion.AsText();
            case PERSON_ID -> new Conversion.AsPersonId();
            case DECIMAL -> new Conversion.AsDecimal(DecimalForm.PLAIN);
            case DAY -> new Conversion.AsDay(cells.days());
            case FLAG -> new Conversion.AsFlag(cells.yes(), cells.no());
            case TEXTS, ITEMS -> {
                fields.fault(
                        name,
                        "The field (%s) holds several values; a column alone does not say how to split them."
                                .formatted(name),
                        "Maybe write {column: …, split: \"、\"}.");
                yield new Conversion.AsText();
            }
        };
    }

    private Conversion conversion(YamlMap rule, Field field) {
        if (rule.has("rows")) {
            return new Conversion.AsRowItems(rules(rule.map("rows"), field.items()), columns.several(rule, "when"));
        }
        if (rule.has("items")) {
            YamlMap items = rule.map("items");
            return items.has("across") ? across(items, field) : items(items, field);
        }
        if (rule.has("split")) {
            Optional<Conversion.AsCode> code =
                    CodeTables.areIn(rule) ? Optional.of(tables.read(rule)) : Optional.empty();
            return new Conversion.AsTexts(anyOf(rule, "split"), code);
        }
        if (CodeTables.areIn(rule)) {
            return tables.read(rule);
        }
        return switch (field.type()) {
            case DECIMAL -> new Conversion.AsDecimal(decimal(rule));
            case DAY -> new Conversion.AsDay(rule.has("days") ? FeedParser.days(rule, "days") : cells.days());
            case FLAG -> new Conversion.AsFlag(words(rule, "yes", cells.yes()), words(rule, "no", cells.no()));
            case PERSON_ID -> new Conversion.AsPersonId();
            case TEXT, MEASURE, TEXTS, ITEMS -> new Conversion.AsText();
        };
    }

    private static DecimalForm decimal(YamlMap rule) {
        String separator = rule.findVerbatim("thousands").orElse("");
        if (separator.length() > 1 || separator.chars().anyMatch(Character::isDigit) || separator.equals(".")) {
            rule.fault(
                    "thousands",
                    "What stands between thousands (%s) is not one character beside digits and point."
                            .formatted(separator),
                    "Maybe thousands: \",\".");
            separator = "";
        }
        Map<String, BigDecimal> units = new HashMap<>();
        rule.findMap("units").ifPresent(map -> map.keys().forEach(unit -> units.put(unit, map.decimal(unit))));
        return DecimalForm.of(rule.findDecimal("factor").orElse(BigDecimal.ONE), separator, units);
    }

    private static Conversion items(YamlMap items, Field field) {
        List<String> names = items.texts("fields");
        List<String> known = field.items().stream().map(Field::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                items.fault(
                        "fields",
                        "The part (%s) is not one of the item's.".formatted(name),
                        Spelling.didYouMean(name, known));
            }
        }
        return new Conversion.AsItems(anyOf(items, "separators"), anyOf(items, "parts"), names);
    }

    /** A column for each item: {@code {across: [headers], name: FIELD, value: FIELD, leave_out: [cells]}}. */
    private Conversion across(YamlMap items, Field field) {
        List<String> headers = items.texts("across");
        List<Integer> places = columns.several(items, "across");
        Field name = part(items, "name", field);
        Field value = part(items, "value", field);
        if (name.type() != FieldType.TEXT || headers.isEmpty()) {
            items.fault("name", "No field takes the headers as a text.", "Maybe name: item, and across: [headers].");
        }
        Conversion conversion = plain(items, "value", value.type());
        Set<String> leftOut = words(items, "leave_out", cells.nullMarks());
        List<FieldRule> rules = places.stream()
                .map(place -> new FieldRule(
                        value.name(), new CellSource.Cell(place), conversion, leftOut, FieldRule.Need.OPTIONAL))
                .toList();
        return new Conversion.AsColumnItems(headers, name.name(), rules);
    }

    private static Field part(YamlMap items, String key, Field field) {
        String name = items.text(key);
        Optional<Field> found =
                field.items().stream().filter(part -> part.name().equals(name)).findFirst();
        if (found.isEmpty() && !name.equals("?")) {
            items.fault(
                    key,
                    "The part (%s) is not one of the item's.".formatted(name),
                    Spelling.didYouMean(
                            name, field.items().stream().map(Field::name).toList()));
        }
        return found.orElseGet(() -> Field.of(name, FieldType.TEXT, name, name));
    }

    private static Pattern anyOf(YamlMap rule, String key) {
        List<String> separators = rule.texts(key);
        if (separators.isEmpty() || separators.contains("")) {
            rule.fault(
                    key,
                    "The separators are missing or one is empty.",
                    "Maybe list them: " + key + ": [\"；\", \";\"].");
            return NEVER;
        }
        return Pattern.compile(separators.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(separator -> separator.equals("\\n") ? "\\R" : Pattern.quote(separator))
                .collect(Collectors.joining("|")));
    }

    private static Set<String> words(YamlMap rule, String key, Set<String> otherwise) {
        return rule.has(key) ? new HashSet<>(rule.texts(key)) : otherwise;
    }
}

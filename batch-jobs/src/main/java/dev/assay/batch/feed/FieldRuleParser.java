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
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads the {@code fields} of a fact: for each field a column's name, or a mapping that says more. */
final class FieldRuleParser {

    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final ColumnReferences columns;
    private final DayPatterns days;
    private final Set<String> yes;
    private final Set<String> no;

    FieldRuleParser(ColumnReferences columns, DayPatterns days, Set<String> yes, Set<String> no) {
        this.columns = columns;
        this.days = days;
        this.yes = yes;
        this.no = no;
    }

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
            return Optional.of(new FieldRule(name, source, plain(fields, name, field.type()), false));
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
                conversion instanceof Conversion.AsRowItems ? new CellSource.Constant("rows") : source(rule);
        return Optional.of(new FieldRule(name, source, conversion, rule.flag("required", false)));
    }

    private Conversion plain(YamlMap fields, String name, FieldType type) {
        return switch (type) {
            case TEXT -> new Conversion.AsText();
            case DECIMAL -> new Conversion.AsDecimal(BigDecimal.ONE);
            case DAY -> new Conversion.AsDay(days);
            case FLAG -> new Conversion.AsFlag(yes, no);
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

    private CellSource source(YamlMap rule) {
        if (rule.has("constant")) {
            return new CellSource.Constant(rule.text("constant"));
        }
        if (rule.has("join")) {
            return new CellSource.Joined(
                    columns.several(rule, "join"), rule.findVerbatim("with").orElse(" "));
        }
        int column = columns.one(rule, "column");
        if (rule.has("extract")) {
            return new CellSource.Extract(column, pattern(rule, "extract", true));
        }
        if (rule.has("from")) {
            int from = place(rule, "from");
            int to = place(rule, "to");
            if (to < from) {
                rule.fault(
                        "to",
                        "The last character (%d) is before the first (%d).".formatted(to, from),
                        "Maybe swap them.");
            }
            return new CellSource.Substring(column, from, Math.max(from, to));
        }
        return new CellSource.Cell(column);
    }

    private static int place(YamlMap rule, String key) {
        BigDecimal number = rule.decimal(key);
        if (number.signum() <= 0 || number.stripTrailingZeros().scale() > 0) {
            rule.fault(key, "The place (%s) is no whole number from 1.".formatted(number), "Maybe 1 for the first.");
            return 1;
        }
        return number.intValue();
    }

    private static Pattern pattern(YamlMap rule, String key, boolean oneGroup) {
        try {
            Pattern pattern = Pattern.compile(rule.text(key));
            if (!oneGroup || pattern.matcher("").groupCount() == 1) {
                return pattern;
            }
            rule.fault(
                    key,
                    "The pattern (%s) has not exactly one group.".formatted(pattern),
                    "Maybe write (?:…) for others.");
        } catch (PatternSyntaxException e) {
            rule.fault(key, "The pattern is malformed: " + e.getDescription() + ".", "Maybe a bracket is not closed.");
        }
        return NEVER;
    }

    private Conversion conversion(YamlMap rule, Field field) {
        if (rule.has("rows")) {
            return new Conversion.AsRowItems(rules(rule.map("rows"), field.items()));
        }
        if (rule.has("items")) {
            return items(rule, field);
        }
        if (rule.has("split")) {
            Optional<Conversion.AsCode> code = hasCodes(rule) ? Optional.of(code(rule)) : Optional.empty();
            return new Conversion.AsTexts(anyOf(rule, "split"), code);
        }
        if (hasCodes(rule)) {
            return code(rule);
        }
        return switch (field.type()) {
            case DECIMAL -> new Conversion.AsDecimal(rule.findDecimal("factor").orElse(BigDecimal.ONE));
            case DAY -> new Conversion.AsDay(rule.has("days") ? FeedParser.days(rule, "days") : days);
            case FLAG -> new Conversion.AsFlag(words(rule, "yes", yes), words(rule, "no", no));
            case TEXT, TEXTS, ITEMS -> new Conversion.AsText();
        };
    }

    private static boolean hasCodes(YamlMap rule) {
        return rule.has("codes") || rule.has("prefixes");
    }

    private Conversion items(YamlMap rule, Field field) {
        YamlMap items = rule.map("items");
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

    private static Conversion.AsCode code(YamlMap rule) {
        List<Map.Entry<String, String>> prefixes =
                new ArrayList<>(table(rule, "prefixes").entrySet());
        prefixes.sort(Comparator.comparingInt(
                        (Map.Entry<String, String> entry) -> entry.getKey().length())
                .reversed());
        return new Conversion.AsCode(table(rule, "codes"), prefixes, rule.findText("otherwise"));
    }

    private static Map<String, String> table(YamlMap rule, String key) {
        Map<String, String> table = new HashMap<>();
        rule.findMap(key).ifPresent(codes -> codes.keys().forEach(code -> table.put(code, codes.text(code))));
        return table;
    }
}

package dev.assay.batch.feed;

import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads where the text of a field comes from. */
record CellSourceParser(ColumnReferences columns) {

    private static final Pattern NEVER = Pattern.compile("(?!)");

    CellSource source(YamlMap rule) {
        if (rule.has("constant")) {
            return new CellSource.Constant(rule.text("constant"));
        }
        if (rule.has("join")) {
            return new CellSource.Joined(
                    columns.several(rule, "join"), rule.findVerbatim("with").orElse(" "));
        }
        int column = columns.one(rule, "column");
        if (rule.has("extract")) {
            return new CellSource.Extract(column, patternOfOneGroup(rule, "extract"));
        }
        if (rule.has("label")) {
            return CellSource.Labelled.of(column, labels(rule));
        }
        return rule.has("from") ? substring(rule, column) : new CellSource.Cell(column);
    }

    private static List<String> labels(YamlMap rule) {
        List<String> labels = rule.texts("label");
        if (labels.isEmpty() || labels.contains("")) {
            rule.fault("label", "The labels are missing or one is empty.", "Maybe write label: [受托方].");
            return List.of("?");
        }
        return labels;
    }

    private static CellSource substring(YamlMap rule, int column) {
        int from = place(rule, "from");
        int to = place(rule, "to");
        if (to < from) {
            rule.fault(
                    "to", "The last character (%d) is before the first (%d).".formatted(to, from), "Maybe swap them.");
        }
        return new CellSource.Substring(column, from, Math.max(from, to));
    }

    private static int place(YamlMap rule, String key) {
        BigDecimal number = rule.decimal(key);
        if (number.signum() <= 0 || number.stripTrailingZeros().scale() > 0) {
            rule.fault(key, "The place (%s) is no whole number from 1.".formatted(number), "Maybe 1 for the first.");
            return 1;
        }
        return number.intValue();
    }

    /** A pattern with one group; one that fits nothing, and a fault, if it is not. */
    static Pattern patternOfOneGroup(YamlMap rule, String key) {
        Pattern pattern = pattern(rule, key);
        if (pattern != NEVER && pattern.matcher("").groupCount() != 1) {
            rule.fault(
                    key,
                    "The pattern (%s) has not exactly one group.".formatted(pattern),
                    "Maybe write (?:…) for others.");
        }
        return pattern;
    }

    /** A pattern; one that fits nothing, and a fault, if it is malformed. */
    static Pattern pattern(YamlMap rule, String key) {
        try {
            return Pattern.compile(rule.text(key));
        } catch (PatternSyntaxException e) {
            rule.fault(key, "The pattern is malformed: " + e.getDescription() + ".", "Maybe a bracket is not closed.");
            return NEVER;
        }
    }
}

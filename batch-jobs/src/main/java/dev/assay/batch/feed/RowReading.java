package dev.assay.batch.feed;

import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row by the rules of its feed, and notes each that cannot be used. */
final class RowReading {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private final FeedDefinition feed;
    private final SourceRow row;
    private final List<Refusal> refusals;

    RowReading(FeedDefinition feed, SourceRow row, List<Refusal> refusals) {
        this.feed = feed;
        this.row = row;
        this.refusals = refusals;
    }

    /** The text of a cell, without blanks around it; empty for a null mark. */
    String cell(int index) {
        String text = row.cells().get(index).strip();
        Set<String> marks = feed.nullMarks();
        return marks.isEmpty() || !marks.contains(text) ? text : "";
    }

    void refuse(int column, @Nullable String value, RefusalReason reason) {
        Refusal refusal = new Refusal(row.line(), feed.columns().get(column).name(), value, reason);
        // A cell that fills several facts is refused once.
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    void refuse(CellSource source, String value, RefusalReason reason) {
        refuse(column(source), value, reason);
    }

    /** The text of a cell that must be filled and fit; noted and empty if it does not. */
    String required(int index, int longest) {
        String text = fitting(index, longest);
        if (text.isEmpty() && cell(index).isEmpty()) {
            refuse(index, null, RefusalReason.MISSING_VALUE);
        }
        return text;
    }

    /** The text of a cell that may be empty but must fit; noted and empty if it does not. */
    String fitting(int index, int longest) {
        String text = cell(index);
        if (text.length() > longest) {
            refuse(index, text, RefusalReason.TOO_LONG);
            return "";
        }
        return text;
    }

    /** The fields of some rules, the empty ones absent. Item fields of whole rows are the caller's. */
    SortedMap<String, Object> fields(List<FieldRule> rules) {
        SortedMap<String, Object> fields = new TreeMap<>();
        for (FieldRule rule : rules) {
            if (rule.conversion() instanceof Conversion.AsRowItems) {
                continue;
            }
            String text = text(rule.source());
            if (!text.isEmpty()) {
                value(text, rule).ifPresent(value -> fields.put(rule.field(), value));
            } else if (rule.required()) {
                refuse(column(rule.source()), null, RefusalReason.MISSING_VALUE);
            }
        }
        return fields;
    }

    private String text(CellSource source) {
        return switch (source) {
            case CellSource.Cell(int index) -> cell(index);
            case CellSource.Constant(String text) -> text;
            case CellSource.Substring(int index, int from, int to) -> {
                String text = cell(index);
                yield text.length() < to ? "" : text.substring(from - 1, to);
            }
            case CellSource.Extract(int index, Pattern pattern) -> {
                Matcher matcher = pattern.matcher(cell(index));
                yield matcher.find() && matcher.group(1) != null
                        ? matcher.group(1).strip()
                        : "";
            }
            case CellSource.Joined(List<Integer> indexes, String separator) -> joined(indexes, separator);
        };
    }

    private String joined(List<Integer> indexes, String separator) {
        StringBuilder joined = new StringBuilder();
        for (int index : indexes) {
            String text = cell(index);
            if (!text.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : separator).append(text);
            }
        }
        return joined.toString();
    }

    /** The columns that a text comes from. */
    static List<Integer> columns(CellSource source) {
        return switch (source) {
            case CellSource.Cell(int index) -> List.of(index);
            case CellSource.Substring substring -> List.of(substring.index());
            case CellSource.Extract extract -> List.of(extract.index());
            case CellSource.Joined joined -> joined.indexes();
            case CellSource.Constant _ -> List.of();
        };
    }

    /** The column that a refusal names; the first of several, and of a constant any. */
    private static int column(CellSource source) {
        return switch (source) {
            case CellSource.Cell(int index) -> index;
            case CellSource.Joined _, CellSource.Substring _, CellSource.Extract _, CellSource.Constant _ ->
                columns(source).stream().findFirst().orElse(0);
        };
    }

    private Optional<Object> value(String text, FieldRule rule) {
        int column = column(rule.source());
        return switch (rule.conversion()) {
            case Conversion.AsText _ -> Optional.of(text);
            case Conversion.AsDecimal(BigDecimal factor) -> decimal(text, factor, column);
            case Conversion.AsDay(DayPatterns days) ->
                orRefuse(days.find(text).map(Object::toString), column, text, RefusalReason.BAD_DATE);
            case Conversion.AsFlag(Set<String> yes, Set<String> no) -> {
                Optional<Object> flag = yes.contains(text)
                        ? Optional.of(true)
                        : no.contains(text) ? Optional.of(false) : Optional.empty();
                yield orRefuse(flag, column, text, RefusalReason.BAD_FLAG);
            }
            case Conversion.AsCode code -> orRefuse(code.find(text), column, text, RefusalReason.BAD_CODE);
            case Conversion.AsTexts texts -> texts(text, texts, column);
            case Conversion.AsItems items -> Optional.of(items(text, items));
            case Conversion.AsRowItems _ -> Optional.empty();
        };
    }

    private Optional<Object> orRefuse(Optional<?> value, int column, String text, RefusalReason reason) {
        if (value.isEmpty()) {
            refuse(column, text, reason);
        }
        return value.map(found -> found);
    }

    private Optional<Object> decimal(String text, BigDecimal factor, int column) {
        if (!DECIMAL.matcher(text).matches()) {
            return orRefuse(Optional.empty(), column, text, RefusalReason.BAD_NUMBER);
        }
        BigDecimal exact = new BigDecimal(text).multiply(factor).stripTrailingZeros();
        return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    private Optional<Object> texts(String text, Conversion.AsTexts rule, int column) {
        List<String> found = new ArrayList<>();
        for (String part : rule.separators().splitAsStream(text).toList()) {
            String stripped = part.strip();
            if (stripped.isEmpty()) {
                continue;
            }
            Optional<String> code = rule.code().isPresent() ? rule.code().get().find(stripped) : Optional.of(stripped);
            if (code.isEmpty()) {
                return orRefuse(code, column, stripped, RefusalReason.BAD_CODE);
            }
            found.add(code.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    private static List<Values> items(String text, Conversion.AsItems rule) {
        return rule.items()
                .splitAsStream(text)
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> item(item, rule))
                .toList();
    }

    private static Values item(String text, Conversion.AsItems rule) {
        List<String> names = rule.fields();
        String[] parts = rule.parts().split(text, names.size());
        TreeMap<String, Object> fields = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                fields.put(names.get(i), parts[i].strip());
            }
        }
        return new Values(fields);
    }
}

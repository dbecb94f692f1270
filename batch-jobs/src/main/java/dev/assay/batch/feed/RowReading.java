package dev.assay.batch.feed;

import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.MatchingKey;
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

    private static final int LONGEST_PERSON_NUMBER = 64;
    /** How many characters NFKC makes of one at most. */
    private static final int MOST_LETTERS_OF_A_CHARACTER = 18;

    private final FeedDefinition feed;
    private final SourceRow row;
    private final List<Refusal> refusals;
    private final Set<DataWarning> warnings;

    RowReading(FeedDefinition feed, SourceRow row, List<Refusal> refusals, Set<DataWarning> warnings) {
        this.feed = feed;
        this.row = row;
        this.refusals = refusals;
        this.warnings = warnings;
    }

    /** The text of a cell, without blanks around it; empty for a null mark. */
    String cell(int index) {
        return cell(index, feed.nullMarks());
    }

    private String cell(int index, Set<String> marks) {
        String text = row.cells().get(index).strip();
        return marks.isEmpty() || !marks.contains(text) ? text : "";
    }

    void refuse(int column, @Nullable String value, RefusalReason reason) {
        String shown = value == null || !feed.personColumns().contains(column) ? value : PersonNumber.MASK;
        Refusal refusal = new Refusal(row.line(), feed.columns().get(column).name(), shown, reason);
        // A cell that fills several facts is refused once.
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    void refuse(CellSource source, String value, RefusalReason reason) {
        refuse(column(source), value, reason);
    }

    /**
     * Notes each cell with half a character beyond the basic plane, as a careless cut leaves it: it cannot be written in any encoding, and
     * two records that differ in it alone would become one.
     */
    void refuseHalfCharacters() {
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column);
            if (hasHalfCharacter(cell)) {
                refuse(column, cell, RefusalReason.ENCODING);
            }
        }
    }

    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Whether a name or an address fits with its matching key, which has more letters where one stands for a whole word; noted if not. */
    boolean fitsWithKey(int column, String text, int longest) {
        boolean surelyFits = text.length() <= longest / MOST_LETTERS_OF_A_CHARACTER;
        if (surelyFits || (text.length() <= longest && MatchingKey.of(text).length() <= longest)) {
            return true;
        }
        refuse(column, text, RefusalReason.TOO_LONG);
        return false;
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

    /** The record of another feed that the row names; empty if a cell of its key is. */
    Optional<OtherRecord> find(RecordRule rule) {
        List<String> parts = rule.key().stream().map(this::cell).toList();
        return parts.contains("")
                ? Optional.empty()
                : Optional.of(new OtherRecord(rule.feed(), rule.kind(), RecordKey.of(parts)));
    }

    /** The fields of some rules, the empty ones absent. Item fields of whole rows are the caller's. */
    SortedMap<String, Object> fields(List<FieldRule> rules) {
        SortedMap<String, Object> fields = new TreeMap<>();
        for (FieldRule rule : rules) {
            if (rule.conversion() instanceof Conversion.AsRowItems) {
                continue;
            }
            if (rule.conversion()
                    instanceof Conversion.AsColumnItems(List<String> names, String name, List<FieldRule> cells)) {
                List<Values> items = columnItems(names, name, cells);
                if (!items.isEmpty()) {
                    fields.put(rule.field(), items);
                }
                continue;
            }
            String text = text(rule.source(), rule.nullMarks());
            if (!text.isEmpty()) {
                value(text, rule).ifPresent(value -> fields.put(rule.field(), value));
            } else if (rule.need() == FieldRule.Need.REQUIRED) {
                refuse(column(rule.source()), null, RefusalReason.MISSING_VALUE);
            }
        }
        return fields;
    }

    /** An item for each column with a value: its header and the value. */
    private List<Values> columnItems(List<String> names, String name, List<FieldRule> cells) {
        List<Values> items = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            SortedMap<String, Object> item = fields(List.of(cells.get(i)));
            if (!item.isEmpty()) {
                item.put(name, names.get(i));
                items.add(new Values(item));
            }
        }
        return List.copyOf(items);
    }

    /** The text of a source; empty for a null mark. */
    String text(CellSource source) {
        return text(source, feed.nullMarks());
    }

    /** The text of a source that may be empty but must fit; noted and empty if it does not. */
    String fitting(CellSource source, int longest) {
        String text = text(source);
        if (text.length() > longest) {
            refuse(source, text, RefusalReason.TOO_LONG);
            return "";
        }
        return text;
    }

    private String text(CellSource source, Set<String> marks) {
        return switch (source) {
            case CellSource.Cell(int index) -> cell(index, marks);
            case CellSource.Constant(String text) -> text;
            case CellSource.Substring(int index, int from, int to) -> {
                String text = cell(index, marks);
                yield text.codePointCount(0, text.length()) < to
                        ? ""
                        : text.substring(text.offsetByCodePoints(0, from - 1), text.offsetByCodePoints(0, to));
            }
            case CellSource.Extract(int index, Pattern pattern) -> {
                Matcher matcher = pattern.matcher(cell(index, marks));
                yield matcher.find() && matcher.group(1) != null
                        ? matcher.group(1).strip()
                        : "";
            }
            case CellSource.Labelled(int index, Pattern pattern) -> {
                String text = cell(index, marks);
                Matcher matcher = pattern.matcher(text);
                yield matcher.find() ? matcher.group(1).strip() : text;
            }
            case CellSource.Joined(List<Integer> indexes, String separator) -> joined(indexes, separator, marks);
        };
    }

    private String joined(List<Integer> indexes, String separator, Set<String> marks) {
        StringBuilder joined = new StringBuilder();
        for (int index : indexes) {
            String text = cell(index, marks);
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
            case CellSource.Labelled labelled -> List.of(labelled.index());
            case CellSource.Joined joined -> joined.indexes();
            case CellSource.Constant _ -> List.of();
        };
    }

    /** The column that a refusal names; the first of several, and of a constant any. */
    static int column(CellSource source) {
        return switch (source) {
            case CellSource.Cell(int index) -> index;
            case CellSource.Joined _,
                    CellSource.Substring _,
                    CellSource.Extract _,
                    CellSource.Labelled _,
                    CellSource.Constant _ ->
                columns(source).stream().findFirst().orElse(0);
        };
    }

    private Optional<Object> value(String text, FieldRule rule) {
        return switch (rule.conversion()) {
            case Conversion.AsText _ -> Optional.of(text);
            case Conversion.AsPersonId _ -> personNumber(text, rule);
            case Conversion.AsDecimal(DecimalForm form) ->
                orReject(form.find(text), rule, text, RefusalReason.BAD_NUMBER);
            case Conversion.AsDay(DayPatterns days) ->
                orReject(days.find(text).map(Object::toString), rule, text, RefusalReason.BAD_DATE);
            case Conversion.AsFlag(Set<String> yes, Set<String> no) -> {
                Optional<Object> flag = yes.contains(text)
                        ? Optional.of(true)
                        : no.contains(text) ? Optional.of(false) : Optional.empty();
                yield orReject(flag, rule, text, RefusalReason.BAD_FLAG);
            }
            case Conversion.AsCode code -> orReject(code.find(text), rule, text, RefusalReason.BAD_CODE);
            case Conversion.AsTexts texts -> texts(text, texts, rule);
            case Conversion.AsItems items -> Optional.of(items(text, items));
            case Conversion.AsRowItems _, Conversion.AsColumnItems _ -> Optional.empty();
        };
    }

    /** What was masked when the row was refused cannot be taken in again: the number itself is needed. */
    private Optional<Object> personNumber(String text, FieldRule rule) {
        if (PersonNumber.isMasked(text) || text.length() > LONGEST_PERSON_NUMBER) {
            refuse(
                    column(rule.source()),
                    text,
                    PersonNumber.isMasked(text) ? RefusalReason.MISSING_VALUE : RefusalReason.TOO_LONG);
            return Optional.empty();
        }
        return Optional.of(new PersonNumber(text));
    }

    private Optional<Object> orReject(Optional<?> value, FieldRule rule, String text, RefusalReason reason) {
        if (value.isEmpty()) {
            reject(rule.need(), column(rule.source()), text, reason);
        }
        return value.map(found -> found);
    }

    /** Refuses the row for a value that cannot be read, or, where the feed is lenient, warns that the value is left out. */
    void reject(FieldRule.Need need, int column, String text, RefusalReason reason) {
        if (need == FieldRule.Need.LENIENT) {
            warnings.add(DataWarning.VALUE_LEFT_OUT);
        } else {
            refuse(column, text, reason);
        }
    }

    private Optional<Object> texts(String text, Conversion.AsTexts rule, FieldRule field) {
        List<String> found = new ArrayList<>();
        for (String part : rule.separators().splitAsStream(text).toList()) {
            String stripped = part.strip();
            if (stripped.isEmpty()) {
                continue;
            }
            Optional<String> code = rule.code().isPresent() ? rule.code().get().find(stripped) : Optional.of(stripped);
            if (code.isEmpty()) {
                return orReject(code, field, stripped, RefusalReason.BAD_CODE);
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

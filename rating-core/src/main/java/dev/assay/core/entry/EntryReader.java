package dev.assay.core.entry;

import dev.assay.core.entry.EntryFault.Reason;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an entry by the types of its kind. Each is written as a text, or as a decimal, a truth value, a list of texts or a list
 * of items; what is empty is left out.
 */
public final class EntryReader {

    /** What stands before a field's name in a fault. */
    public static final String FIELDS = "fields.";

    private static final int LONGEST_TEXT = 10_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,10})?");
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Set<String> YES = Set.of("true", "yes", "是");
    private static final Set<String> NO = Set.of("false", "no", "否");

    private final FactKind kind;
    private final Map<String, Set<String>> words;
    private final List<EntryFault> faults = new ArrayList<>();

    private EntryReader(FactKind kind, Map<String, Set<String>> words) {
        this.kind = kind;
        this.words = words;
    }

    /**
     * Reads the fields of an entry.
     *
     * @param kind the kind of fact
     * @param written the fields as they were written, by name
     * @param words the only words that some fields may hold, by field, those of items as {@code items.result}
     * @return what could be read, and every fault
     */
    public static EntryReading read(FactKind kind, Map<String, ?> written, Map<String, Set<String>> words) {
        EntryReader reader = new EntryReader(kind, words);
        Map<String, Object> values = reader.fields(FIELDS, "", kind.fields(), written);
        reader.miss(values);
        return new EntryReading(Values.of(values), reader.faults);
    }

    /**
     * Reads a day.
     *
     * @param text the text
     * @return the day, or empty if it is none, or one before 1900
     */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> !day.isBefore(EARLIEST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void miss(Map<String, Object> values) {
        if (values.isEmpty() && faults.isEmpty()) {
            faults.add(new EntryFault("fields", Reason.EMPTY, ""));
        }
        for (List<String> one : EntryNeeds.of(kind.name())) {
            String first = FIELDS + one.getFirst();
            if (one.stream().noneMatch(values::containsKey)
                    && faults.stream().noneMatch(fault -> fault.field().equals(first))) {
                faults.add(new EntryFault(first, Reason.MISSING, ""));
            }
        }
    }

    private Map<String, Object> fields(String path, String owner, List<Field> fields, Map<String, ?> written) {
        Map<String, Object> values = new TreeMap<>();
        for (Field field : fields) {
            Object value = read(path + field.name(), owner + field.name(), field, written.get(field.name()));
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        written.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .sorted()
                .forEach(name -> faults.add(new EntryFault(path + name, Reason.UNKNOWN_FIELD, "")));
        return values;
    }

    private static boolean isEmpty(Object written) {
        return written instanceof String text && text.isBlank();
    }

    private @Nullable Object read(String path, String name, Field field, @Nullable Object written) {
        if (written == null || isEmpty(written)) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, MEASURE -> text(path, name, written);
            case DECIMAL -> decimal(path, written);
            case DAY -> dayText(path, name, written);
            case FLAG -> flag(path, written);
            case PERSON_ID -> {
                fault(path, Reason.PERSON_NUMBER, "");
                yield null;
            }
            case TEXTS -> texts(path, name, written);
            case ITEMS -> items(path, field, written);
        };
    }

    private @Nullable String text(String path, String name, Object written) {
        if (!(written instanceof String text)) {
            fault(path, Reason.BAD_FORM, String.valueOf(written));
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > LONGEST_TEXT) {
            fault(path, Reason.TOO_LONG, stripped.substring(0, 100));
            return null;
        }
        Set<String> known = words.get(name);
        if (known != null && !known.contains(stripped)) {
            fault(path, Reason.UNKNOWN_WORD, stripped);
            return null;
        }
        return stripped;
    }

    private @Nullable String dayText(String path, String name, Object written) {
        String text = text(path, name, written);
        if (text != null && day(text).isEmpty()) {
            fault(path, Reason.BAD_DAY, text);
            return null;
        }
        return text;
    }

    private @Nullable BigDecimal decimal(String path, Object written) {
        String text = switch (written) {
            case String one -> Normalizer.normalize(one, Normalizer.Form.NFKC).strip();
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            default -> "";
        };
        if (!DECIMAL.matcher(text).matches()) {
            fault(path, Reason.BAD_DECIMAL, String.valueOf(written));
            return null;
        }
        return new BigDecimal(text);
    }

    private @Nullable Boolean flag(String path, Object written) {
        String word = String.valueOf(written).strip();
        if (YES.contains(word)) {
            return Boolean.TRUE;
        }
        if (!NO.contains(word)) {
            fault(path, Reason.BAD_FLAG, word);
            return null;
        }
        return Boolean.FALSE;
    }

    /** A list of texts, or one text of which each line is one. */
    private @Nullable List<String> texts(String path, String name, Object written) {
        List<?> parts = written instanceof String text ? List.of(LINES.split(text)) : asList(path, written);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Object part = parts.get(i);
            if (part != null && !isEmpty(part)) {
                String text = text(path + "[" + i + "]", name, part);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts.isEmpty() ? null : List.copyOf(texts);
    }

    private @Nullable List<Values> items(String path, Field field, Object written) {
        List<?> rows = asList(path, written);
        List<Values> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String place = path + "[" + i + "].";
            if (!(rows.get(i) instanceof Map<?, ?> row)) {
                fault(path + "[" + i + "]", Reason.BAD_FORM, String.valueOf(rows.get(i)));
                continue;
            }
            Map<String, Object> cells = new TreeMap<>();
            row.forEach((name, cell) -> {
                if (cell != null && !isEmpty(cell)) {
                    cells.put(String.valueOf(name), cell);
                }
            });
            if (cells.isEmpty()) {
                continue;
            }
            for (String needed : EntryNeeds.ofItems(kind.name(), field.name())) {
                if (!cells.containsKey(needed)) {
                    fault(place + needed, Reason.MISSING, "");
                }
            }
            items.add(Values.of(fields(place, field.name() + ".", field.items(), cells)));
        }
        return items.isEmpty() ? null : List.copyOf(items);
    }

    private List<?> asList(String path, Object written) {
        if (written instanceof List<?> list) {
            return list;
        }
        fault(path, Reason.BAD_FORM, String.valueOf(written));
        return List.of();
    }

    /** Notes a fault; nothing is read. */
    private void fault(String path, Reason reason, String value) {
        faults.add(new EntryFault(path, reason, value));
    }

    /**
     * Whether a field can be entered by hand.
     *
     * @param field the field
     * @return false for numbers of identity documents
     */
    public static boolean isEntered(Field field) {
        return field.type() != FieldType.PERSON_ID;
    }
}

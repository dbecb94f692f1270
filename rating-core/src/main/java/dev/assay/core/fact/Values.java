package dev.assay.core.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a fact, by name in alphabetical order. A field that its source left empty is absent; there is no null and no default.
 *
 * @param fields each value a {@code String}, {@code BigDecimal}, {@code Boolean}, {@code List<String>} or {@code List<Values>}
 */
public record Values(SortedMap<String, Object> fields) {

    private static final int DAY_LENGTH = 10;

    private static final int SHORTEST_MONTH = 28;

    /** No fields at all. */
    public static final Values EMPTY = new Values(new TreeMap<>());

    /** Copies the fields into an unmodifiable map that takes little room, because millions of these are made in a run. */
    public Values {
        fields = FieldMap.of(fields);
    }

    /**
     * Values from a map, copied and put in order.
     *
     * @param fields the fields
     * @return the values
     */
    public static Values of(Map<String, ?> fields) {
        return new Values(new TreeMap<>(fields));
    }

    /**
     * The text of a field.
     *
     * @param name the field
     * @return its text, or empty if it is absent or not a text
     */
    public Optional<String> findText(String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * The number of a field.
     *
     * @param name the field
     * @return its number, or empty if it is absent or not a number
     */
    public Optional<BigDecimal> findDecimal(String name) {
        return fields.get(name) instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
    }

    /**
     * The measured value of a field.
     *
     * @param name the field, of type {@link FieldType#MEASURE}
     * @return its text with the number that can be read in it, or empty if it is absent or not a text
     */
    public Optional<Measure> findMeasure(String name) {
        return findText(name).map(Measure::parse);
    }

    /**
     * The day of a field.
     *
     * @param name the field, of type {@link FieldType#DAY}
     * @return its day, or empty if it is absent
     * @throws java.time.format.DateTimeParseException if the field holds a text that is no day
     */
    public Optional<LocalDate> findDay(String name) {
        return fields.get(name) instanceof String text ? Optional.of(day(text)) : Optional.empty();
    }

    /** Most days are written as they should be: their digits are read at once. */
    private static LocalDate day(String text) {
        if (text.length() == DAY_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int dayOfMonth = number(text, 8, DAY_LENGTH);
            if (year >= 0 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= SHORTEST_MONTH) {
                return LocalDate.of(year, month, dayOfMonth);
            }
        }
        return LocalDate.parse(text);
    }

    /** Below zero where there is anything but a digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /**
     * Whether a flag is set.
     *
     * @param name the field
     * @return true only if it is there and true
     */
    public boolean isSet(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /**
     * The items of a field.
     *
     * @param name the field, of type {@link FieldType#ITEMS}
     * @return its items in the source's order; empty if it is absent
     */
    @SuppressWarnings("unchecked") // every element was looked at
    public List<Values> getItems(String name) {
        if (!(fields.get(name) instanceof List<?> list)) {
            return List.of();
        }
        for (Object item : list) {
            if (!(item instanceof Values)) {
                return list.stream()
                        .filter(Values.class::isInstance)
                        .map(Values.class::cast)
                        .toList();
            }
        }
        return Collections.unmodifiableList((List<Values>) list);
    }

    /**
     * The texts of a field.
     *
     * @param name the field, of type {@link FieldType#TEXTS} or {@link FieldType#TEXT}
     * @return its texts in the source's order; a single text as a list of one; empty if it is absent
     */
    @SuppressWarnings("unchecked") // every element was looked at
    public List<String> getTexts(String name) {
        return switch (fields.get(name)) {
            case String text -> List.of(text);
            case List<?> list -> {
                for (Object text : list) {
                    if (!(text instanceof String)) {
                        yield list.stream()
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .toList();
                    }
                }
                yield Collections.unmodifiableList((List<String>) list);
            }
            case null, default -> List.of();
        };
    }

    /** Takes fields one after the other, as a reader meets them. For one thread; reusable after {@link #build()}. */
    public static final class Builder {

        private static final int FEW = 16;

        private String[] names = new String[FEW];
        private Object[] values = new Object[FEW];
        private int count;
        private boolean sorted = true;

        /** Without fields. */
        public Builder() {}

        /**
         * Takes a field.
         *
         * @param name its name; of one that is taken twice the later value stands
         * @param value its value, of one of the types that {@link Values} names
         */
        public void add(String name, Object value) {
            if (count == names.length) {
                names = Arrays.copyOf(names, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            sorted = sorted && (count == 0 || names[count - 1].compareTo(name) < 0);
            names[count] = name;
            values[count++] = value;
        }

        /**
         * Ends the fields.
         *
         * @return the values
         */
        public Values build() {
            SortedMap<String, Object> fields = sorted ? FieldMap.ofSorted(names, values, count) : inOrder();
            count = 0;
            sorted = true;
            return new Values(fields);
        }

        private SortedMap<String, Object> inOrder() {
            SortedMap<String, Object> fields = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                fields.put(names[i], values[i]);
            }
            return fields;
        }
    }
}

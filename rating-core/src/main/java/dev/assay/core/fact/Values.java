package dev.assay.core.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** No fields at all. */
    public static final Values EMPTY = new Values(new TreeMap<>());

    /** Makes the map unmodifiable. The caller gives up the map; it is not copied, because millions of these are made in a run. */
    public Values {
        fields = Collections.unmodifiableSortedMap(fields);
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
        return findText(name).map(LocalDate::parse);
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
    public List<Values> getItems(String name) {
        if (!(fields.get(name) instanceof List<?> list)) {
            return List.of();
        }
        List<Values> items = new ArrayList<>(list.size());
        for (Object item : list) {
            if (item instanceof Values values) {
                items.add(values);
            }
        }
        return Collections.unmodifiableList(items);
    }

    /**
     * The texts of a field.
     *
     * @param name the field, of type {@link FieldType#TEXTS} or {@link FieldType#TEXT}
     * @return its texts in the source's order; a single text as a list of one; empty if it is absent
     */
    public List<String> getTexts(String name) {
        return switch (fields.get(name)) {
            case String text -> List.of(text);
            case List<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }
}

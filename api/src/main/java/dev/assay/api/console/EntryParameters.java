package dev.assay.api.console;

import dev.assay.api.byhand.WrittenEntry;
import dev.assay.core.entry.EntryReader;
import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inputs of an entry's form: {@code fields.fine}, {@code fields.items[0].points}. */
final class EntryParameters {

    /** The most items that a form may send. */
    private static final int MOST_ITEMS = 500;

    private static final Pattern ITEM = Pattern.compile("([a-z0-9_]+)\\[([0-9]{1,3})]\\.([a-z0-9_]+)");

    private EntryParameters() {}

    static WrittenEntry read(Map<String, String> parameters) {
        Map<String, Object> fields = new HashMap<>();
        Map<String, TreeMap<Integer, Map<String, Object>>> items = new HashMap<>();
        parameters.forEach((parameter, text) -> {
            if (parameter.startsWith(EntryReader.FIELDS)) {
                String name = parameter.substring(EntryReader.FIELDS.length());
                Matcher item = ITEM.matcher(name);
                if (item.matches() && Integer.parseInt(item.group(2)) < MOST_ITEMS) {
                    items.computeIfAbsent(item.group(1), _ -> new TreeMap<>())
                            .computeIfAbsent(Integer.parseInt(item.group(2)), _ -> new HashMap<>())
                            .put(item.group(3), text);
                } else {
                    fields.put(name, text);
                }
            }
        });
        items.forEach((name, rows) -> fields.put(name, new ArrayList<>(rows.values())));
        return new WrittenEntry(
                parameters.getOrDefault("kind", ""),
                parameters.getOrDefault("occurredOn", ""),
                parameters.getOrDefault("licence", ""),
                fields,
                parameters.getOrDefault("reason", ""),
                parameters.getOrDefault("paper", ""));
    }

    /** A fact's fields as they would be written into a form. */
    static Map<String, Object> write(Values values) {
        Map<String, Object> written = new HashMap<>();
        values.fields().forEach((name, value) -> written.put(name, write(value)));
        return written;
    }

    private static Object write(Object value) {
        return switch (value) {
            case Values item -> write(item);
            case List<?> list -> list.stream().map(EntryParameters::write).toList();
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
    }
}

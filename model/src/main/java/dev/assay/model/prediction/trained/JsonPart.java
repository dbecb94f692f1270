package dev.assay.model.prediction.trained;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** An object of a JSON file and where it stands. Asked for what is not there, or is of another kind, it says so. */
final class JsonPart {

    private final String where;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    JsonPart(String where, JsonNode node) {
        this.where = where;
        this.node = node;
        if (!node.isObject()) {
            throw new DamagedFileException(where, "it is no object.");
        }
    }

    String where() {
        return where;
    }

    private String where(String key) {
        return where.equals("/") ? "/" + key : where + "/" + key;
    }

    private JsonNode get(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new DamagedFileException(where(key), "it is missing.");
        }
        read.add(key);
        return value;
    }

    /** Refuses keys that nobody asked for. */
    void end() {
        for (String key : node.propertyNames()) {
            if (!read.contains(key)) {
                throw new DamagedFileException(where(key), "no such key is known.");
            }
        }
    }

    String text(String key) {
        return text(where(key), get(key));
    }

    private static String text(String where, JsonNode node) {
        if (!node.isString()) {
            throw new DamagedFileException(where, "it is no text.");
        }
        return node.stringValue();
    }

    long whole(String key) {
        return whole(where(key), get(key));
    }

    private static long whole(String where, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new DamagedFileException(where, "it is no whole number.");
        }
        return node.longValue();
    }

    int count(String key) {
        long value = whole(key);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new DamagedFileException(where(key), "the number (%d) is no count.".formatted(value));
        }
        return (int) value;
    }

    double number(String key) {
        return number(where(key), get(key));
    }

    private static double number(String where, JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new DamagedFileException(where, "it is no number, or too great.");
        }
        return node.doubleValue();
    }

    LocalDate day(String key) {
        String text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new DamagedFileException(where(key), "the text (%s) is no day like 2014-09-01.".formatted(text));
        }
    }

    <E extends Enum<E>> E word(String key, Class<E> words) {
        String text = text(key);
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw new DamagedFileException(
                where(key), "the word (%s) is none of %s.".formatted(text, List.of(words.getEnumConstants())));
    }

    JsonPart object(String key) {
        return new JsonPart(where(key), get(key));
    }

    <T> List<T> objects(String key, Function<JsonPart, T> one) {
        return items(key, (place, item) -> {
            JsonPart part = new JsonPart(place, item);
            T value = part.made(() -> one.apply(part));
            part.end();
            return value;
        });
    }

    List<Double> numbers(String key) {
        return items(key, JsonPart::number);
    }

    List<List<Double>> lists(String key) {
        return items(key, (place, item) -> items(place, item, JsonPart::number));
    }

    List<Long> wholes(String key) {
        return items(key, JsonPart::whole);
    }

    List<String> texts(String key) {
        return items(key, JsonPart::text);
    }

    int[] ints(String key) {
        return items(key, JsonPart::whole).stream()
                .mapToInt(value -> Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .toArray();
    }

    double[] doubles(String key) {
        return numbers(key).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private <T> List<T> items(String key, Item<T> one) {
        return items(where(key), get(key), one);
    }

    private static <T> List<T> items(String where, JsonNode list, Item<T> one) {
        if (!list.isArray()) {
            throw new DamagedFileException(where, "it is no list.");
        }
        List<T> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(one.read(where + "/" + i, list.get(i)));
        }
        return items;
    }

    /** Makes a value whose own checks may refuse it, and says where that was. */
    <T> T made(Supplier<T> value) {
        try {
            return value.get();
        } catch (DamagedFileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(where, String.valueOf(e.getMessage()));
        }
    }

    /** Reads one item of a list. */
    private interface Item<T> {
        T read(String where, JsonNode node);
    }
}

package dev.assay.api.business;

import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields as JSON has them. */
final class PlainFields {

    private PlainFields() {}

    static Map<String, Object> of(Values values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        values.fields().forEach((name, value) -> fields.put(name, plain(value)));
        return fields;
    }

    static @Nullable Object ofNullable(@Nullable Object value) {
        return value == null ? null : plain(value);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Values item -> of(item);
            case List<?> list -> list.stream().map(PlainFields::plain).toList();
            default -> PersonNumber.isToken(value) ? PersonNumber.MASK : value;
        };
    }
}

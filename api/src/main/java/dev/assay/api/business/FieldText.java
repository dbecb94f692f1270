package dev.assay.api.business;

import dev.assay.core.fact.Field;
import dev.assay.core.fact.PersonNumber;
import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields in words, for pages and terminals. */
public final class FieldText {

    private static final String NONE = "–";

    private FieldText() {}

    /**
     * A field's value.
     *
     * @param value the value; null where there is none
     * @param field the field
     * @param language {@code zh} or {@code en}
     * @return the value with its unit; a dash for none; items one after the other
     */
    public static String of(@Nullable Object value, Field field, String language) {
        return switch (value) {
            case null -> NONE;
            case BigDecimal decimal -> (decimal(decimal) + " " + unit(field, language)).strip();
            case Boolean flag -> flag ? (language.equals("zh") ? "是" : "yes") : (language.equals("zh") ? "否" : "no");
            case Values item -> item(item, field, language);
            case List<?> list ->
                list.stream()
                        .map(element ->
                                element instanceof Values item ? item(item, field, language) : String.valueOf(element))
                        .collect(Collectors.joining(list.stream().anyMatch(Values.class::isInstance) ? "；" : "、"));
            default -> PersonNumber.isToken(value) ? PersonNumber.MASK : value.toString();
        };
    }

    /**
     * An item of a field.
     *
     * @param item the item
     * @param field the field that holds it
     * @param language {@code zh} or {@code en}
     * @return its fields with their names, on one line
     */
    public static String item(Values item, Field field, String language) {
        return field.items().stream()
                .filter(part -> item.fields().containsKey(part.name()))
                .map(part -> part.title().in(language) + " " + of(item.fields().get(part.name()), part, language))
                .collect(Collectors.joining(" · "));
    }

    /**
     * A decimal.
     *
     * @param decimal the number
     * @return it with separators and without zeros at its end
     */
    public static String decimal(BigDecimal decimal) {
        BigDecimal plain = decimal.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    private static String unit(Field field, String language) {
        return switch (field.unit()) {
            case "yuan" -> language.equals("zh") ? "元" : "yuan";
            case "m2" -> "m²";
            default -> field.unit();
        };
    }
}

package dev.assay.core.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field in which two versions of a record differ.
 *
 * @param field the field
 * @param was its value in the one version; null where it had none
 * @param is its value in the other; null where it has none
 */
public record FieldChange(
        Field field, @Nullable Object was, @Nullable Object is) {

    /**
     * Compares two versions.
     *
     * @param fields the fields that either may have, in the order in which people read them
     * @param was the one version
     * @param is the other
     * @return one change for each field with different values, in the order of the fields; two decimals of one value are not different
     */
    public static List<FieldChange> between(List<Field> fields, Values was, Values is) {
        List<FieldChange> changes = new ArrayList<>();
        for (Field field : fields) {
            Object one = was.fields().get(field.name());
            Object other = is.fields().get(field.name());
            if (!isSame(one, other)) {
                changes.add(new FieldChange(field, one, other));
            }
        }
        return List.copyOf(changes);
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(one, other);
    }
}

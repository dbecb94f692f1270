package dev.assay.core.fact;

import dev.assay.core.text.Bilingual;
import java.util.List;

/**
 * A field of a kind of fact.
 *
 * @param name the name in feeds and models: lower-case letters, digits and underscores
 * @param type what it holds
 * @param unit the unit of a decimal, such as {@code yuan} or {@code m2}; empty where it has none
 * @param title the name for people
 * @param items the fields of each item where {@code type} is {@link FieldType#ITEMS}, else empty
 */
public record Field(String name, FieldType type, String unit, Bilingual title, List<Field> items) {

    /** Copies the list of item fields. */
    public Field {
        items = List.copyOf(items);
    }

    /**
     * A field without a unit and without items.
     *
     * @param name its name
     * @param type what it holds
     * @param zh its Chinese title
     * @param en its English title
     * @return the field
     */
    public static Field of(String name, FieldType type, String zh, String en) {
        return new Field(name, type, "", Bilingual.of(zh, en), List.of());
    }
}

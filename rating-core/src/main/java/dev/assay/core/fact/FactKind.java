package dev.assay.core.fact;

import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Optional;

/**
 * A kind of fact, with the fields that feeds may fill and models may read.
 *
 * @param name the name in feeds, models and the store: lower-case letters and hyphens
 * @param title the name for people
 * @param fields the fields, in the order in which people read them
 */
public record FactKind(String name, Bilingual title, List<Field> fields) {

    /** Copies the list of fields. */
    public FactKind {
        fields = List.copyOf(fields);
    }

    /**
     * A field by name.
     *
     * @param field the name
     * @return the field, or empty if the kind has none of that name
     */
    public Optional<Field> findField(String field) {
        return fields.stream().filter(f -> f.name().equals(field)).findFirst();
    }
}

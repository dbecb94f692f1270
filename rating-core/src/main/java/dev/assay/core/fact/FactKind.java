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
 * @param bearing what one more such fact says of a business
 */
public record FactKind(String name, Bilingual title, List<Field> fields, Bearing bearing) {

    /** Copies the list of fields. */
    public FactKind {
        fields = List.copyOf(fields);
    }

    /**
     * A kind of which one more fact says neither good nor bad by itself.
     *
     * @param name the name in feeds, models and the store
     * @param title the name for people
     * @param fields the fields
     */
    public FactKind(String name, Bilingual title, List<Field> fields) {
        this(name, title, fields, Bearing.NEUTRAL);
    }

    /**
     * What one more fact of a kind says of a business. No model may give a better grade for a worse record, and none may judge by what nobody
     * found.
     */
    public enum Bearing {
        /** Nothing bad: it may not worsen a grade. */
        FAVOURABLE,
        /** It depends on the fact. */
        NEUTRAL,
        /** Nothing good: it may not better a grade. */
        ADVERSE,
        /** What may be found, and was not yet: it may give bounded points, and decide nothing by itself. */
        FORETOLD,
        /** Counted by the system of an area, and said of no business. */
        COUNTED
    }

    /**
     * Whether the system alone writes such facts: nobody enters or corrects them.
     *
     * @return true for what is foretold or counted
     */
    public boolean isOfSystem() {
        return bearing == Bearing.FORETOLD || bearing == Bearing.COUNTED;
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

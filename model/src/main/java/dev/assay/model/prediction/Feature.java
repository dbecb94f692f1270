package dev.assay.model.prediction;

import dev.assay.core.text.Bilingual;

/**
 * What a prediction reads of a credit file.
 *
 * @param id its id, unique in its definition
 * @param title its name
 * @param type a number or a text
 * @param definition how it is made of the credit file, as one line of text that changes whenever its meaning does; its digest goes into
 *     the trained file
 */
public record Feature(String id, Bilingual title, Type type, String definition) {

    /** What kind of value a feature has. */
    public enum Type {
        /** A number; NaN where there is nothing to read. */
        NUMBER,
        /** One of a set of texts; null where there is nothing to read. */
        TEXT
    }
}

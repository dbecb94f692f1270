package dev.assay.model.comparison;

import dev.assay.core.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is otherwise in the second model.
 *
 * @param part the part of the model
 * @param kind what became of it
 * @param path where: ids and keys from the top, such as {@code indicators.sales-area.steps.200.points}
 * @param before the value in the first model, in one line of YAML; null where it was not there
 * @param after the value in the second model, in one line of YAML; null where it is not there
 * @param text the change in words
 */
public record Change(
        ModelPart part,
        Kind kind,
        String path,
        @Nullable String before,
        @Nullable String after,
        Bilingual text) {

    /** The same change in a text that a model draws in; in the model's own text, whose path is empty, it stays as it is. */
    Change in(String file) {
        return file.isEmpty()
                ? this
                : new Change(
                        part,
                        kind,
                        file + ":" + path,
                        before,
                        after,
                        Bilingual.of(file + "，" + text.zh(), file + ", " + text.en()));
    }

    /** What became of a thing. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It has another value. */
        CHANGED,
        /** Its entries are tried in another order. */
        REORDERED
    }
}

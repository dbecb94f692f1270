package dev.assay.batch.proposal;

import dev.assay.core.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A meaning that a column can have.
 *
 * @param name its name in the vocabulary, such as {@code food_name}
 * @param title its name for people
 * @param factField the field of the vocabulary's kind of fact that takes the column; null if none does
 */
public record CanonicalField(
        String name, Bilingual title, @Nullable String factField) {}

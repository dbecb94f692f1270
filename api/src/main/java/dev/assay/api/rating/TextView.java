package dev.assay.api.rating;

import dev.assay.core.text.Bilingual;
import io.swagger.v3.oas.annotations.media.Schema;

/** A text in both languages. */
public record TextView(
        @Schema(description = "Chinese") String zh,

        @Schema(description = "English") String en) {

    /**
     * The view of a text.
     *
     * @param text the text
     * @return the view
     */
    public static TextView of(Bilingual text) {
        return new TextView(text.zh(), text.en());
    }
}

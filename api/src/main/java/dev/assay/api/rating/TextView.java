package dev.assay.api.rating;

import dev.assay.core.text.Bilingual;
import io.swagger.v3.oas.annotations.media.Schema;

/** A text in both languages. */
public record TextView(
        @Schema(description = "Chinese") String zh,

        @Schema(description = "English") String en) {

    static TextView of(Bilingual text) {
        return new TextView(text.zh(), text.en());
    }
}

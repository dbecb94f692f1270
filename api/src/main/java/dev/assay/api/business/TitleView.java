package dev.assay.api.business;

import dev.assay.core.text.Bilingual;
import io.swagger.v3.oas.annotations.media.Schema;

/** A name for people. */
public record TitleView(
        @Schema(description = "In Chinese") String zh,

        @Schema(description = "In English") String en) {

    static TitleView of(Bilingual title) {
        return new TitleView(title.zh(), title.en());
    }
}

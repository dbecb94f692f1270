package dev.assay.api.rating;

import dev.assay.core.grading.Basis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The legal ground of a rule or a parameter. */
public record BasisView(
        @Schema(description = "The text that it rests on") String citation,

        @Schema(description = "True where the number is not certain")
        boolean provisional,

        @Schema(description = "Why it is provisional, or how the text was read; may be empty")
        String note,

        @Schema(description = "First day in force") LocalDate validFrom,

        @Schema(description = "Last day in force; null without a known end") @Nullable
        LocalDate validTo) {

    static BasisView of(Basis basis) {
        return new BasisView(basis.citation(), basis.provisional(), basis.note(), basis.validFrom(), basis.validTo());
    }
}

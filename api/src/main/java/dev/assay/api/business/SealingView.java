package dev.assay.api.business;

import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The decision that sealed a penalty. */
public record SealingView(
        @Schema(description = "annulled or repaired") String as,

        @Schema(description = "The same in words") TitleView title,

        @Schema(description = "The day of the decision; from it on no grade reads the penalty")
        LocalDate on,

        @Schema(description = "Number of the decision's document; null where not known") @Nullable
        String document) {

    static SealingView of(Fact decision) {
        return new SealingView(
                decision.values().findText("step").orElse(""),
                TitleView.of(SealedArchive.title(decision)),
                decision.occurredOn(),
                decision.values().findText("document_no").orElse(null));
    }
}

package dev.assay.api.adoption;

import dev.assay.api.rating.TextView;
import dev.assay.core.grading.GradingModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A model that is in force on a day. */
@Schema(description = "A model that is in force on a day")
public record ModelView(
        @Schema(description = "Its id", example = "uk-fhrs") String model,

        @Schema(description = "The version as its text names it")
        String version,

        @Schema(
                description =
                        "SHA-256 of its text with all that it draws in, hexadecimal; ratings made by it can be repeated")
        String digest,

        @Schema(description = "Its name") TextView title,

        @Schema(description = "What it grades: business or licence")
        String scope,

        @Schema(description = "Who may see its grades: public, partners, internal")
        String visibility,

        @Schema(description = "Its grades, from best to worst")
        List<String> grades,

        @Schema(description = "The first day on which this text is in force")
        LocalDate inForceFrom,

        @Schema(description = "Number of the version that was approved; null where the configuration puts it in force")
        @Nullable
        Integer approvedVersion,

        @Schema(description = "Its text with all that it draws in, YAML; null in lists") @Nullable
        String text) {

    static ModelView of(GradingModel model, LocalDate from, @Nullable Integer approved, @Nullable String text) {
        return new ModelView(
                model.id(),
                model.version(),
                model.digest(),
                TextView.of(model.title()),
                model.scope().name().toLowerCase(Locale.ROOT),
                model.visibility().name().toLowerCase(Locale.ROOT),
                model.grades(),
                from,
                approved,
                text);
    }
}

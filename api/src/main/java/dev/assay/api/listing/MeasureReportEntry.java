package dev.assay.api.listing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a partner reports. */
public record MeasureReportEntry(
        @Schema(description = "Id of the measure in the catalogue", example = "JP-01") @Nullable
        String measure,

        @Schema(description = "First day on which it was applied") @Nullable
        LocalDate appliedOn,

        @Schema(description = "Last day; null while it is applied") @Nullable
        LocalDate liftedOn,

        @Schema(description = "What else is to be said, at most 1,000 characters") @Nullable
        String note) {}

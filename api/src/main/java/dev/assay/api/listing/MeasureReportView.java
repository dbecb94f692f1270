package dev.assay.api.listing;

import dev.assay.store.listing.MeasureReports.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A measure that was applied because of an entry. */
public record MeasureReportView(
        @Schema(description = "Id of the measure in the catalogue")
        String measure,

        @Schema(description = "Account of who applies it") String partner,

        @Schema(description = "First day") LocalDate appliedOn,

        @Schema(description = "Last day; null while it is applied") @Nullable
        LocalDate liftedOn,

        @Schema(description = "What else was said") String note) {

    static MeasureReportView of(Report report) {
        return new MeasureReportView(
                report.measure(), report.partner(), report.appliedOn(), report.liftedOn(), report.note());
    }
}

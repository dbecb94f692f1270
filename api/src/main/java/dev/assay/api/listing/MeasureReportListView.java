package dev.assay.api.listing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a partner has reported on an entry. */
public record MeasureReportListView(
        @Schema(description = "The partner's own reports on this entry, by measure and day")
        List<MeasureReportView> items) {

    /** Copies the list. */
    public MeasureReportListView {
        items = List.copyOf(items);
    }
}

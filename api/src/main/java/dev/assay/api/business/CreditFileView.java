package dev.assay.api.business;

import dev.assay.core.creditfile.CreditFile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A credit file. */
public record CreditFileView(
        @Schema(description = "Principal identity of the business, SCHEME:VALUE")
        String business,

        @Schema(description = "Facts up to and including this day")
        LocalDate asOf,

        @Schema(description = "The versions that stood at this instant")
        Instant knownAt,

        @Schema(description = "The facts, by day, kind and source")
        List<FactView> facts) {

    /** Copies the list. */
    public CreditFileView {
        facts = List.copyOf(facts);
    }

    /**
     * The view of a file.
     *
     * @param file the file
     * @return its view
     */
    static CreditFileView of(CreditFile file) {
        return new CreditFileView(
                file.business().toString(),
                file.asOf(),
                file.knownAt(),
                file.facts().stream().map(FactView::of).toList());
    }
}

package dev.assay.api.listing;

import dev.assay.core.listing.ListingState;
import dev.assay.store.listing.ListingCase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A confirmed entry on the serious-violation list. Who decided it stays inside the authority. */
public record ListEntryView(
        @Schema(description = "Number of the case") long id,

        @Schema(description = "Principal identity of the business, SCHEME:VALUE")
        String business,

        @Schema(description = "Name of the business; null where no source named it") @Nullable
        String name,

        @Schema(description = "Code of its division; null where not known") @Nullable
        String division,

        @Schema(description = "The conduct, in Chinese") String conductZh,

        @Schema(description = "The conduct, in English") String conductEn,

        @Schema(description = "Legal ground") String basis,

        @Schema(description = "True where the legal ground is not certain")
        boolean provisional,

        @Schema(description = "First day on the list") LocalDate listedOn,

        @Schema(description = "Last day on the list") LocalDate endsOn) {

    /**
     * The entry of a confirmed case.
     *
     * @param entry the case
     * @param confirmed its state
     * @return the entry
     */
    public static ListEntryView of(ListingCase entry, ListingState.Confirmed confirmed) {
        return new ListEntryView(
                entry.id(),
                entry.business().toString(),
                entry.name(),
                entry.division(),
                entry.conduct().zh(),
                entry.conduct().en(),
                entry.basis(),
                entry.provisional(),
                confirmed.listedOn(),
                confirmed.endsOn());
    }
}

package dev.assay.api.business;

import dev.assay.core.creditfile.Takeover;
import dev.assay.core.identity.Identity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That one legal person went on in the place of another, seen from one of the two. */
public record TakeoverView(
        @Schema(description = "The other business, SCHEME:VALUE", example = "uscc:91350100M000100Y43")
        String identity,

        @Schema(description = "Whether the other has a file here")
        boolean known,

        @Schema(description = "The other's name; null where no source named it") @Nullable
        String name,

        @Schema(description = "Day since which the successor goes on")
        LocalDate on,

        @Schema(description = "Why, as the record says it; null where it does not") @Nullable
        String ground,

        @Schema(description = "Number of the licence that the predecessor had; null where the record names none")
        @Nullable
        String licence,

        @Schema(description = "The premises; null where the record names none") @Nullable
        String premises,

        @Schema(description = "Number of the document; null where the record names none") @Nullable
        String documentNo,

        @Schema(description = "Number of the fact, in the successor's file")
        String fact) {

    /**
     * A takeover.
     *
     * @param other the other business, as it is known here or as the record names it
     * @param known whether it has a file here
     * @param name its name; null where nobody named it
     * @param takeover the record
     * @return the view
     */
    static TakeoverView of(Identity other, boolean known, @Nullable String name, Takeover takeover) {
        return new TakeoverView(
                other.toString(),
                known,
                name,
                takeover.on(),
                takeover.find("ground").orElse(null),
                takeover.find("predecessor_licence").orElse(null),
                takeover.find("premises").orElse(null),
                takeover.find("document_no").orElse(null),
                Long.toString(takeover.record().id()));
    }
}

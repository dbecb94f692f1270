package dev.assay.api.business;

import dev.assay.api.listing.ListEntryView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business, as far as it is public: who it is, its licences, and whether it is on the serious-violation list. */
public record BusinessView(
        @Schema(description = "Principal identity, SCHEME:VALUE", example = "fhrs:369216")
        String identity,

        @Schema(description = "Everything by which it is known, SCHEME:VALUE")
        List<String> identities,

        @Schema(description = "Name; null where no source named it") @Nullable
        String name,

        @Schema(description = "Address; null where no source gave one") @Nullable
        String address,

        @Schema(description = "Code of its division; null where not known") @Nullable
        String division,

        @Schema(description = "Its sector, such as catering; null where not known") @Nullable
        String sector,

        @Schema(description = "Its licences as published, newest decision of each")
        List<LicenceView> licences,

        @Schema(description = "Its names, whether it is closed, and who was there before it and after it")
        LifeView life,

        @Schema(description = "Its confirmed entries on the serious-violation list that stand today")
        List<ListEntryView> listEntries) {

    /** Copies the lists. */
    public BusinessView {
        identities = List.copyOf(identities);
        licences = List.copyOf(licences);
        listEntries = List.copyOf(listEntries);
    }
}

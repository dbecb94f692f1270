package dev.assay.api.business;

import dev.assay.store.register.RegisteredBusiness;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A business that a search found. */
public record FoundBusinessView(
        @Schema(description = "Principal identity, SCHEME:VALUE", example = "fhrs:369216")
        String identity,

        @Schema(description = "Name; null where no source named it") @Nullable
        String name,

        @Schema(description = "Address; null where no source gave one") @Nullable
        String address,

        @Schema(description = "Code of its division; null where not known") @Nullable
        String division,

        @Schema(description = "Its sector, such as catering; null where not known") @Nullable
        String sector) {

    /**
     * The view of a business.
     *
     * @param business the business
     * @return its view
     */
    static FoundBusinessView of(RegisteredBusiness business) {
        return new FoundBusinessView(
                business.identity().toString(),
                business.name(),
                business.address(),
                business.division(),
                business.sector());
    }
}

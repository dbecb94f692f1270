package dev.assay.api.business;

import dev.assay.store.register.BusinessLink;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That one business was merged into another. */
public record BusinessLinkView(
        @Schema(description = "The business that is read with the other, SCHEME:VALUE")
        String merged,

        @Schema(description = "The business that goes on, SCHEME:VALUE")
        String into,

        @Schema(description = "When they were merged") Instant at,
        @Schema(description = "Who decided") String by,
        @Schema(description = "Why") String reason,

        @Schema(description = "When they were parted; null while they are one") @Nullable
        Instant partedAt,

        @Schema(description = "Who parted them; null while they are one") @Nullable
        String partedBy,

        @Schema(description = "Why they were parted; null while they are one") @Nullable
        String partedReason) {

    static BusinessLinkView of(BusinessLink link) {
        BusinessLink.Parted parted = link.parted();
        return new BusinessLinkView(
                link.merged().toString(),
                link.into().toString(),
                link.at(),
                link.by(),
                link.reason(),
                parted == null ? null : parted.at(),
                parted == null ? null : parted.by(),
                parted == null ? null : parted.reason());
    }
}

package dev.assay.api.following;

import dev.assay.store.publication.FollowerState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a partner has come with a chain. */
public record FollowerView(
        @Schema(description = "Account of the partner") String partner,

        @Schema(description = "The chain: public or partners")
        String chain,

        @Schema(
                description =
                        "The highest change that was handed out to it, by a pull, a push or in a full file; 0 for none")
        long delivered,

        @Schema(description = "When; null if never") @Nullable
        Instant deliveredAt,

        @Schema(description = "Up to which change it said that it carried all out; 0 for none")
        long acknowledged,

        @Schema(description = "When; null if never") @Nullable
        Instant acknowledgedAt,

        @Schema(description = "Changes of the chain that it has not acknowledged")
        long behind,

        @Schema(description = "Withdrawals of items that it took and has not acknowledged")
        long openWithdrawals) {

    /**
     * The view of a follower.
     *
     * @param state how far it has come
     * @return its view
     */
    static FollowerView of(FollowerState state) {
        return new FollowerView(
                state.partner(),
                state.chain().code(),
                state.delivered(),
                state.deliveredAt(),
                state.acknowledged(),
                state.acknowledgedAt(),
                state.behind(),
                state.open());
    }
}

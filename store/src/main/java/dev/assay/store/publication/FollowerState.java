package dev.assay.store.publication;

import dev.assay.core.publication.Chain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a partner has come with a chain.
 *
 * @param partner its account
 * @param chain the chain
 * @param delivered the highest change that was handed out to it; 0 for none
 * @param deliveredAt when; null if never
 * @param acknowledged up to which change it said that it carried all out; 0 for none
 * @param acknowledgedAt when; null if never
 * @param behind how many changes of the chain it has not acknowledged
 * @param open how many withdrawals of items that it took it has not acknowledged
 * @param push where changes are pushed to; null where it fetches them
 */
public record FollowerState(
        String partner,
        Chain chain,
        long delivered,
        @Nullable Instant deliveredAt,
        long acknowledged,
        @Nullable Instant acknowledgedAt,
        long behind,
        long open,
        @Nullable Push push) {

    /**
     * How pushing to a partner goes.
     *
     * @param address where to
     * @param signature by what it is signed
     * @param pushed the last change that the address took
     * @param attempts failed pushes since the last that succeeded
     * @param nextAttemptAt not before; null for at once
     * @param givenUpAt since when nothing is pushed any more, until a person says so; null while it is
     * @param lastAnswer what came of the last push; null before the first
     */
    public record Push(
            String address,
            PushSignature signature,
            long pushed,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant givenUpAt,
            @Nullable String lastAnswer) {}
}

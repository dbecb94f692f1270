package dev.assay.store.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that the authority made for a business.
 *
 * @param id the store's number
 * @param madeBy the account of who made it
 * @param madeAt when
 * @param expiresAt from when on it is good for nothing
 * @param revoked who took it back, and when; null if nobody did
 * @param used the account that was made with it, and when; null if none was
 */
public record Invitation(
        long id,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Mark revoked,
        @Nullable Mark used) {

    /**
     * Who, and when.
     *
     * @param account the account
     * @param at the time
     */
    public record Mark(String account, Instant at) {}

    /** Where it stands. */
    public enum State {
        /** An account can be made with it. */
        OPEN,
        /** An account was made with it. */
        USED,
        /** It was taken back. */
        REVOKED,
        /** Its time is over. */
        EXPIRED
    }

    /**
     * Where it stands.
     *
     * @param now the time
     * @return its state then
     */
    public State stateAt(Instant now) {
        if (used != null) {
            return State.USED;
        }
        if (revoked != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}

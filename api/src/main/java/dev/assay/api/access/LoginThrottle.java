package dev.assay.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after {@value #FREE_FAILURES} failures of one account from one address, each further try has to wait a minute
 * from the last failure. It is kept in memory, so each server counts for itself, and a restart forgets.
 */
public final class LoginThrottle {

    /** Failures that cost no waiting. */
    public static final int FREE_FAILURES = 5;

    /** How long the next try has to wait. */
    public static final Duration WAIT = Duration.ofMinutes(1);

    private static final int MOST_ENTRIES = 10_000;

    private final Map<Guess, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guess, Failures> eldest) {
            return size() > MOST_ENTRIES;
        }
    };

    private record Guess(String account, String address) {}

    private record Failures(int count, Instant last) {}

    /**
     * Whether a try has to wait.
     *
     * @param account the account's name as given
     * @param address where the try comes from
     * @param now the time
     * @return true if it must not be tried now
     */
    public synchronized boolean mustWait(String account, String address, Instant now) {
        Failures known = failures.get(new Guess(account, address));
        return known != null && known.count >= FREE_FAILURES && now.isBefore(known.last.plus(WAIT));
    }

    /**
     * Notes a failure.
     *
     * @param account the account's name as given
     * @param address where the try came from
     * @param now the time
     */
    public synchronized void failed(String account, String address, Instant now) {
        failures.merge(
                new Guess(account, address),
                new Failures(1, now),
                (known, one) -> new Failures(known.count + one.count, now));
    }

    /**
     * Forgets the failures of an account from an address.
     *
     * @param account the account's name as given
     * @param address where the try came from
     */
    public synchronized void succeeded(String account, String address) {
        failures.remove(new Guess(account, address));
    }
}

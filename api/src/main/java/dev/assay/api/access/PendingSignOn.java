package dev.assay.api.access;

import dev.assay.api.signon.SignedOn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who signed on and has yet to show the second factor of the account. Nobody is logged in meanwhile.
 *
 * @param person who signed on
 * @param account the account
 * @param until from when on it is too late
 */
public record PendingSignOn(SignedOn person, String account, Instant until) implements Serializable {

    private static final String KEY = PendingSignOn.class.getName();
    private static final Duration TIME = Duration.ofMinutes(5);

    /** Keeps it in the session, under a fresh id: an id that somebody else knew before is worth nothing. */
    static void keep(SignedOn person, String account, Instant now, HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(KEY, new PendingSignOn(person, account, now.plus(TIME)));
    }

    /**
     * What a session keeps.
     *
     * @param request a request of it
     * @param now the time
     * @return it; empty if nobody signed on, or it is too late
     */
    public static Optional<PendingSignOn> find(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof PendingSignOn pending
                ? Optional.of(pending).filter(it -> now.isBefore(it.until()))
                : Optional.empty();
    }

    /** Forgets it. */
    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "PendingSignOn[" + account + "]";
    }
}

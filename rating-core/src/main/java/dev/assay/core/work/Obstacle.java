package dev.assay.core.work;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a visit could not be made. */
public enum Obstacle {
    /** Nobody is there: not found at the registered address. */
    NOT_FOUND("not-found-at-address"),
    /** It is there, and does not do what was to be inspected. */
    NO_ACTIVITY("activity-not-found"),
    /** The business refused or hindered the inspection. */
    REFUSED("refused-inspection"),
    /** It closed for good. */
    CLOSED("closed"),
    /** Another reason, which lies with the authority: told in words, and no fact of the business. */
    OTHER(null);

    private final @Nullable String finding;

    Obstacle(@Nullable String finding) {
        this.finding = finding;
    }

    /**
     * What the spot-check codes call it.
     *
     * @return the finding that goes into the credit file; empty where nothing does
     */
    public Optional<String> finding() {
        return Optional.ofNullable(finding);
    }
}

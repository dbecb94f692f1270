package dev.assay.core.work;

import java.util.Set;

/** Where a visit that was handed out stands. */
public enum WorkState {
    /** Handed out. */
    ASSIGNED,
    /** Begun. */
    UNDER_WAY,
    /** Made, and its result is there. */
    DONE,
    /** It could not be made; the reason is there. */
    NOT_DONE,
    /** Taken back; the reason is there. */
    WITHDRAWN;

    /**
     * Where it can go from here. A result may come in without the beginning having been told: who had no connection told neither.
     *
     * @return the next states; none at an end
     */
    public Set<WorkState> next() {
        return switch (this) {
            case ASSIGNED -> Set.of(UNDER_WAY, DONE, NOT_DONE, WITHDRAWN);
            case UNDER_WAY -> Set.of(DONE, NOT_DONE, WITHDRAWN);
            case DONE, NOT_DONE, WITHDRAWN -> Set.of();
        };
    }

    /**
     * Whether it can go somewhere at all.
     *
     * @return false at an end
     */
    public boolean isOpen() {
        return !next().isEmpty();
    }
}

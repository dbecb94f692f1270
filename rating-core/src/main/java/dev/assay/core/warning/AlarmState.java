package dev.assay.core.warning;

import java.util.Set;

/** Where an alarm stands. It is struck off only when somebody else than who handled it has looked. */
public enum AlarmState {
    /** Found by the daily job; nobody has it yet. */
    RAISED,
    /** Handed to somebody, with a day. */
    DISPATCHED,
    /** What was done is written down. */
    HANDLED,
    /** Struck off by another person. */
    CLOSED;

    /**
     * Where it can go from here. What was done and is not enough is handed out again.
     *
     * @return the next states; none at the end
     */
    public Set<AlarmState> next() {
        return switch (this) {
            case RAISED -> Set.of(DISPATCHED);
            case DISPATCHED -> Set.of(DISPATCHED, HANDLED);
            case HANDLED -> Set.of(DISPATCHED, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /**
     * Whether it still stands.
     *
     * @return false once it is closed
     */
    public boolean isOpen() {
        return this != CLOSED;
    }
}

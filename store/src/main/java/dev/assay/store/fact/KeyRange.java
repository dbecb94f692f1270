package dev.assay.store.fact;

/**
 * A range of business keys, both ends included.
 *
 * @param from the first key
 * @param to the last key, not before {@code from}
 */
public record KeyRange(long from, long to) {

    /** Every key. */
    public static final KeyRange ALL = new KeyRange(0, Long.MAX_VALUE);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the last key lies before the first
     */
    public KeyRange {
        if (to < from) {
            throw new IllegalArgumentException(
                    "The range of business keys ends (%d) before it begins (%d).%nMaybe the ends are swapped."
                            .formatted(to, from));
        }
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }
}

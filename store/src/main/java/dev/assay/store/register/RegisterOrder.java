package dev.assay.store.register;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns by which a search can be put in order. */
public enum RegisterOrder {
    /** By name, byte by byte. */
    NAME,
    /** By principal identity. */
    IDENTITY,
    /** By division and sector. */
    DIVISION,
    /** By grade, states last. */
    GRADE,
    /** By score. */
    SCORE,
    /** By the next inspection's last day. */
    DUE;

    /**
     * The word for it in an address.
     *
     * @return the code, lower case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The order of a code.
     *
     * @param code the code as {@link #code()} writes it
     * @return the order, or empty if there is none
     */
    public static Optional<RegisterOrder> findByCode(String code) {
        return Stream.of(values()).filter(order -> order.code().equals(code)).findFirst();
    }
}

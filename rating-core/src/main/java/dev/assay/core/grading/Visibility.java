package dev.assay.core.grading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may see the ratings that a model makes. The model's file says so, and nothing else decides it. */
public enum Visibility {
    /** Everyone, without login. */
    PUBLIC,
    /** Authorities and others who have a partner's login, and regulators. */
    PARTNERS,
    /** Regulators alone. */
    INTERNAL;

    /**
     * The word for it in model files and in the store.
     *
     * @return the code, lower case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The visibility of a code.
     *
     * @param code the code as {@link #code()} writes it
     * @return the visibility, or empty if there is none
     */
    public static Optional<Visibility> findByCode(String code) {
        return Arrays.stream(values())
                .filter(visibility -> visibility.code().equals(code))
                .findFirst();
    }
}

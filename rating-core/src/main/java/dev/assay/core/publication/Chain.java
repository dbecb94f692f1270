package dev.assay.core.publication;

import dev.assay.core.grading.Visibility;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A chain of changes that others follow. There is one for each visibility with which something leaves the authority, so that nobody has to
 * verify a chain of which he may see only a part. An item is in one chain at a time.
 */
public enum Chain {
    /** What anyone may see. */
    PUBLIC(Visibility.PUBLIC),
    /** What only partners may see. Who follows it follows {@link #PUBLIC} too. */
    PARTNERS(Visibility.PARTNERS);

    private final Visibility visibility;

    Chain(Visibility visibility) {
        this.visibility = visibility;
    }

    /**
     * The visibility of everything in the chain.
     *
     * @return it
     */
    public Visibility visibility() {
        return visibility;
    }

    /**
     * The word for the chain in the store, in files and in the API.
     *
     * @return {@code public} or {@code partners}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A chain by its word.
     *
     * @param code the word
     * @return the chain, or empty if there is none of that name
     */
    public static Optional<Chain> find(String code) {
        return Arrays.stream(values())
                .filter(chain -> chain.code().equals(code))
                .findFirst();
    }

    /**
     * A chain by its word.
     *
     * @param code the word
     * @return the chain
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Chain get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no chain of changes (%s).%nMaybe it is public or partners.".formatted(code)));
    }
}

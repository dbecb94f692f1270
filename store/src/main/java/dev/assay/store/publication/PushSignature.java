package dev.assay.store.publication;

import java.util.Arrays;
import java.util.Optional;

/** By what changes that are pushed to a partner are signed. */
public enum PushSignature {
    /** A secret that the partner shares. */
    HMAC_SHA_256("hmac-sha256"),
    /** The authority's own SM2 key, whose public half the partner has. */
    SM2("sm2");

    private final String code;

    PushSignature(String code) {
        this.code = code;
    }

    /**
     * The word for it in the store and in forms.
     *
     * @return such as {@code sm2}
     */
    public String code() {
        return code;
    }

    /**
     * A signature by its word.
     *
     * @param code the word
     * @return it, or empty if there is none
     */
    public static Optional<PushSignature> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /**
     * A signature by its word.
     *
     * @param code the word, as the store has it
     * @return it
     * @throws IllegalArgumentException if there is none
     */
    public static PushSignature get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no signature of pushes (%s).%nMaybe somebody changed the table follower by hand."
                                .formatted(code)));
    }
}

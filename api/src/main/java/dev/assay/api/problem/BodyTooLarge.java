package dev.assay.api.problem;

import java.io.IOException;

/** The body of a request grew larger than it may be. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * Names the limit.
     *
     * @param most the most bytes
     */
    public BodyTooLarge(long most) {
        super("The body has more than %,d bytes.%nMaybe send it in parts.".formatted(most));
    }
}

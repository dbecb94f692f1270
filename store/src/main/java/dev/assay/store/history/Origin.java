package dev.assay.store.history;

import org.jspecify.annotations.Nullable;

/**
 * The place in the world from which something was learned.
 *
 * @param feed the feed's id
 * @param file the file's name as it was given; of what a person entered, the paper that it rests on
 * @param sha256 the file's digest, 64 hexadecimal digits; of what a person entered, that of everything that was told
 * @param line the row's first line, from 1, the header counted; null where it is the whole file that tells, or a person
 * @param hand who entered it and why; null where a file told it
 */
public record Origin(
        String feed,
        String file,
        String sha256,
        @Nullable Long line,
        @Nullable Hand hand) {

    /**
     * A person who entered, corrected or withdrew something.
     *
     * @param by the account
     * @param reason why
     */
    public record Hand(String by, String reason) {}

    @Override
    public String toString() {
        return feed + " " + file + (line == null ? "" : ":" + line);
    }
}

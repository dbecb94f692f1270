package dev.assay.store.history;

import org.jspecify.annotations.Nullable;

/**
 * The place in the world from which something was learned.
 *
 * @param feed the feed's id
 * @param file the file's name as it was given
 * @param sha256 the file's digest, 64 hexadecimal digits
 * @param line the row's first line, from 1, the header counted; null where it is the whole file that tells
 */
public record Origin(
        String feed, String file, String sha256, @Nullable Long line) {

    @Override
    public String toString() {
        return feed + " " + file + (line == null ? "" : ":" + line);
    }
}

package dev.assay.core.fact;

/**
 * Where a fact came from, to the row.
 *
 * @param feed the feed's id
 * @param file the file's name as it was given
 * @param line the number of the row's first line in the file, from 1, the header counted
 */
public record Source(String feed, String file, long line) {

    @Override
    public String toString() {
        return feed + " " + file + ":" + line;
    }
}

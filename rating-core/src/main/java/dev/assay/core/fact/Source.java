package dev.assay.core.fact;

/**
 * Where a fact came from, to the row, and how far that is trusted.
 *
 * @param feed the feed's id
 * @param file the file's name as it was given
 * @param line the number of the row's first line in the file, from 1, the header counted; 0 for what a person entered, where the paper that it
 *     rests on stands in the place of the file
 * @param trust how far the word of the feed was trusted when the file came, 0 to 100
 */
public record Source(String feed, String file, long line, int trust) {

    /** How far a feed is trusted of which nothing else is said. */
    public static final int ORDINARY_TRUST = 50;

    /**
     * A source of ordinary trust.
     *
     * @param feed the feed's id
     * @param file the file's name as it was given
     * @param line the number of the row's first line in the file, from 1, the header counted
     */
    public Source(String feed, String file, long line) {
        this(feed, file, line, ORDINARY_TRUST);
    }

    @Override
    public String toString() {
        return line == 0 ? feed + " " + file : feed + " " + file + ":" + line;
    }
}

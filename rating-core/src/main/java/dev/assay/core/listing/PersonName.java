package dev.assay.core.listing;

import java.util.regex.Pattern;

/** The name of a natural person whom an entry concerns: as the authority writes it, and as everyone outside sees it. */
public final class PersonName {

    /** The longest that is taken. */
    public static final int LONGEST = 60;

    /** Letters of any script, and what stands between them in a name; no digits, so that no number of an identity document is taken for one. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .·•'’-]{0," + (LONGEST - 1) + "}");

    private PersonName() {}

    /**
     * Whether a text can be somebody's name.
     *
     * @param text the text
     * @return true for letters with blanks, dots, hyphens or apostrophes between, at most {@value #LONGEST} characters
     */
    public static boolean isOne(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * A name as everyone outside the authority sees it: its first character, and how long it is not told.
     *
     * @param name the name
     * @return such as {@code 张**}
     */
    public static String masked(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}

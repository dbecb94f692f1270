package dev.assay.batch.feed;

/**
 * The form of a column's name in which two spellings of one header are equal: full-width and half-width characters, upper and lower case, and
 * the kinds of bracket are one; blanks and line breaks, which sheets put into a header to fit its width, are left out.
 */
public final class ColumnName {

    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_OFFSET = 0xFEE0;

    private ColumnName() {}

    /**
     * The folded form of a name.
     *
     * @param name as written
     * @return its form for comparison; empty if it holds nothing but blanks
     */
    public static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.codePoints().filter(c -> !isBlank(c)).map(ColumnName::plain).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static int plain(int c) {
        int narrow = c >= WIDE_FIRST && c <= WIDE_LAST ? c - WIDE_OFFSET : c;
        return switch (narrow) {
            case '[', '{', '【', '〔', '〖', '「', '『', '〈', '《' -> '(';
            case ']', '}', '】', '〕', '〗', '」', '』', '〉', '》' -> ')';
            default -> Character.toLowerCase(narrow);
        };
    }
}

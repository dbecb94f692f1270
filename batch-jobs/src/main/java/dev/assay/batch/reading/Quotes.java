package dev.assay.batch.reading;

/** Whether the quotes of a row keep to RFC 4180: around a whole value, and doubled inside it. */
enum Quotes {
    /** They do. */
    WELL_PLACED,
    /** The last value is quoted and not yet closed: the row goes on with the next line. */
    OPEN,
    /** A quote stands inside a value that is not quoted, or something follows a closing quote. */
    MISPLACED;

    /** Looks at the text of a row, of one line or of several. */
    static Quotes of(String text, char delimiter, char mark) {
        int i = 0;
        while (i <= text.length()) {
            if (i < text.length() && text.charAt(i) == mark) {
                int close = closing(text, i + 1, mark);
                if (close < 0) {
                    return OPEN;
                }
                if (close + 1 < text.length() && text.charAt(close + 1) != delimiter) {
                    return MISPLACED;
                }
                i = close + 2;
            } else {
                int next = text.indexOf(delimiter, i);
                int valueEnd = next < 0 ? text.length() : next;
                int quote = text.indexOf(mark, i);
                if (quote >= 0 && quote < valueEnd) {
                    return MISPLACED;
                }
                i = valueEnd + 1;
            }
        }
        return WELL_PLACED;
    }

    private static int closing(String text, int from, char mark) {
        int quote = text.indexOf(mark, from);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == mark) {
            quote = text.indexOf(mark, quote + 2);
        }
        return quote;
    }
}

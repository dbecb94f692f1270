package dev.assay.batch.reading;

import java.io.IOException;
import java.io.InputStream;

/** What the first bytes of a content say about it. */
enum Signature {
    /** A zip; a workbook is one too. */
    ZIP,
    /** An office file of the time before Office Open XML, or one with a password. */
    OLD_OFFICE,
    /** The byte-order mark of UTF-16. */
    UTF_16,
    /** The byte-order mark of UTF-8. */
    UTF_8_MARK,
    /** Nothing. */
    NONE;

    static final int UTF_8_MARK_LENGTH = 3;
    static final String SAVE_ANEW = "Maybe open it in a spreadsheet program and save it as .xlsx without a password.";

    private static final int LENGTH = 4;
    private static final int ZIP_START = 0x504B0304;
    private static final int OLD_OFFICE_START = 0xD0CF11E0;

    /** Looks at the first bytes of a stream that can go back to a mark, and goes back. */
    static Signature of(InputStream in) throws IOException {
        in.mark(LENGTH);
        byte[] start = in.readNBytes(LENGTH);
        in.reset();
        return of(start);
    }

    private static Signature of(byte[] start) {
        if (isUtf8Mark(start)) {
            return UTF_8_MARK;
        }
        int first = byteAt(start, 0) << 24 | byteAt(start, 1) << 16 | byteAt(start, 2) << 8 | byteAt(start, 3);
        return switch (first) {
            case ZIP_START -> ZIP;
            case OLD_OFFICE_START -> OLD_OFFICE;
            default -> first >>> 16 == 0xFFFE || first >>> 16 == 0xFEFF ? UTF_16 : NONE;
        };
    }

    static boolean isUtf8Mark(byte[] start) {
        return byteAt(start, 0) == 0xEF && byteAt(start, 1) == 0xBB && byteAt(start, 2) == 0xBF;
    }

    private static int byteAt(byte[] start, int i) {
        return i < start.length ? start[i] & 0xFF : 0;
    }
}

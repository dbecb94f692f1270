package dev.assay.store.load;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the form that {@code LOAD DATA} reads by default: UTF-8, cells parted by tabs, rows ended by line feeds, a backslash before what
 * would be mistaken, {@code \N} for NULL. One buffer is filled, sent and filled again; a cell costs no object.
 */
final class EncodedRows implements RowSink {

    /** Rows are sent when so many bytes have gathered, so that memory does not depend on the number of rows. */
    private static final int FULL = 8 << 20;

    private static final byte[] LETTERS = letters();

    private final int columns;
    private final Runnable whenFull;
    private byte[] bytes = new byte[1 << 16];
    private char[] chars = new char[1 << 10];
    private int length;
    private int cells;
    private long rows;

    EncodedRows(int columns, Runnable whenFull) {
        this.columns = columns;
        this.whenFull = whenFull;
    }

    /** The number of ended rows since the last {@link #clear()}. */
    long rows() {
        return rows;
    }

    /** The ended rows. */
    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** The encoded bytes; only the first {@link #length()} count. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes count. */
    int length() {
        return length;
    }

    /** Forgets the rows. */
    void clear() {
        length = 0;
        rows = 0;
    }

    /** Whether a row was begun and not ended. */
    boolean isInsideRow() {
        return cells > 0;
    }

    @Override
    public RowSink text(@Nullable String text) {
        if (text == null) {
            return none();
        }
        int count = text.length();
        // The worst is three bytes for one char: a surrogate pair has four for two.
        begin(3 * count);
        if (count > chars.length) {
            chars = new char[Math.max(count, 2 * chars.length)];
        }
        text.getChars(0, count, chars, 0);
        encode(chars, count);
        return this;
    }

    /** All cells of all rows come through here, so the places are kept in local variables. */
    private void encode(char[] from, int count) {
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = from[i];
            if (c < 0x80) {
                byte letter = LETTERS[c];
                if (letter == 0) {
                    to[at++] = (byte) c;
                } else {
                    to[at++] = '\\';
                    to[at++] = letter;
                }
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = continuation(c);
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xE0 | (c >> 12));
                to[at++] = continuation(c >> 6);
                to[at++] = continuation(c);
            } else {
                int code = Character.codePointAt(from, i, count);
                if (Character.isSupplementaryCodePoint(code)) {
                    i++;
                    to[at++] = (byte) (0xF0 | (code >> 18));
                    to[at++] = continuation(code >> 12);
                    to[at++] = continuation(code >> 6);
                    to[at++] = continuation(code);
                } else {
                    to[at++] = '?';
                }
            }
        }
        length = at;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** For each ASCII character the letter that stands for it behind a backslash, or 0 where it stands as it is. */
    private static byte[] letters() {
        byte[] letters = new byte[0x80];
        letters['\t'] = 't';
        letters['\n'] = 'n';
        letters['\\'] = '\\';
        letters['\0'] = '0';
        return letters;
    }

    @Override
    public RowSink number(long number) {
        return plain(Long.toString(number));
    }

    @Override
    public RowSink decimal(@Nullable BigDecimal decimal) {
        return decimal == null ? none() : plain(decimal.toPlainString());
    }

    @Override
    public RowSink day(@Nullable LocalDate day) {
        if (day == null) {
            return none();
        }
        begin(10);
        date(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return this;
    }

    @Override
    public RowSink instant(@Nullable Instant instant) {
        if (instant == null) {
            return none();
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        begin(26);
        date(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
        digits(' ', 2, time.getHour());
        digits(':', 2, time.getMinute());
        digits(':', 2, time.getSecond());
        digits('.', 6, time.getNano() / 1000);
        return this;
    }

    private void date(int year, int month, int day) {
        number(4, year);
        digits('-', 2, month);
        digits('-', 2, day);
    }

    private void digits(char before, int count, int number) {
        bytes[length++] = (byte) before;
        number(count, number);
    }

    private void number(int count, int number) {
        int rest = number;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    @Override
    public RowSink flag(boolean flag) {
        begin(1);
        bytes[length++] = (byte) (flag ? '1' : '0');
        return this;
    }

    @SuppressWarnings(
            "deprecation") // Copies the low bytes, which is what an ASCII text needs, without an array between.
    private RowSink plain(String ascii) {
        begin(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    private RowSink none() {
        begin(2);
        bytes[length++] = '\\';
        bytes[length++] = 'N';
        return this;
    }

    /** Makes room for a cell's bytes, its separator and the row's end, and sets the separator. */
    private void begin(int worst) {
        int needed = Math.addExact(length, worst + 2);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        if (cells++ > 0) {
            bytes[length++] = '\t';
        }
    }

    @Override
    public void end() {
        if (cells != columns) {
            throw new IllegalStateException(
                    "Row %d of the load has %d cells where the target has %d columns.%nMaybe a cell is left out or doubled."
                            .formatted(rows + 1, cells, columns));
        }
        bytes[length++] = '\n';
        cells = 0;
        rows++;
        if (length >= FULL) {
            whenFull.run();
        }
    }
}

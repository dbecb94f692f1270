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

    private final int columns;
    private final Runnable whenFull;
    private byte[] bytes = new byte[1 << 16];
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
        // The worst is three bytes for one char: a surrogate pair has four for two.
        begin(3 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                continuation(c);
            } else if (Character.isSurrogate(c)) {
                i += supplementary(text, i);
            } else {
                bytes[length++] = (byte) (0xE0 | (c >> 12));
                continuation(c >> 6);
                continuation(c);
            }
        }
        return this;
    }

    private void ascii(char c) {
        switch (c) {
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\\' -> escaped('\\');
            case '\0' -> escaped('0');
            default -> bytes[length++] = (byte) c;
        }
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void escaped(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    /** Returns the number of further chars that it used. */
    private int supplementary(String text, int index) {
        int code = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(code)) {
            bytes[length++] = '?';
            return 0;
        }
        bytes[length++] = (byte) (0xF0 | (code >> 18));
        continuation(code >> 12);
        continuation(code >> 6);
        continuation(code);
        return 1;
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
        escaped('N');
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

package dev.assay.batch.reading;

import dev.assay.batch.feed.RefusalReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, each decoded strictly, so that malformed bytes are found on their line and never become question marks. A
 * byte-order mark at the start is skipped; lines end with LF or CR LF. In none of the encodings that feeds know is the byte of LF a part of
 * another character. Of a line that is too long the beginning alone is kept.
 */
final class TextLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 22;
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final Charset charset;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long number;

    TextLines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /**
     * A line.
     *
     * @param number its number, from 1
     * @param text its text without the line's end; with replacement characters where its bytes are malformed
     * @param fault why it cannot be used: it is malformed, or too long; null where it can
     */
    record Line(long number, String text, @Nullable RefusalReason fault) {}

    /** The encoding of the lines. */
    Charset charset() {
        return charset;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream carried = null;
        while (true) {
            if (start == end && !fill()) {
                return carried == null ? null : carriedLine(carried);
            }
            int newline = newline();
            if (newline >= 0) {
                int from = start;
                start = newline + 1;
                if (carried == null) {
                    return line(buffer, from, newline - from);
                }
                carry(carried, from, newline);
                return carriedLine(carried);
            }
            carried = carried == null ? new ByteArrayOutputStream() : carried;
            carry(carried, start, end);
            start = end;
        }
    }

    private void carry(ByteArrayOutputStream carried, int from, int to) {
        if (carried.size() <= LONGEST_LINE) {
            carried.write(buffer, from, to - from);
        }
    }

    private Line carriedLine(ByteArrayOutputStream carried) {
        if (carried.size() <= LONGEST_LINE) {
            return line(carried.toByteArray(), 0, carried.size());
        }
        number++;
        return new Line(number, new String(carried.toByteArray(), 0, BUFFER, charset), RefusalReason.TOO_LONG);
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(buffer, 0, BUFFER));
        return end > 0;
    }

    private int newline() {
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private Line line(byte[] bytes, int from, int length) {
        number++;
        int kept = length > 0 && bytes[from + length - 1] == '\r' ? length - 1 : length;
        String text = new String(bytes, from, kept, charset);
        boolean malformed = text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes, from, kept);
        return new Line(
                number,
                number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text,
                malformed ? RefusalReason.ENCODING : null);
    }

    /** The replacement character may stand in a text by itself: only the strict decoder tells. */
    private boolean isWellFormed(byte[] bytes, int from, int length) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

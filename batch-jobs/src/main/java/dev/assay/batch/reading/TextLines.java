package dev.assay.batch.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 stream, each decoded strictly, so that malformed bytes are found on their line and never become question marks.
 * A byte-order mark at the start is skipped; lines end with LF or CR LF.
 */
final class TextLines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long number;

    TextLines(InputStream in) {
        this.in = in;
    }

    /**
     * A line.
     *
     * @param number its number, from 1
     * @param text its text without the line's end; where {@code malformed}, with replacement characters
     * @param malformed whether its bytes are not UTF-8
     */
    record Line(long number, String text, boolean malformed) {}

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream carried = null;
        while (true) {
            if (start == end && !fill()) {
                return carried == null ? null : line(carried.toByteArray(), 0, carried.size());
            }
            int newline = newline();
            if (newline >= 0) {
                int from = start;
                start = newline + 1;
                if (carried == null) {
                    return line(buffer, from, newline - from);
                }
                carried.write(buffer, from, newline - from);
                return line(carried.toByteArray(), 0, carried.size());
            }
            carried = carried == null ? new ByteArrayOutputStream() : carried;
            carried.write(buffer, start, end - start);
            start = end;
        }
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
        String text = new String(bytes, from, kept, StandardCharsets.UTF_8);
        boolean malformed = text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes, from, kept);
        return new Line(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text, malformed);
    }

    /** The replacement character may stand in a text by itself: only the strict decoder tells. */
    private static boolean isUtf8(byte[] bytes, int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
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

package dev.assay.core.draw;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads the lines of a draw's file one after the other. */
final class LineReader {

    private static final int LONGEST_NUMBER = 9;

    private final String[] lines;
    private int next;

    LineReader(String text) {
        this.lines = text.split("\n", -1);
    }

    /** The cells after the first of the next line, which must be of a kind and have so many. */
    String[] take(String kind, int count) {
        String[] cells = cells();
        if (!cells[0].equals(kind) || cells.length != count + 1) {
            throw new DrawFormatException(
                    next + 1,
                    "expected (%s) with %d cells after it, found (%s) with %d"
                            .formatted(kind, count, shown(cells[0]), cells.length - 1));
        }
        next++;
        return Arrays.copyOfRange(cells, 1, cells.length);
    }

    /** The same for every line of the kind that follows. */
    void each(String kind, int count, Consumer<String[]> cells) {
        while (cells()[0].equals(kind)) {
            cells.accept(take(kind, count));
        }
    }

    void end() {
        if (next != lines.length - 1 || !lines[next].isEmpty()) {
            throw new DrawFormatException(next + 1, "expected the end, found (%s)".formatted(shown(cells()[0])));
        }
    }

    private String[] cells() {
        return next < lines.length ? lines[next].split("\t", -1) : new String[] {""};
    }

    private static String shown(String cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    }

    LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new DrawFormatException(next, "(%s) is no day such as 2026-11-23".formatted(shown(text)));
        }
    }

    Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new DrawFormatException(
                    next, "(%s) is no instant such as 2026-11-23T02:00:00Z".formatted(shown(text)));
        }
    }

    int number(String text) {
        if (!text.matches("0|[1-9]\\d*") || text.length() > LONGEST_NUMBER) {
            throw new DrawFormatException(next, "(%s) is no whole number".formatted(shown(text)));
        }
        return Integer.parseInt(text);
    }

    BigDecimal percent(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,4})?")) {
            throw new DrawFormatException(next, "(%s) is no percentage with at most 4 places".formatted(shown(text)));
        }
        return new BigDecimal(text);
    }

    String oneOf(String text, String... words) {
        if (!List.of(words).contains(text)) {
            throw new DrawFormatException(
                    next, "(%s) is none of (%s)".formatted(shown(text), String.join(", ", words)));
        }
        return text;
    }
}

package dev.assay.batch.reading;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import dev.assay.batch.feed.FeedDefinition.CsvFormat;
import dev.assay.batch.feed.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file by RFC 4180, with the line on which each begins. OpenCSV splits; the quotes are checked before, because its
 * parser takes what is misplaced, and an unclosed quote is given up after some lines and reading goes on behind the line that
 * opened it, so that one bad row does not swallow those after it.
 */
final class CsvRows implements AutoCloseable {

    private final TextLines lines;
    private final CsvFormat format;
    private final RFC4180Parser parser;
    private final Deque<TextLines.Line> ahead = new ArrayDeque<>();

    CsvRows(InputStream in, CsvFormat format) {
        this.lines = new TextLines(in);
        this.format = format;
        this.parser =
                new RFC4180ParserBuilder().withSeparator(format.delimiter()).build();
    }

    /** A row, as it stands in the file or as it could not be read. */
    sealed interface Row {
        /** The line on which it begins, from 1. */
        long line();
    }

    /**
     * A row that was read.
     *
     * @param line its first line
     * @param cells its cells, in the order of the file
     */
    record Cells(long line, List<String> cells) implements Row {}

    /**
     * A row that could not be read.
     *
     * @param line its first line
     * @param text the text of that line
     * @param reason why
     */
    record Unreadable(long line, String text, RefusalReason reason) implements Row {}

    /** The next row that is not blank; null at the end. */
    @Nullable
    Row next() throws IOException {
        TextLines.Line first = nextLine();
        while (first != null && first.text().isBlank() && !first.malformed()) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        if (first.malformed()) {
            return new Unreadable(first.number(), first.text(), RefusalReason.ENCODING);
        }
        if (first.text().indexOf('"') < 0) {
            return split(first.number(), first.text());
        }
        return quoted(first);
    }

    private Row quoted(TextLines.Line first) throws IOException {
        String text = first.text();
        Deque<TextLines.Line> taken = new ArrayDeque<>();
        while (true) {
            switch (Quotes.of(text, format.delimiter())) {
                case WELL_PLACED -> {
                    return split(first.number(), text);
                }
                case MISPLACED -> {
                    giveBack(taken);
                    return new Unreadable(first.number(), first.text(), RefusalReason.MISPLACED_QUOTE);
                }
                case OPEN -> {
                    TextLines.Line next = taken.size() + 1 < format.quoteLines() ? nextLine() : null;
                    if (next != null) {
                        taken.addLast(next);
                    }
                    if (next == null || next.malformed()) {
                        giveBack(taken);
                        return new Unreadable(first.number(), first.text(), RefusalReason.UNCLOSED_QUOTE);
                    }
                    text = text + "\n" + next.text();
                }
            }
        }
    }

    private void giveBack(Deque<TextLines.Line> taken) {
        taken.descendingIterator().forEachRemaining(ahead::addFirst);
    }

    private TextLines.@Nullable Line nextLine() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    private Row split(long line, String text) throws IOException {
        return new Cells(line, Arrays.asList(parser.parseLine(text)));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

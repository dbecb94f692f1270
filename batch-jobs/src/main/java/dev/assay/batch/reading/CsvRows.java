package dev.assay.batch.reading;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import dev.assay.batch.feed.FileFormat;
import dev.assay.batch.feed.RefusalReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of delimited text by RFC 4180, with the line on which each begins. OpenCSV splits; the quotes are checked before, because its
 * parser takes what is misplaced, and an unclosed quote is given up after some lines and reading goes on behind the line that
 * opened it, so that one bad row does not swallow those after it. Where nothing is quoted, every line is a row.
 */
final class CsvRows implements SheetRows {

    /** More than a row of any real file; what is longer comes from a quote or a line break that is missing. */
    private static final int LONGEST_ROW = 1 << 22;

    private static final int LONGEST_SHOWN = 1000;

    private final TextLines lines;
    private final FileFormat.Csv format;
    private final RFC4180Parser parser;
    private final Deque<TextLines.Line> ahead = new ArrayDeque<>();

    private CsvRows(TextLines lines, FileFormat.Csv format) {
        this.lines = lines;
        this.format = format;
        this.parser = new RFC4180ParserBuilder()
                .withSeparator(format.delimiter())
                .withQuoteChar(format.quote())
                .build();
    }

    /**
     * Opens a file.
     *
     * @throws FileRefusedException if its first bytes say that it is no text in this encoding
     */
    static CsvRows open(SourceFile file, FileFormat.Csv format, Charset charset) throws IOException {
        return new CsvRows(new TextLines(TextContent.open(file, charset), charset), format);
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        TextLines.Line first = nextLine();
        while (first != null && first.text().isBlank() && first.fault() == null) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        if (first.fault() != null) {
            return unreadable(first, first.fault());
        }
        if (format.quote() == FileFormat.Csv.NO_QUOTE) {
            return new SheetRow.Cells(first.number(), cells(first.text()));
        }
        return first.text().indexOf(format.quote()) < 0 ? split(first.number(), first.text()) : quoted(first);
    }

    private SheetRow quoted(TextLines.Line first) throws IOException {
        String text = first.text();
        Deque<TextLines.Line> taken = new ArrayDeque<>();
        while (true) {
            switch (Quotes.of(text, format.delimiter(), format.quote())) {
                case WELL_PLACED -> {
                    return split(first.number(), text);
                }
                case MISPLACED -> {
                    giveBack(taken);
                    return unreadable(first, RefusalReason.MISPLACED_QUOTE);
                }
                case OPEN -> {
                    TextLines.Line next = taken.size() + 1 < format.quoteLines() ? nextLine() : null;
                    if (next != null) {
                        taken.addLast(next);
                    }
                    if (next == null
                            || next.fault() != null
                            || text.length() + next.text().length() > LONGEST_ROW) {
                        giveBack(taken);
                        return unreadable(first, RefusalReason.UNCLOSED_QUOTE);
                    }
                    text = text + "\n" + next.text();
                }
            }
        }
    }

    private SheetRow unreadable(TextLines.Line line, RefusalReason reason) {
        String shown = line.text().length() <= LONGEST_SHOWN
                ? line.text()
                : line.text().substring(0, LONGEST_SHOWN);
        String detail = reason == RefusalReason.ENCODING ? lines.charset().name() : null;
        return new SheetRow.Unreadable(line.number(), shown, reason, detail);
    }

    private List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(format.delimiter()); at >= 0; at = text.indexOf(format.delimiter(), from)) {
            cells.add(text.substring(from, at));
            from = at + 1;
        }
        cells.add(text.substring(from));
        return cells;
    }

    private void giveBack(Deque<TextLines.Line> taken) {
        taken.descendingIterator().forEachRemaining(ahead::addFirst);
    }

    private TextLines.@Nullable Line nextLine() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    private SheetRow split(long line, String text) throws IOException {
        return new SheetRow.Cells(line, Arrays.asList(parser.parseLine(text)));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

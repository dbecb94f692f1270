package dev.assay.batch.reading;

import dev.assay.batch.feed.FileFormat;
import dev.assay.batch.feed.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheet, from its header on. Their line is their row in the sheet. Cells that a row lacks at its end are empty; rows
 * without any text are left out, for sheets are full of cells that were only painted.
 */
final class WorkbookRows implements SheetRows {

    private static final int MOST_COLUMNS = 16_384;
    private static final int LETTERS = 26;

    private final SourceFile file;
    private final FileFormat.Xlsx format;
    private final Workbook workbook;
    private final CellStyles styles;
    private final SharedStrings strings;
    private final InputStream in;
    private final XMLStreamReader reader;
    private long row;
    private int width = -1;

    private WorkbookRows(SourceFile file, FileFormat.Xlsx format, Workbook workbook)
            throws IOException, XMLStreamException {
        this.file = file;
        this.format = format;
        this.workbook = workbook;
        this.styles = workbook.styles();
        this.in = workbook.sheet(format.sheet());
        this.reader = XmlInput.reader(in);
        this.strings = workbook.strings();
    }

    static WorkbookRows open(SourceFile file, FileFormat.Xlsx format) throws IOException {
        Workbook workbook = Workbook.open(file);
        try {
            return new WorkbookRows(file, format, workbook);
        } catch (XMLStreamException e) {
            workbook.close();
            throw XmlInput.broken(file, e);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (reader.hasNext()) {
                if (XmlInput.next(reader) == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("row")) {
                    number();
                    List<String> cells = cells();
                    if (row >= format.headerRow() && !cells.isEmpty()) {
                        return row(cells);
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw XmlInput.broken(file, e);
        }
    }

    private void number() {
        String number = reader.getAttributeValue(null, "r");
        long next = number == null ? row + 1 : number.matches("\\d{1,9}") ? Long.parseLong(number) : 0;
        if (next <= row) {
            throw workbook.malformed("its row (%s) stands behind row %d".formatted(number, row));
        }
        row = next;
    }

    private SheetRow row(List<String> cells) {
        if (width < 0) {
            width = cells.size();
        }
        long length = 0;
        for (String cell : cells) {
            length += cell.length();
        }
        if (length > RecordCells.LONGEST_RECORD) {
            return new SheetRow.Unreadable(row, "", RefusalReason.TOO_LONG, null);
        }
        cells.addAll(Collections.nCopies(Math.max(0, width - cells.size()), ""));
        return new SheetRow.Cells(row, cells);
    }

    /** The cells up to the last that holds a text. */
    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>(Math.max(width, 0));
        int column = -1;
        for (int event = XmlInput.next(reader);
                event != XMLStreamConstants.END_ELEMENT
                        || !reader.getLocalName().equals("row");
                event = XmlInput.next(reader)) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) {
                int next = column(column);
                if (next <= column) {
                    throw workbook.malformed("the cells of row %d are out of order".formatted(row));
                }
                column = next;
                String text = cell();
                if (!text.isBlank()) {
                    cells.addAll(Collections.nCopies(column - cells.size(), ""));
                    cells.add(text);
                }
            }
        }
        return cells;
    }

    private int column(int before) {
        String name = reader.getAttributeValue(null, "r");
        if (name == null) {
            return before + 1;
        }
        int column = 0;
        for (int i = 0; i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z'; i++) {
            column = column * LETTERS + name.charAt(i) - 'A' + 1;
            if (column > MOST_COLUMNS) {
                throw workbook.malformed("its cell (%s) lies beyond every sheet".formatted(name));
            }
        }
        return column - 1;
    }

    private String cell() throws XMLStreamException {
        String type = reader.getAttributeValue(null, "t");
        String style = reader.getAttributeValue(null, "s");
        String text = "";
        for (int event = XmlInput.next(reader);
                event != XMLStreamConstants.END_ELEMENT
                        || !reader.getLocalName().equals("c");
                event = XmlInput.next(reader)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                text = switch (reader.getLocalName()) {
                    case "v", "is" -> RichText.read(reader);
                    default -> text;
                };
            }
        }
        return text.isEmpty() ? "" : value(text, type == null ? "n" : type, style);
    }

    private String value(String text, String type, @Nullable String style) {
        return switch (type) {
            case "s" -> {
                int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
                yield strings.find(number)
                        .orElseThrow(() -> workbook.malformed("it lacks its text number (%s)".formatted(text)));
            }
            case "n" -> {
                int number = style != null && style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0;
                yield styles.isDay(number) ? CellText.day(text, workbook.isFrom1904()) : CellText.number(text);
            }
            case "b" -> text.equals("1") ? "TRUE" : text.equals("0") ? "FALSE" : text;
            case "d" -> text.split("T", 2)[0];
            case String _ -> CellText.text(text);
        };
    }

    @Override
    public void close() throws IOException {
        try (workbook;
                strings) {
            in.close();
        }
    }
}

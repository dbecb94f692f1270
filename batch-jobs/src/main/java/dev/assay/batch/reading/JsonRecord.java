package dev.assay.batch.reading;

import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.reading.ColumnPaths.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes one JSON object apart into the cells of a row. A column that is an object, or an array that holds more than scalars, gets its compact
 * JSON text; numbers keep the text that they have in the file.
 */
final class JsonRecord {

    /** Records are shallow; what is deeper was made to harm. */
    private static final int DEEPEST = 64;

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_STRING = 1 << 26;

    private final JsonParser parser;
    private final ColumnPaths paths;
    private final String listSeparator;
    private final RecordCells cells;
    private final StringBuilder copy = new StringBuilder();

    private JsonRecord(JsonParser parser, ColumnPaths paths, String listSeparator) {
        this.parser = parser;
        this.paths = paths;
        this.listSeparator = listSeparator;
        this.cells = new RecordCells(paths.columns());
    }

    /** A factory of parsers that keep to the limits of records. */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LONGEST_STRING)
                        .build())
                .build();
    }

    /**
     * Reads the value at which a parser stands, to its end.
     *
     * @return a row; refused if the value is no object
     * @throws tools.jackson.core.JacksonException if it is not well-formed
     */
    static FeedRow read(JsonParser parser, ColumnPaths paths, String listSeparator, long line) {
        JsonRecord record = new JsonRecord(parser, paths, listSeparator);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            record.object(paths.root(), false);
        } else {
            parser.skipChildren();
            record.cells.refuse(RefusalReason.MALFORMED, "no JSON object");
        }
        return record.cells.row(line);
    }

    private void object(Path path, boolean copying) {
        boolean first = true;
        copy(copying, "{");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            copy(copying && !first, ",");
            quote(copying, name);
            copy(copying, ":");
            first = false;
            parser.nextToken();
            value(paths.below(path, name), copying);
        }
        copy(copying, "}");
    }

    private void value(Path path, boolean copying) {
        boolean whole = path.isRead();
        if (whole && cells.holds(path)) {
            cells.refuse(RefusalReason.MALFORMED, "the key (" + path + ") stands twice");
        }
        int start = copy.length();
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                object(path, copying || whole);
                if (whole) {
                    fill(path, copy.substring(start));
                }
            }
            case START_ARRAY -> array(path, copying);
            case VALUE_NULL -> {
                copy(copying, "null");
                fill(path, "");
            }
            case VALUE_STRING -> {
                quote(copying, parser.getString());
                fill(path, parser.getString());
            }
            case null, default -> {
                copy(copying, parser.getString());
                fill(path, parser.getString());
            }
        }
        if (!copying) {
            copy.setLength(0);
        }
    }

    private void fill(Path path, String text) {
        paths.note(path);
        if (path.isRead()) {
            cells.put(path, text);
        }
    }

    private void array(Path path, boolean copying) {
        if (!copying && !path.isRead()) {
            paths.note(path);
            parser.skipChildren();
            return;
        }
        int start = copy.length();
        List<String> scalars = new ArrayList<>();
        boolean nested = elements(scalars);
        fill(path, nested ? copy.substring(start) : String.join(listSeparator, scalars));
    }

    /** Copies the elements of an array, lists the scalars among them, and tells whether there are others. */
    private boolean elements(List<String> scalars) {
        boolean nested = false;
        boolean first = true;
        copy(true, "[");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            copy(!first, ",");
            first = false;
            if (parser.currentToken().isStructStart()) {
                nested = true;
                element();
            } else {
                scalar();
                if (parser.currentToken() != JsonToken.VALUE_NULL && cells.isWithin(0)) {
                    scalars.add(parser.getString());
                }
            }
        }
        copy(true, "]");
        return nested;
    }

    private void element() {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            elements(new ArrayList<>());
            return;
        }
        boolean first = true;
        copy(true, "{");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            copy(!first, ",");
            first = false;
            quote(true, parser.currentName());
            copy(true, ":");
            if (parser.nextToken().isStructStart()) {
                element();
            } else {
                scalar();
            }
        }
        copy(true, "}");
    }

    private void scalar() {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            quote(true, parser.getString());
        } else {
            copy(true, parser.getString());
        }
    }

    private void copy(boolean wanted, String text) {
        if (wanted && cells.isWithin(text.length())) {
            copy.append(text);
        }
    }

    private void quote(boolean wanted, String text) {
        if (wanted && cells.isWithin(text.length() + 2)) {
            copy.append('"');
            JsonStringEncoder.getInstance().quoteAsString(text, copy);
            copy.append('"');
        }
    }
}

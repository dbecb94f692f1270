package dev.assay.batch.reading;

import dev.assay.batch.feed.FileFormat;
import dev.assay.model.config.Spelling;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/** The objects of an array in a JSON document. */
final class JsonRows implements PathRows {

    private static final int MOST_NAMED = 50;

    private final SourceFile file;
    private final FileFormat.Json format;
    private final ColumnPaths paths;
    private final Survey survey;
    private final JsonParser parser;
    private boolean begun;
    private boolean ended;
    private long number;

    private JsonRows(SourceFile file, FileFormat.Json format, ColumnPaths paths, Survey survey, JsonParser parser) {
        this.file = file;
        this.format = format;
        this.paths = paths;
        this.survey = survey;
        this.parser = parser;
    }

    static JsonRows open(SourceFile file, FileFormat.Json format, ColumnPaths paths, Survey survey) throws IOException {
        JsonParser parser = JsonRecord.factory()
                .createParser(ObjectReadContext.empty(), TextContent.reader(file, survey.charset()));
        return new JsonRows(file, format, paths, survey, parser);
    }

    @Override
    public ColumnPaths paths() {
        return paths;
    }

    @Override
    public @Nullable FeedRow next() throws IOException {
        try {
            if (!begun) {
                begun = true;
                goToArray();
            }
            if (ended || parser.nextToken() == JsonToken.END_ARRAY) {
                readToEnd();
                return null;
            }
            number++;
            long line =
                    survey.numbered() ? number : parser.currentTokenLocation().getLineNr();
            return JsonRecord.read(parser, paths, format.listSeparator(), line);
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private void goToArray() {
        if (parser.nextToken() == null) {
            throw new FileRefusedException(
                    FileFault.EMPTY,
                    "The file (" + file.path() + ") holds no JSON.",
                    "Maybe its export failed: ask for it again.");
        }
        for (String key : format.records()) {
            goToKey(key);
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            String where = format.records().isEmpty() ? "its top" : "(" + String.join(".", format.records()) + ")";
            throw new FileRefusedException(
                    FileFault.FORMAT,
                    "The file (%s) has no array of records at %s.".formatted(file.path(), where),
                    "Maybe set format: {records: path.to.array}, or lines: true, in the feed.");
        }
    }

    private void goToKey(String key) {
        List<String> others = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(key)) {
                    return;
                }
                parser.skipChildren();
                if (others.size() < MOST_NAMED) {
                    others.add(name);
                }
            }
        }
        throw new FileRefusedException(
                FileFault.FORMAT,
                "The file (%s) lacks the key (%s) of the path to its records.".formatted(file.path(), key),
                others.isEmpty()
                        ? "Maybe correct format: {records: path.to.array} in the feed."
                        : Spelling.didYouMean(key, others));
    }

    /** What follows the records must be whole too: a file that was cut behind them lacks something. */
    private void readToEnd() {
        int open = ended ? 0 : format.records().size();
        while (!ended) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                ended = true;
            } else if (open == 0) {
                throw malformed(
                        "something follows the end of the document",
                        parser.currentTokenLocation().getLineNr(),
                        1);
            } else if (token == JsonToken.PROPERTY_NAME
                    && open == format.records().size()
                    && parser.currentName().equals(format.records().getLast())) {
                throw malformed(
                        "the records stand twice", parser.currentTokenLocation().getLineNr(), 1);
            } else {
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
    }

    private FileRefusedException broken(JacksonException e) throws IOException {
        if (e.getCause() instanceof CharacterCodingException) {
            return new FileRefusedException(
                    FileFault.ENCODING,
                    "The file (%s) is not %s, as its feed declares, at about line %d."
                            .formatted(
                                    file.path(),
                                    survey.charset().name(),
                                    parser.currentLocation().getLineNr()),
                    "Maybe set format: {encoding: detect} in the feed, or convert the file.");
        }
        if (e.getCause() instanceof IOException io) {
            throw io;
        }
        TokenStreamLocation where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        return malformed(e.getOriginalMessage(), where.getLineNr(), where.getColumnNr());
    }

    private FileRefusedException malformed(String what, int line, int column) {
        return new FileRefusedException(
                FileFault.MALFORMED,
                "The file (%s) is not well-formed JSON, line %d, column %d: %s."
                        .formatted(
                                file.path(),
                                line,
                                column,
                                what.lines().findFirst().orElse("")),
                "Maybe its transfer broke off, or two files were joined: fetch it again.");
    }

    @Override
    public void close() {
        parser.close();
    }
}

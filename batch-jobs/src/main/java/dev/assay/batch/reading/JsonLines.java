package dev.assay.batch.reading;

import dev.assay.batch.feed.FileFormat;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The objects of a file that has one on each line. A broken line costs its own record and no other. */
final class JsonLines implements PathRows {

    private static final int LONGEST_SHOWN = 1000;

    private final SourceFile file;
    private final FileFormat.Json format;
    private final ColumnPaths paths;
    private final TextLines lines;
    private final JsonFactory factory = JsonRecord.factory();

    private JsonLines(SourceFile file, FileFormat.Json format, ColumnPaths paths, TextLines lines) {
        this.file = file;
        this.format = format;
        this.paths = paths;
        this.lines = lines;
    }

    static JsonLines open(SourceFile file, FileFormat.Json format, ColumnPaths paths, Charset charset)
            throws IOException {
        return new JsonLines(file, format, paths, new TextLines(TextContent.open(file, charset), charset));
    }

    @Override
    public ColumnPaths paths() {
        return paths;
    }

    @Override
    public @Nullable FeedRow next() throws IOException {
        TextLines.Line line = lines.next();
        while (line != null && line.text().isBlank() && line.fault() == null) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (line.number() == 1 && line.text().startsWith("[")) {
            throw new FileRefusedException(
                    FileFault.FORMAT,
                    "The file (" + file.path() + ") is a JSON array and not an object on each line.",
                    "Maybe leave out lines: true in the feed.");
        }
        return line.fault() == null ? record(line) : refused(line, line.fault(), detail(line.fault()));
    }

    private @Nullable String detail(RefusalReason fault) {
        return fault == RefusalReason.ENCODING ? lines.charset().name() : null;
    }

    private FeedRow record(TextLines.Line line) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line.text())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return refused(line, RefusalReason.MALFORMED, "no JSON object");
            }
            FeedRow row = JsonRecord.read(parser, paths, format.listSeparator(), line.number());
            return parser.nextToken() == null
                    ? row
                    : refused(line, RefusalReason.MALFORMED, "something follows the object");
        } catch (JacksonException e) {
            String what = e.getOriginalMessage().lines().findFirst().orElse("");
            String where =
                    e.getLocation() == null ? "" : "column " + e.getLocation().getColumnNr() + ", ";
            return refused(line, RefusalReason.MALFORMED, where + what);
        }
    }

    private static FeedRow refused(TextLines.Line line, RefusalReason reason, @Nullable String detail) {
        String shown = line.text().length() <= LONGEST_SHOWN
                ? line.text()
                : line.text().substring(0, LONGEST_SHOWN);
        return new FeedRow.Bad(new Refusal(line.number(), null, shown, reason, detail), Optional.empty());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

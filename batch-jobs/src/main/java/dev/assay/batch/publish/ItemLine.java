package dev.assay.batch.publish;

import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.Sha256;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * A line of a full file.
 *
 * @param id the item
 * @param contentHash SHA-256 of its content's bytes
 */
public record ItemLine(ItemId id, String contentHash) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    /**
     * Reads a line.
     *
     * @param line the line in UTF-8
     * @return the item
     * @throws IllegalArgumentException if it is none
     */
    public static ItemLine parse(byte[] line) {
        String kind = null;
        String key = null;
        String content = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            ChangeLine.begin(parser);
            String name = parser.nextName();
            while (name != null) {
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "kind" -> kind = text(parser, token);
                    case "key" -> key = text(parser, token);
                    case "content" -> content = token == JsonToken.START_OBJECT ? ChangeLine.raw(parser, line) : null;
                    default -> throw ChangeLine.malformed("it has an unknown (%s)".formatted(name));
                }
                name = parser.nextName();
            }
        } catch (JacksonException e) {
            throw ChangeLine.malformed(e.getOriginalMessage());
        }
        if (kind == null || key == null || content == null) {
            throw ChangeLine.malformed("it lacks its kind, key or content");
        }
        return new ItemLine(new ItemId(kind, key), Sha256.of(Objects.requireNonNull(content)));
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) {
        return token == JsonToken.VALUE_STRING ? parser.getString() : null;
    }
}

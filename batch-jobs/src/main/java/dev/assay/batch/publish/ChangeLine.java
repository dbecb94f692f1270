package dev.assay.batch.publish;

import dev.assay.core.publication.Chain;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeOperation;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.store.publication.LoggedChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** A change as a line of a file or an answer: a JSON object, its names sorted and without blanks; what is null is left out. */
public final class ChangeLine {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private static volatile Told told = new Told("", Instant.EPOCH);

    private ChangeLine() {}

    /**
     * Writes a change.
     *
     * @param logged the change
     * @return its line, without a line feed
     */
    public static String write(LoggedChange logged) {
        Change change = logged.change();
        StringBuilder line = new StringBuilder(512).append('{');
        text(line, "at", change.atText());
        text(line, "chain", change.chain().code());
        if (logged.content() != null) {
            line.append(",\"content\":").append(logged.content());
        }
        text(line, "contentHash", change.contentHash());
        text(line, "hash", change.hash());
        line.append(",\"key\":").append(new String(JsonText.quoted(change.item().key()), StandardCharsets.UTF_8));
        text(line, "kind", change.item().kind());
        line.append(",\"number\":").append(change.number());
        text(line, "operation", change.operation().code());
        text(line, "previous", change.previous());
        text(line, "reason", change.reason().code());
        text(line, "was", change.was());
        return line.append('}').toString();
    }

    private static void text(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(line.length() == 1 ? "\"" : ",\"")
                    .append(name)
                    .append("\":\"")
                    .append(value)
                    .append('"');
        }
    }

    /**
     * Reads a change.
     *
     * @param line its line in UTF-8
     * @return the change, with its content byte for byte
     * @throws IllegalArgumentException if it is no change; whether its hashes are right, somebody else says
     */
    public static LoggedChange parse(byte[] line) {
        Map<String, String> texts = new HashMap<>();
        long number = -1;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            begin(parser);
            String name = parser.nextName();
            while (name != null) {
                JsonToken token = parser.nextToken();
                if (name.equals("number") && token == JsonToken.VALUE_NUMBER_INT) {
                    number = parser.getLongValue();
                } else if (name.equals("content") && token == JsonToken.START_OBJECT) {
                    texts.put(name, raw(parser, line));
                } else if (token == JsonToken.VALUE_STRING) {
                    texts.put(name, parser.getString());
                } else if (token != JsonToken.VALUE_NULL) {
                    throw malformed("it has a (%s) of another type".formatted(name));
                }
                name = parser.nextName();
            }
        } catch (JacksonException e) {
            throw malformed(e.getOriginalMessage());
        }
        return logged(texts, number);
    }

    private static LoggedChange logged(Map<String, String> texts, long number) {
        try {
            return new LoggedChange(
                    new Change(
                            Chain.get(get(texts, "chain")),
                            number,
                            instant(get(texts, "at")),
                            ChangeOperation.get(get(texts, "operation")),
                            new ItemId(get(texts, "kind"), get(texts, "key")),
                            ChangeReason.get(get(texts, "reason")),
                            texts.get("was"),
                            texts.get("contentHash"),
                            get(texts, "previous"),
                            get(texts, "hash")),
                    texts.get("content"));
        } catch (DateTimeParseException e) {
            throw malformed("its (at) is no instant");
        }
    }

    /** The changes of one publication tell the same instant, and reading it takes a tenth of the time of a line. */
    private static Instant instant(String text) {
        Told known = told;
        if (!known.text().equals(text)) {
            known = new Told(text, Instant.parse(text));
            told = known;
        }
        return known.instant();
    }

    private record Told(String text, Instant instant) {}

    static void begin(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("it does not begin with an object");
        }
    }

    /** The bytes of the object at which the parser stands, just as they are. */
    static String raw(JsonParser parser, byte[] line) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private static String get(Map<String, String> texts, String name) {
        return Objects.requireNonNullElseGet(texts.get(name), () -> {
            throw malformed("it lacks (%s)".formatted(name));
        });
    }

    static IllegalArgumentException malformed(String reason) {
        return new IllegalArgumentException("The line is not as the format says: %s.".formatted(reason));
    }
}

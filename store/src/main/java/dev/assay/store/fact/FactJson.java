package dev.assay.store.fact;

import dev.assay.core.fact.Values;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * The fields of a fact as canonical JSON: an object with its names sorted and no blanks; decimals without exponent and with the scale that
 * they have; texts escaped only where JSON demands it. Equal values give equal texts, so that a fact's digest can be taken of the text.
 * Text, number and truth value are told apart by their JSON type.
 */
public final class FactJson {

    // Each thread has its buffers: all take them from one queue otherwise.
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private FactJson() {}

    /**
     * Writes values.
     *
     * @param values the values
     * @return their canonical JSON
     * @throws IllegalArgumentException if a value is none of the types that {@link Values} names
     */
    public static String write(Values values) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writeObject(json, values);
        }
        return text.toString();
    }

    private static void writeObject(JsonGenerator json, Values values) {
        json.writeStartObject();
        for (Map.Entry<String, Object> field : values.fields().entrySet()) {
            json.writeName(field.getKey());
            writeValue(json, field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, String name, Object value) {
        switch (value) {
            case String text -> json.writeString(text);
            case BigDecimal decimal -> json.writeNumber(decimal);
            case Boolean flag -> json.writeBoolean(flag);
            case Values item -> writeObject(json, item);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> writeElement(json, name, element));
                json.writeEndArray();
            }
            default -> throw unknown(name, value);
        }
    }

    private static void writeElement(JsonGenerator json, String name, Object element) {
        switch (element) {
            case String text -> json.writeString(text);
            case Values item -> writeObject(json, item);
            default -> throw unknown(name, element);
        }
    }

    private static IllegalArgumentException unknown(String name, Object value) {
        return new IllegalArgumentException(
                "The field (%s) holds a %s, which no fact can hold.%nMaybe use a text, an exact decimal, a truth value, or a list of texts or items."
                        .formatted(name, value.getClass().getName()));
    }

    /**
     * Reads values.
     *
     * @param json JSON as {@link #write(Values)} makes it, in UTF-8
     * @return the values
     * @throws IllegalArgumentException if it is not such JSON
     */
    public static Values read(byte[] json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return readOnly(parser);
        } catch (JacksonException e) {
            throw malformed(e.getOriginalMessage());
        }
    }

    /**
     * Reads values.
     *
     * @param json JSON as {@link #write(Values)} makes it
     * @return the values
     * @throws IllegalArgumentException if it is not such JSON
     */
    public static Values read(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return readOnly(parser);
        } catch (JacksonException e) {
            throw malformed(e.getOriginalMessage());
        }
    }

    private static Values readOnly(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("it does not begin with an object");
        }
        Values values = readObject(parser);
        if (parser.nextToken() != null) {
            throw malformed("something follows the object");
        }
        return values;
    }

    private static Values readObject(JsonParser parser) {
        Values.Builder fields = new Values.Builder();
        String name = parser.nextName();
        while (name != null) {
            parser.nextToken();
            fields.add(name, readValue(parser));
            name = parser.nextName();
        }
        return fields.build();
    }

    private static Object readValue(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed("it ends too early");
        }
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readList(parser);
            case VALUE_NULL, END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw malformed("it has a " + token + " where a value belongs");
        };
    }

    private static List<Object> readList(JsonParser parser) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(readValue(parser));
        }
        return List.copyOf(list);
    }

    private static IllegalArgumentException malformed(String reason) {
        return new IllegalArgumentException(
                "The content of a fact is not what was written: %s.%nMaybe somebody changed the table fact by hand."
                        .formatted(reason));
    }
}

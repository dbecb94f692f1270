package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.AntPathMatcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of a server's API, against which every answer that a test gets is held. */
final class Described {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AntPathMatcher PATHS = new AntPathMatcher();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Described> OF = new ConcurrentHashMap<>();

    private final JsonNode description;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Described(JsonNode description) {
        this.description = description;
    }

    /** The description of a server, fetched once. */
    static Described of(SampleServer server) {
        return OF.computeIfAbsent(server.address("/api-docs"), address -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                return new Described(JSON.readTree(client.send(
                                HttpRequest.newBuilder(URI.create(address)).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body()));
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    JsonNode whole() {
        return description;
    }

    /** Method in small letters, a blank, and the pattern of the path. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        description
                .get("paths")
                .forEachEntry((path, methods) ->
                        methods.propertyNames().forEach(method -> operations.add(method + " " + path)));
        return operations;
    }

    /** The answers of an operation, by status. */
    JsonNode answers(String operation) {
        int blank = operation.indexOf(' ');
        return description
                .get("paths")
                .get(operation.substring(blank + 1))
                .get(operation.substring(0, blank))
                .get("responses");
    }

    /** The operation of a request; empty where none is described, such as for an address that does not exist. */
    Optional<String> find(String method, String path) {
        String plain = path.replaceAll("[?].*", "");
        Comparator<String> better = PATHS.getPatternComparator(plain);
        return description.get("paths").propertyNames().stream()
                .filter(pattern -> PATHS.match(pattern, plain))
                .min(better)
                .map(pattern -> method.toLowerCase(Locale.ROOT) + " " + pattern)
                .filter(operations()::contains);
    }

    /** Fails if an answer is none of those described: its status, its media type, its body. */
    void check(String method, String path, HttpResponse<String> answer) {
        find(method, path).ifPresent(operation -> check(operation, answer));
    }

    private void check(String operation, HttpResponse<String> answer) {
        String seen = operation + " " + answer.statusCode();
        JsonNode described = answers(operation).get(Integer.toString(answer.statusCode()));
        assertThat(described).as(seen + " " + answer.body()).isNotNull();
        if (answer.statusCode() == 304) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        if (answer.statusCode() == 400 && type.equals("text/html")) {
            // An address with dots or slashes in disguise is refused before the application sees it.
            return;
        }
        JsonNode media = described.get("content").get(type);
        assertThat(media).as(seen + " " + type).isNotNull();
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            assertThat(faults(media.get("schema"), answer.body()))
                    .as(seen + " " + answer.body())
                    .isEmpty();
        }
    }

    /** What of a body is not as its schema says; an object with a field that is not described is not. */
    java.util.List<String> faults(JsonNode schema, String body) {
        return schemas.computeIfAbsent(schema.toString(), this::closed).validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema closed(String schema) {
        ObjectNode document = (ObjectNode) JSON.readTree(schema);
        ObjectNode components = ((ObjectNode) description.get("components")).deepCopy();
        components.get("schemas").forEach(one -> {
            if (one.has("properties")) {
                ((ObjectNode) one).put("additionalProperties", false);
            }
        });
        document.set("components", components);
        return SCHEMAS.getSchema(document.toString(), InputFormat.JSON);
    }
}

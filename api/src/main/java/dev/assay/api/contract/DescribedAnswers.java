package dev.assay.api.contract;

import dev.assay.api.access.Audience;
import dev.assay.api.access.Route;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Adds to each operation of the description who may call it, the answers that refuse, each with an example, and the headers that every answer has. */
@Component
class DescribedAnswers implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";

    /** What is refused, and with which words; the details are examples. */
    private static final Map<HttpStatus, String> REFUSALS = refusals();

    private static Map<HttpStatus, String> refusals() {
        Map<HttpStatus, String> all = new LinkedHashMap<>();
        all.put(HttpStatus.BAD_REQUEST, "The limit (0) is not 1 to 1000.\nMaybe read more pages instead.");
        all.put(
                HttpStatus.UNAUTHORIZED,
                "This needs a login.\nMaybe send name and password with HTTP Basic, or check them; after several failures wait a minute.");
        all.put(
                HttpStatus.FORBIDDEN,
                "This login may not see it.\nMaybe ask the authority for an account with another role.");
        all.put(
                HttpStatus.NOT_FOUND,
                "There is nothing at this address.\nMaybe look at /api-docs for the addresses that exist.");
        all.put(
                HttpStatus.NOT_ACCEPTABLE,
                "The request cannot be answered.\nMaybe look at /api-docs for what is expected.");
        all.put(
                HttpStatus.CONFLICT,
                "It has been decided meanwhile, or a file is being taken in.\nMaybe read it again, and try again in a minute.");
        all.put(HttpStatus.GONE, "The full file is not given out any more.\nMaybe take the newest of /v1/full-files.");
        all.put(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body of the request is too large.\nMaybe send it in parts, or as a file on the page Quarantine.");
        all.put(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "The request cannot be answered.\nMaybe look at /api-docs for what is expected.");
        all.put(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Another request had the same Idempotency-Key.\nMaybe give each request a key of its own, and send a repeated one unchanged.");
        all.put(
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests came in this minute.\nMaybe wait as many seconds as the header Retry-After says; the RateLimit headers tell what is left.");
        return all;
    }

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().addSchemas(PROBLEM, problem());
        description
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean reads = method == PathItem.HttpMethod.GET;
        Optional<Route> route = Route.find(HttpMethod.valueOf(method.name()), path);
        Audience audience = route.map(Route::audience).orElse(Audience.EVERYONE);
        operation.getResponses().values().forEach(answer -> announce(answer, reads));
        if (reads) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "304",
                            new ApiResponse().description("Nothing changed since the answer with the sent ETag"));
        }
        statuses(path, reads, audience)
                .forEach(status -> operation
                        .getResponses()
                        .computeIfAbsent(Integer.toString(status.value()), _ -> refusal(path, status)));
        operation.setSecurity(callers(route, audience));
    }

    private static List<HttpStatus> statuses(String path, boolean reads, Audience audience) {
        List<HttpStatus> statuses = new ArrayList<>();
        statuses.add(HttpStatus.BAD_REQUEST);
        statuses.add(HttpStatus.UNAUTHORIZED);
        if (audience != Audience.EVERYONE || !reads) {
            statuses.add(HttpStatus.FORBIDDEN);
        }
        statuses.add(HttpStatus.NOT_FOUND);
        statuses.add(HttpStatus.NOT_ACCEPTABLE);
        if (!reads) {
            statuses.add(HttpStatus.CONFLICT);
            statuses.add(HttpStatus.CONTENT_TOO_LARGE);
            statuses.add(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            statuses.add(HttpStatus.UNPROCESSABLE_CONTENT);
        } else if (path.startsWith("/v1/full-files/")) {
            statuses.add(HttpStatus.GONE);
        }
        statuses.add(HttpStatus.TOO_MANY_REQUESTS);
        return statuses;
    }

    private static void announce(ApiResponse answer, boolean reads) {
        if (reads) {
            answer.addHeaderObject(
                    "ETag", header("Over the bytes of the answer; send it back as If-None-Match", new StringSchema()));
        }
        answer.addHeaderObject("RateLimit-Limit", header("Requests of a minute", new IntegerSchema()));
        answer.addHeaderObject("RateLimit-Remaining", header("How many may still be made", new IntegerSchema()));
        answer.addHeaderObject("RateLimit-Reset", header("Seconds until all may be made again", new IntegerSchema()));
    }

    private static Header header(String meaning, Schema<?> schema) {
        return new Header().description(meaning).schema(schema);
    }

    private static ApiResponse refusal(String path, HttpStatus status) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("title", status.getReasonPhrase());
        example.put("status", status.value());
        example.put("detail", REFUSALS.get(status));
        example.put("instance", path);
        if (status == HttpStatus.BAD_REQUEST) {
            example.put("parameter", "limit");
        }
        ApiResponse refusal = new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content()
                        .addMediaType(
                                PROBLEM_TYPE,
                                new MediaType()
                                        .schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM))
                                        .example(example)));
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            refusal.addHeaderObject("Retry-After", header("Seconds to wait", new IntegerSchema()));
        }
        return refusal;
    }

    private static List<SecurityRequirement> callers(Optional<Route> route, Audience audience) {
        List<SecurityRequirement> callers = new ArrayList<>();
        if (audience == Audience.EVERYONE) {
            callers.add(new SecurityRequirement());
        }
        callers.add(new SecurityRequirement().addList("basic"));
        if (audience == Audience.EVERYONE || audience.isForPrograms()) {
            callers.add(new SecurityRequirement()
                    .addList(
                            "program",
                            route.flatMap(Route::findScope)
                                    .map(scope -> List.of(scope.code()))
                                    .orElse(List.of())));
        }
        return callers;
    }

    private static Schema<?> problem() {
        Schema<?> problem = of("object", "A refusal (RFC 9457): what is wrong, and on the next line what to do");
        problem.addProperty("type", of("string", "A URI; about:blank where it is absent"));
        problem.addProperty("title", of("string", "The status in words"));
        problem.addProperty("status", of("integer", "The status"));
        problem.addProperty("detail", of("string", "What is wrong; after a line feed what to do"));
        problem.addProperty("instance", of("string", "Path of the request"));
        problem.addProperty("parameter", of("string", "The parameter or field that is wrong"));
        Schema<?> fault = of("object", "A fault of an entry");
        for (String field : List.of("field", "reason", "value", "message")) {
            fault.addProperty(field, of("string", ""));
        }
        fault.setRequired(List.of("field", "reason", "value", "message"));
        Schema<?> faults = of("array", "All faults of a fact that was entered");
        faults.setItems(fault);
        problem.addProperty("faults", faults);
        problem.setRequired(List.of("title", "status", "detail", "instance"));
        return problem;
    }

    private static Schema<?> of(String type, String meaning) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        if (!meaning.isEmpty()) {
            schema.setDescription(meaning);
        }
        return schema;
    }
}

package dev.assay.api.business;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact, as one row of one source said it. */
public record FactView(
        @Schema(description = "Kind, such as inspection") String kind,

        @Schema(description = "Number of the licence that it concerns; null where it concerns the business") @Nullable
        String licence,

        @Schema(description = "The day on which it happened")
        LocalDate occurredOn,

        @Schema(description = "The day on which its source made it known")
        LocalDate knownOn,

        @Schema(description = "When it was recorded") Instant recordedAt,

        @Schema(description = "The feed") String feed,

        @Schema(description = "The file") String file,

        @Schema(description = "The row's line in the file, from 1")
        long line,

        @Schema(description = "The fields by name, as models read them")
        Map<String, Object> fields) {

    /**
     * The view of a fact.
     *
     * @param fact the fact
     * @return its view
     */
    static FactView of(Fact fact) {
        return new FactView(
                fact.kind(),
                fact.licence(),
                fact.occurredOn(),
                fact.knownOn(),
                fact.recordedAt(),
                fact.source().feed(),
                fact.source().file(),
                fact.source().line(),
                fields(fact.values()));
    }

    private static Map<String, Object> fields(Values values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        values.fields().forEach((name, value) -> fields.put(name, plain(value)));
        return fields;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Values item -> fields(item);
            case List<?> list -> list.stream().map(FactView::plain).toList();
            default -> value;
        };
    }
}

package dev.assay.api.business;

import dev.assay.core.fact.FieldChange;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field in which a version differs from the one in its place. */
public record FieldChangeView(
        @Schema(description = "Name of the field; occurredOn and licence are the fact's own")
        String field,

        @Schema(description = "Its name for people") TitleView title,

        @Schema(
                types = {"string", "number", "boolean", "array", "object", "null"},
                description = "What the version said; null where it had none")
        @Nullable
        Object was,

        @Schema(
                types = {"string", "number", "boolean", "array", "object", "null"},
                description = "What the version in its place says; null where it has none")
        @Nullable
        Object is) {

    static FieldChangeView of(FieldChange change) {
        return new FieldChangeView(
                change.field().name(),
                TitleView.of(change.field().title()),
                PlainFields.ofNullable(change.was()),
                PlainFields.ofNullable(change.is()));
    }
}

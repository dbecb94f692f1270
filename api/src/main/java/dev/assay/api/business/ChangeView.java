package dev.assay.api.business;

import dev.assay.core.fact.FieldChange;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field in which a version differs from the one in its place. */
public record ChangeView(
        @Schema(description = "Name of the field; occurredOn and licence are the fact's own")
        String field,

        @Schema(description = "Its name for people") TitleView title,

        @Schema(description = "What the version said; null where it had none") @Nullable
        Object was,

        @Schema(description = "What the version in its place says; null where it has none") @Nullable
        Object is) {

    static ChangeView of(FieldChange change) {
        return new ChangeView(
                change.field().name(),
                TitleView.of(change.field().title()),
                PlainFields.ofNullable(change.was()),
                PlainFields.ofNullable(change.is()));
    }
}

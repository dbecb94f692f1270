package dev.assay.api.business;

import dev.assay.core.fact.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** A field of a kind of fact. */
public record FieldView(
        @Schema(description = "Name, as in a fact's fields") String name,

        @Schema(description = "What it holds: text, decimal, day, flag, measure, texts or items")
        String type,

        @Schema(description = "Unit of a decimal, such as yuan; empty where it has none")
        String unit,

        @Schema(description = "Its name for people") TitleView title,

        @Schema(description = "Fields of each item, where it holds items")
        List<FieldView> items) {

    /** Copies the list. */
    public FieldView {
        items = List.copyOf(items);
    }

    static FieldView of(Field field) {
        return new FieldView(
                field.name(),
                field.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                field.unit(),
                TitleView.of(field.title()),
                field.items().stream().map(FieldView::of).toList());
    }
}

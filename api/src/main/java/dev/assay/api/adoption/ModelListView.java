package dev.assay.api.adoption;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Models. */
public record ModelListView(
        @Schema(description = "The models that are in force on the day and whose grades are for the reader")
        List<ModelView> items) {}

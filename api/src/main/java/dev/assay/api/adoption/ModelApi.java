package dev.assay.api.adoption;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.adoption.ModelInUse;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.adoption.StoredVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules themselves: which models are in force, and by what text. */
@RestController
@RequestMapping("/v1/models")
@Tag(
        name = "models",
        description = "The rules by which grades are made. Whoever may read a model's grades may read its text.")
class ModelApi {

    private final ModelsInUse inUse;
    private final Vocabulary vocabulary;
    private final AuthorityClock clock;

    ModelApi(ModelsInUse inUse, Vocabulary vocabulary, AuthorityClock clock) {
        this.inUse = inUse;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The models that are in force on a day")
    ModelListView models(
            @Parameter(description = "The day, YYYY-MM-DD; without it today")
                    @RequestParam(name = "as-of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(hidden = true) Viewer viewer) {
        return new ModelListView(seen(asOf, viewer).map(Read::listed).toList());
    }

    @GetMapping("/{model}")
    @Operation(summary = "A model that is in force on a day, with its text")
    ModelView model(
            @Parameter(description = "The model's id", example = "uk-fhrs") @PathVariable String model,
            @Parameter(description = "The day, YYYY-MM-DD; without it today")
                    @RequestParam(name = "as-of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(hidden = true) Viewer viewer) {
        return seen(asOf, viewer)
                .filter(read -> read.model().id().equals(model))
                .map(Read::whole)
                .findFirst()
                .orElseThrow(() -> new NotThere(
                        "No model (%s) is in force on that day.%nMaybe look at /v1/models.".formatted(model)));
    }

    /** A model in force, compiled. */
    private record Read(ModelInUse inUse, GradingModel model) {

        ModelView listed() {
            return view(null);
        }

        ModelView whole() {
            return view(inUse.file().content());
        }

        private ModelView view(@Nullable String text) {
            StoredVersion version = inUse.version();
            return ModelView.of(model, inUse.from(), version == null ? null : version.id(), text);
        }
    }

    private Stream<Read> seen(@Nullable LocalDate asOf, Viewer viewer) {
        return inUse.on(asOf == null ? clock.today() : asOf).stream()
                .map(one -> new Read(one, GradingModels.parse(one.file(), vocabulary)))
                .filter(read -> viewer.maySee(read.model().visibility()));
    }
}

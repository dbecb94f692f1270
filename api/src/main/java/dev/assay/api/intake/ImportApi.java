package dev.assay.api.intake;

import dev.assay.api.problem.NotThere;
import dev.assay.store.feed.FeedRun;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.Quarantine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Manifests of imports. */
@RestController
@RequestMapping("/v1/imports")
@Tag(
        name = "imports",
        description = "What came in, file by file, and where each row went; for operators and regulators.")
class ImportApi {

    private static final int MOST = 100;

    private final FeedRuns runs;
    private final Quarantine quarantine;

    ImportApi(FeedRuns runs, Quarantine quarantine) {
        this.runs = runs;
        this.quarantine = quarantine;
    }

    @GetMapping
    @Operation(summary = "The newest 100 imports")
    ImportListView newest(
            @Parameter(description = "The feed's id") @RequestParam(required = false) @Nullable String feed) {
        return new ImportListView(
                runs.newest(feed, MOST).stream().map(this::manifest).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "The manifest of an import")
    ManifestView one(@PathVariable long id) {
        return runs.find(id)
                .map(this::manifest)
                .orElseThrow(() -> new NotThere(
                        "There is no import (%d).%nMaybe see the newest under /v1/imports.".formatted(id)));
    }

    private ManifestView manifest(FeedRun run) {
        return ManifestView.of(run, quarantine.reasonsOf(run.id()));
    }
}

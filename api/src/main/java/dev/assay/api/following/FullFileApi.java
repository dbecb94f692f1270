package dev.assay.api.following;

import dev.assay.api.AssaySettings;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.Gone;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.publish.Manifest;
import dev.assay.batch.publish.PublishJobConfiguration;
import dev.assay.core.publication.Chain;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.FullFileLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The dated full files. */
@RestController
@RequestMapping("/v1/full-files")
@Tag(name = "following")
class FullFileApi {

    private static final int SHOWN = 100;

    private final FullFileLog files;
    private final ChangeLog log;
    private final Deliveries deliveries;
    private final Path folder;

    FullFileApi(FullFileLog files, ChangeLog log, Deliveries deliveries, AssaySettings settings) {
        this.files = files;
        this.log = log;
        this.deliveries = deliveries;
        this.folder = PublishJobConfiguration.folder(settings.dataDir());
    }

    @GetMapping
    @Operation(summary = "The full files of the chains that the caller may follow, with what was signed of each")
    FullFileListView all(@Parameter(hidden = true) Viewer viewer) {
        return new FullFileListView(FollowedChains.of(viewer).stream()
                .flatMap(chain -> files.of(chain, SHOWN).stream())
                .map(entry -> FullFileView.of(
                        Manifest.parse(entry.manifest()), entry.manifest(), entry.signature(), isAvailable(entry)))
                .toList());
    }

    @GetMapping(path = "/{file}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary =
                    "A full file: items as lines of JSON, compressed with zstd. 410 where a newer one took its place or something was withdrawn since")
    ResponseEntity<Resource> file(
            @Parameter(description = "Its name", example = "full-public-2026-11-22-4711.ndjson.zst") @PathVariable
                    String file,
            HttpServletRequest request,
            @Parameter(hidden = true) Viewer viewer) {
        FullFileLog.Entry entry = get(file, viewer);
        if (!isAvailable(entry)) {
            throw new Gone(
                    "The full file (%s) is not given out any more.%nMaybe take the newest of /v1/full-files, or read /v1/changes from the beginning."
                            .formatted(file));
        }
        deliveries.note(viewer, entry.chain(), entry.number());
        // It is too large to be held in memory for an ETag; its SHA-256 stands in the manifest.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(entry.file())
                                .build()
                                .toString())
                .body(new FileSystemResource(folder.resolve(entry.file())));
    }

    @GetMapping(path = "/{file}/manifest", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "What was signed of a full file, and the signature: two lines, as `assay verify` reads them")
    ResponseEntity<String> manifest(
            @Parameter(description = "Name of the full file") @PathVariable String file,
            @Parameter(hidden = true) Viewer viewer) {
        FullFileLog.Entry entry = get(file, viewer);
        return ResponseEntity.ok(entry.manifest() + "\n" + entry.signature() + "\n");
    }

    private FullFileLog.Entry get(String file, Viewer viewer) {
        List<Chain> readable = FollowedChains.of(viewer);
        return files.find(file)
                .filter(entry -> readable.contains(entry.chain()))
                .orElseThrow(() -> new NotThere(
                        "There is no full file (%s).%nMaybe take its name from /v1/full-files.".formatted(file)));
    }

    private boolean isAvailable(FullFileLog.Entry entry) {
        return Files.isRegularFile(folder.resolve(entry.file()))
                && !log.hasWithdrawnAfter(entry.chain(), entry.number());
    }
}

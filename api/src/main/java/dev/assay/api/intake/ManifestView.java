package dev.assay.api.intake;

import dev.assay.store.feed.FeedRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The manifest of an import: which file, when, and where each of its rows went. */
public record ManifestView(
        @Schema(description = "Number of the import") long id,

        @Schema(description = "The feed's id") String feed,

        @Schema(description = "The file's name") String file,

        @Schema(description = "SHA-256 of the file as it was delivered")
        String sha256,

        @Schema(description = "The day whose state the file tells; null where it was not known") @Nullable
        LocalDate asAt,

        @Schema(description = "PUBLISHED, STAGING (not complete), FAILED or WAITING (for a confirmation)")
        String state,

        @Schema(description = "When it started") Instant startedAt,

        @Schema(description = "When its facts became visible; null while they have not") @Nullable
        Instant recordedAt,

        @Schema(description = "Source rows read; read = taken + unchanged + superseded + refused")
        long read,

        @Schema(description = "Rows with something new") long taken,

        @Schema(description = "Rows that told nothing new") long unchanged,

        @Schema(description = "Rows that corrected what was known, or that a newer state had overtaken")
        long superseded,

        @Schema(description = "Rows in quarantine") long refused,

        @Schema(description = "Records that the file, a full state, lacks; outside the sum")
        long retracted,

        @Schema(description = "Refused rows by reason; a row with two reasons counts for both")
        Map<String, Integer> refusedByReason,

        @Schema(description = "The import whose refused rows this file corrected; null where it is no correction sheet")
        @Nullable
        Long corrects,

        @Schema(description = "Why it failed or waits; null where it did not") @Nullable
        String message) {

    /** Copies the map in its order. */
    public ManifestView {
        refusedByReason = new LinkedHashMap<>(refusedByReason);
    }

    static ManifestView of(FeedRun run, Map<String, Integer> reasons) {
        return new ManifestView(
                run.id(),
                run.feed(),
                run.file(),
                run.sha256(),
                run.asAt(),
                run.state(),
                run.startedAt(),
                run.recordedAt(),
                run.read(),
                run.taken(),
                run.unchanged(),
                run.superseded(),
                run.refused(),
                run.retracted(),
                reasons,
                run.corrects(),
                run.message());
    }
}

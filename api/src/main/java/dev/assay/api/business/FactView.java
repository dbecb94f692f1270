package dev.assay.api.business;

import dev.assay.api.business.FilePart.Procedures;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.sampling.SamplingCourse;
import dev.assay.store.history.FactRecord;
import dev.assay.store.history.FactVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact that stands, as one row of one source said it, with what it replaced. */
public record FactView(
        @Schema(description = "Number of this version; by it it can be corrected or withdrawn by hand")
        String id,

        @Schema(description = "Kind, such as inspection") String kind,

        @Schema(description = "The record's own key within feed and kind")
        String key,

        @Schema(description = "Number of the licence that it concerns; null where it concerns the business") @Nullable
        String licence,

        @Schema(description = "The day on which it happened")
        LocalDate occurredOn,

        @Schema(description = "The day on which its source made it known")
        LocalDate knownOn,

        @Schema(description = "When it was recorded") Instant recordedAt,

        @Schema(
                description =
                        "The day whose state its file told; of a correction by hand, that of the version that it replaced")
        LocalDate asAt,

        @Schema(
                description =
                        "Newest day of which a later file said the same, or, of what a person corrected, nothing new; null where none did")
        @Nullable
        LocalDate confirmedAsAt,

        @Schema(description = "Where it was learned") SourceView source,

        @Schema(description = "The fields by name, as models read them")
        Map<String, Object> fields,

        @Schema(description = "Where the procedure after a failed sample stands; null where no step of it is known")
        @Nullable
        ProcedureView procedure,

        @Schema(
                description =
                        "The decision that sealed a penalty, so that no grade reads it any more; null where none did")
        @Nullable
        SealingView sealed,

        @Schema(description = "The versions that it replaced, newest first")
        List<EarlierVersionView> replaced) {

    /** Copies the list. */
    public FactView {
        replaced = List.copyOf(replaced);
    }

    static FactView of(FactRecord record, FactVersion standing, Procedures procedures, Vocabulary vocabulary) {
        Fact fact = standing.fact();
        SamplingCourse course = procedures.course(fact);
        Fact sealing = procedures.sealing(fact);
        return new FactView(
                Long.toString(fact.id()),
                record.kind(),
                record.key(),
                fact.licence(),
                fact.occurredOn(),
                fact.knownOn(),
                fact.recordedAt(),
                standing.asAt(),
                standing.confirmedAsAt(),
                SourceView.of(standing.origin()),
                PlainFields.of(fact.values()),
                course == null ? null : ProcedureView.of(course),
                sealing == null ? null : SealingView.of(sealing),
                EarlierVersionView.of(record, vocabulary));
    }
}

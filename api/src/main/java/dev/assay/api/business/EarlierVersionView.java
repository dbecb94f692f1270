package dev.assay.api.business;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.history.Closing;
import dev.assay.store.history.FactRecord;
import dev.assay.store.history.FactVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A version of a record that does not stand, and why. */
public record EarlierVersionView(
        @Schema(description = "Number of this version; by it one that was withdrawn by hand can be corrected")
        String id,

        @Schema(description = "Number of the licence that it concerns; null where it concerns the business") @Nullable
        String licence,

        @Schema(description = "The day on which it happened")
        LocalDate occurredOn,

        @Schema(description = "The day on which its source made it known")
        LocalDate knownOn,

        @Schema(description = "When it was recorded") Instant recordedAt,

        @Schema(description = "The day whose state its file told")
        LocalDate asAt,

        @Schema(description = "Where it was learned") SourceView source,

        @Schema(description = "The fields by name") Map<String, Object> fields,

        @Schema(
                description =
                        "Why it does not stand: CORRECTED by a newer version, RETRACTED because a full state lacks it, OLDER than what was here when it came, HAND_CORRECTED or HAND_WITHDRAWN by a person, OVERTAKEN by something new from the feed after a person had corrected its record, UNDONE with the answer to whose record it is")
        String closedAs,

        @Schema(description = "The same in words") TitleView reason,

        @Schema(description = "When it ceased to stand; for one that never stood, when it was recorded")
        Instant closedAt,

        @Schema(description = "What brought that about; null where nothing tells") @Nullable
        SourceView closedBy,

        @Schema(description = "The business to which a correction gave the record, SCHEME:VALUE; null where it stayed")
        @Nullable
        String movedTo,

        @Schema(
                description =
                        "Where it differs from the version in its place, field by field; empty where there is none")
        List<FieldChangeView> changes) {

    /** Copies the list. */
    public EarlierVersionView {
        changes = List.copyOf(changes);
    }

    static List<EarlierVersionView> of(FactRecord record, Vocabulary vocabulary) {
        return record.earlier().stream()
                .map(version -> of(version, Objects.requireNonNull(version.closing()), vocabulary))
                .toList();
    }

    private static EarlierVersionView of(FactVersion version, Closing closing, Vocabulary vocabulary) {
        Fact fact = version.fact();
        return new EarlierVersionView(
                Long.toString(fact.id()),
                fact.licence(),
                fact.occurredOn(),
                fact.knownOn(),
                fact.recordedAt(),
                version.asAt(),
                SourceView.of(version.origin()),
                PlainFields.of(fact.values()),
                closing.as(),
                TitleView.of(ClosingReasons.of(closing)),
                closing.at(),
                closing.by() == null ? null : SourceView.of(closing.by()),
                VersionChanges.findMove(closing),
                VersionChanges.of(version, vocabulary).stream()
                        .map(FieldChangeView::of)
                        .toList());
    }
}

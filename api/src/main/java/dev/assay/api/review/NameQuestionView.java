package dev.assay.api.review;

import dev.assay.store.review.NameDecision;
import dev.assay.store.review.NameQuestion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question: whose are the records of a feed that name their business so? */
public record NameQuestionView(
        @Schema(description = "Number of the question") long id,
        @Schema(description = "Id of the feed that asked") String feed,
        @Schema(description = "The name as written") String name,

        @Schema(description = "The address as written; null where none was given") @Nullable
        String address,

        @Schema(description = "Code of the division; null where none was given") @Nullable
        String division,

        @Schema(description = "Why a person decides: NOT_SURE, AMBIGUOUS, IDENTITIES_DISAGREE")
        String doubt,

        @Schema(description = "When it was first asked") Instant askedAt,

        @Schema(description = "Source rows that wait for the answer, or that it decided")
        long records,

        @Schema(description = "BUSINESS, NEW or OUT; null while it is open") @Nullable
        String answer,

        @Schema(description = "The business of the answer, SCHEME:VALUE; null with OUT and while it is open") @Nullable
        String business,

        @Schema(description = "Those that it may be, best first, each score with its parts and limits")
        List<NameCandidateView> candidates,

        @Schema(description = "Every answer that was given, the newest first")
        List<Given> decisions) {

    /** Copies the lists. */
    public NameQuestionView {
        candidates = List.copyOf(candidates);
        decisions = List.copyOf(decisions);
    }

    /** An answer that was given. */
    public record Given(
            @Schema(description = "BUSINESS, NEW or OUT") String answer,

            @Schema(description = "The business, SCHEME:VALUE; null with OUT") @Nullable
            String business,

            @Schema(description = "Who decided") String by,
            @Schema(description = "When") Instant at,
            @Schema(description = "Why") String reason,

            @Schema(description = "Who undid it; null while it stands") @Nullable
            String undoneBy,

            @Schema(description = "When it was undone; null while it stands") @Nullable
            Instant undoneAt,

            @Schema(description = "Why it was undone; null while it stands") @Nullable
            String undoneReason) {

        static Given of(NameDecision decision) {
            NameDecision.Undone undone = decision.undone();
            return new Given(
                    decision.answer(),
                    decision.business() == null ? null : decision.business().toString(),
                    decision.by(),
                    decision.at(),
                    decision.reason(),
                    undone == null ? null : undone.by(),
                    undone == null ? null : undone.at(),
                    undone == null ? null : undone.reason());
        }
    }

    static NameQuestionView of(NameQuestion question, List<NameDecision> decisions) {
        return new NameQuestionView(
                question.id(),
                question.feed(),
                question.name(),
                question.address(),
                question.division(),
                question.doubt(),
                question.askedAt(),
                question.records(),
                question.answer(),
                question.business() == null ? null : question.business().toString(),
                question.candidates().stream().map(NameCandidateView::of).toList(),
                decisions.stream().map(Given::of).toList());
    }
}

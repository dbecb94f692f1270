package dev.assay.api.plan;

import dev.assay.store.plan.StoredPlan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A year's plan of inspections: where it stands, what it was made by, and how much is in it. */
public record PlanView(
        @Schema(description = "Number of the plan") int id,

        @Schema(
                description =
                        "DRAFT, APPROVED (by somebody who did not make it), IN_FORCE (visits are handed out from it), SUPERSEDED or WITHDRAWN")
        String state,

        @Schema(description = "How often it was moved") int revision,
        @Schema(description = "What it was made by") PlanBasis basis,
        @Schema(description = "How much is in it") PlanSums counts,
        @Schema(description = "Who made it") String madeBy,
        @Schema(description = "When") Instant madeAt,

        @Schema(description = "Who approved it; null before") @Nullable
        String approvedBy,

        @Schema(description = "When; null before") @Nullable Instant approvedAt,

        @Schema(description = "When it was put in force; null before") @Nullable
        Instant inForceAt,

        @Schema(description = "When it was superseded or withdrawn; null before") @Nullable
        Instant endedAt,

        @Schema(description = "Why it was withdrawn; null if it was not") @Nullable
        String reason) {

    /** What a plan was made by. */
    public record PlanBasis(
            @Schema(description = "Id of its rules, config/plans")
            String rules,

            @Schema(description = "SHA-256 of their text") String rulesDigest,

            @Schema(description = "Beginning of the codes of the divisions that it covers; empty for all")
            String division,

            @Schema(description = "Its year") int year,

            @Schema(description = "The day from which it was planned")
            LocalDate asOf,

            @Schema(description = "The first day that was planned")
            LocalDate from,

            @Schema(description = "Number of the plan that it goes on with; null for none") @Nullable
            Integer after) {}

    /** How much is in a plan. */
    public record PlanSums(
            @Schema(description = "Visits that are wanted") int wanted,

            @Schema(description = "Those for which there is no place")
            int leftOut,

            @Schema(description = "Visits that the law asks for and that are left out or late")
            int brokenFloors,

            @Schema(description = "Subjects passed over because they are closed")
            int closed,

            @Schema(description = "Subjects passed over because their division is not known")
            int noDivision,

            @Schema(description = "Visits of the plan before that nobody wants any more")
            int gone) {}

    static PlanView of(StoredPlan plan) {
        StoredPlan.Basis basis = plan.basis();
        StoredPlan.Counts counts = plan.counts();
        return new PlanView(
                plan.id(),
                plan.state().name(),
                plan.revision(),
                new PlanBasis(
                        basis.rules(),
                        basis.rulesDigest(),
                        basis.division(),
                        basis.year(),
                        basis.asOf(),
                        basis.from(),
                        basis.after()),
                new PlanSums(
                        counts.wanted(),
                        counts.leftOut(),
                        counts.brokenFloors(),
                        counts.closed(),
                        counts.noDivision(),
                        counts.gone()),
                plan.madeBy(),
                plan.madeAt(),
                plan.approvedBy(),
                plan.approvedAt(),
                plan.inForceAt(),
                plan.endedAt(),
                plan.reason());
    }
}

package dev.assay.api.plan;

import dev.assay.store.plan.PlanCounts.Reasoned;
import dev.assay.store.plan.PlanParts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan with what it is worth, what cannot be fitted, and how far it has come. */
public record WholePlanView(
        @Schema(description = "The plan") PlanView plan,

        @Schema(description = "Visits that are handed out, made or not")
        int handedOut,

        @Schema(description = "Visits that were made, with a result")
        int made,

        @Schema(description = "The visits of each grade, the heaviest first")
        List<PlanGrade> grades,

        @Schema(description = "What it is worth, constraint by constraint, beside a plan by list and calendar")
        List<PlanMeasure> measures,

        @Schema(description = "Why visits are left out, the most frequent first")
        List<PlanReason> leftOut,

        @Schema(description = "Why visits have another day or pair than in the plan before, the most frequent first")
        List<PlanReason> moved,

        @Schema(description = "Who goes, by number") List<PlanGoer> inspectors) {

    /** Copies the lists. */
    public WholePlanView {
        grades = List.copyOf(grades);
        measures = List.copyOf(measures);
        leftOut = List.copyOf(leftOut);
        moved = List.copyOf(moved);
        inspectors = List.copyOf(inspectors);
    }

    /** The visits of a grade. */
    public record PlanGrade(
            @Schema(description = "The grade, or the state of who has none")
            String grade,

            @Schema(description = "What leaving one out weighs")
            long weight,

            @Schema(description = "Visits that are wanted") int wanted,

            @Schema(description = "Those for which there is no place")
            int leftOut,

            @Schema(description = "Those for which two more inspectors would make room")
            int brought) {}

    /** A constraint. */
    public record PlanMeasure(
            @Schema(description = "Its name, such as late") String name,

            @Schema(description = "Whether no plan may break it")
            boolean hard,

            @Schema(description = "How much of it there is, such as days")
            long amount,

            @Schema(description = "The same weighted; null for what costs nothing by itself") @Nullable
            Long cost,

            @Schema(description = "The amount of a plan by list and calendar")
            long amountByList,

            @Schema(description = "Its cost; null for what costs nothing by itself") @Nullable
            Long costByList) {}

    /** Visits with a reason. */
    public record PlanReason(
            @Schema(description = "The reason, as visits name it")
            String reason,

            @Schema(description = "Their grade; null for all") @Nullable
            String grade,

            @Schema(description = "How many") int visits) {

        private static PlanReason of(Reasoned row) {
            return new PlanReason(row.reason(), row.grade(), row.visits());
        }
    }

    /** Someone who goes. */
    public record PlanGoer(
            @Schema(description = "Number of the inspector's papers")
            String number,

            @Schema(description = "The name, as it was") String name) {}

    /** How far a plan has come: visits that are handed out, and of these made. */
    record Progress(int handedOut, int made) {}

    static WholePlanView of(
            PlanView plan, Progress progress, PlanParts parts, List<Reasoned> leftOut, List<Reasoned> moved) {
        return new WholePlanView(
                plan,
                progress.handedOut(),
                progress.made(),
                parts.grades().stream()
                        .map(grade -> new PlanGrade(
                                grade.grade(), grade.weight(), grade.wanted(), grade.leftOut(), grade.brought()))
                        .toList(),
                parts.measures().stream()
                        .map(measure -> new PlanMeasure(
                                measure.name(),
                                measure.isHard(),
                                measure.amount(),
                                measure.cost(),
                                measure.byList(),
                                measure.listCost()))
                        .toList(),
                leftOut.stream().map(PlanReason::of).toList(),
                moved.stream().map(PlanReason::of).toList(),
                parts.inspectors().entrySet().stream()
                        .map(one -> new PlanGoer(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparing(PlanGoer::number))
                        .toList());
    }
}

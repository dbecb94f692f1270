package dev.assay.api.plan;

import dev.assay.api.plan.WholePlanView.PlanGoer;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.PlanVisit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visit of a plan: to whom, by when, on which day and by whom, and what became of it. */
public record PlannedVisitView(
        @Schema(description = "Its number within the plan, from 0")
        int no,

        @Schema(description = "Identity of the business, SCHEME:VALUE")
        String business,

        @Schema(description = "Its name, as it was; may be empty")
        String name,

        @Schema(
                description =
                        "The licence or business that is rated, SCHEME:VALUE; of several the one that weighs most")
        String subject,

        @Schema(description = "Further licences that are inspected on the same visit, SCHEME:VALUE")
        List<String> also,

        @Schema(description = "Street or town") String place,
        @Schema(description = "Code of the division") String division,
        @Schema(description = "Code of the sector") String sector,

        @Schema(description = "The grade, or the state of who has none, as it was")
        String grade,

        @Schema(description = "Why it is wanted: FLOOR, FOLLOW_UP, CAMPAIGN, NEW or ROUTINE")
        String reason,

        @Schema(description = "What leaving it out weighs") long weight,

        @Schema(description = "The skill that one of the two must have; null for none") @Nullable
        String skill,

        @Schema(description = "The day by which it is due") LocalDate due,

        @Schema(description = "The day by which the law wants it whatever the grade; null where it holds no floor")
        @Nullable
        LocalDate floor,

        @Schema(description = "Whether the law asks for it by a day that it misses")
        boolean brokenFloor,

        @Schema(description = "Its day and pair; null where it is left out") @Nullable
        PlanSlot slot,

        @Schema(description = "Why it is left out: NOBODY, NO_SKILL, BARRED, NO_DAY or NO_ROOM; null where it is not")
        @Nullable
        String leftOut,

        @Schema(description = "Day and pair in the plan before, as far as they were to be kept; null for none")
        @Nullable
        PlanSlot before,

        @Schema(
                description =
                        "Why it does not keep them: NOT_LISTED, AWAY, CLOSED, NOT_ALLOWED, OTHER_PAIR or WEIGHED; null where it does, or had none")
        @Nullable
        String moved,

        @Schema(description = "Number of the visit as which it is handed out; null where it is not, or was taken back")
        @Nullable
        Long visit,

        @Schema(description = "Where that stands: ASSIGNED, UNDER_WAY, DONE or NOT_DONE; null where there is none")
        @Nullable
        String state,

        @Schema(description = "The day on which it was made; null before") @Nullable
        LocalDate madeOn) {

    /** Copies the list. */
    public PlannedVisitView {
        also = List.copyOf(also);
    }

    /** A day and a pair. */
    public record PlanSlot(
            @Schema(description = "The day") LocalDate day,
            @Schema(description = "The two who go") List<PlanGoer> inspectors) {

        /** Copies the list. */
        public PlanSlot {
            inspectors = List.copyOf(inspectors);
        }

        private static @Nullable PlanSlot of(@Nullable Kept slot, Map<String, String> names) {
            return slot == null
                    ? null
                    : new PlanSlot(
                            slot.day(),
                            Stream.of(slot.pair().first(), slot.pair().second())
                                    .map(number -> new PlanGoer(number, names.getOrDefault(number, number)))
                                    .toList());
        }
    }

    static PlannedVisitView of(PlanVisit visit, Map<String, String> names) {
        PlanRow row = visit.row();
        PlanRow.Whom whom = row.what();
        return new PlannedVisitView(
                row.no(),
                whom.business(),
                whom.name(),
                whom.subject(),
                whom.also(),
                whom.place(),
                whom.division(),
                whom.sector(),
                whom.grade(),
                row.reason().name(),
                row.weight(),
                row.skill(),
                row.due(),
                row.floor(),
                row.brokenFloor(),
                PlanSlot.of(row.slot(), names),
                row.why() == null ? null : row.why().name(),
                PlanSlot.of(row.old(), names),
                row.moved() == null ? null : row.moved().name(),
                visit.state() == null ? null : row.assignment(),
                visit.state() == null ? null : visit.state().name(),
                visit.made());
    }
}

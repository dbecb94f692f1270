package dev.assay.api.business;

import dev.assay.core.sampling.SamplingCourse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the procedure after a failed sample stands. */
public record ProcedureView(
        @Schema(description = "reported, served, retest, objection, confirmed, overturned or disposed")
        String state,

        @Schema(description = "The same in words") TitleView title,

        @Schema(description = "The day on which the state began")
        LocalDate since,

        @Schema(description = "What should happen next; null where nothing is due") @Nullable
        TitleView due,

        @Schema(description = "The last day for it; null where nothing is due") @Nullable
        LocalDate dueBy,

        @Schema(description = "The legal ground of that term; null where nothing is due") @Nullable
        String basis,

        @Schema(description = "Whether the term is not certain: from memory, or counted without public holidays")
        boolean provisional,

        @Schema(description = "Steps that could not be, each with the reason; they changed nothing")
        List<TitleView> refused) {

    /** Copies the list. */
    public ProcedureView {
        refused = List.copyOf(refused);
    }

    static ProcedureView of(SamplingCourse course) {
        SamplingCourse.Deadline due = course.deadline();
        return new ProcedureView(
                course.state().code(),
                TitleView.of(course.state().title()),
                course.state().on(),
                due == null ? null : TitleView.of(due.what()),
                due == null ? null : due.until(),
                due == null ? null : due.basis().citation(),
                due != null && due.basis().provisional(),
                course.refused().stream()
                        .map(step -> TitleView.of(step.reason()))
                        .toList());
    }
}

package dev.assay.api.plan;

import dev.assay.api.problem.BadParameter;
import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Visit.Reason;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanQuery.Part;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which visits of a plan are looked for, as an address says it.
 *
 * @param part which part of the plan; absent for what is planned
 * @param from the first day; absent for any
 * @param to the last day; absent for any
 * @param inspector who goes; absent or empty for anyone
 * @param partner the other of the pair; absent or empty for anyone
 * @param grade the grade; absent or empty for any
 * @param reason the reason; absent or empty for any
 */
public record WantedVisits(
        @Parameter(description = "Which part of the plan; PLANNED, what has a day and a pair, without it") @Nullable
        Part part,

        @Parameter(description = "Visits on this day or after it", example = "2026-12-01") @Nullable
        LocalDate from,

        @Parameter(description = "Visits on this day or before it", example = "2026-12-31") @Nullable
        LocalDate to,

        @Parameter(description = "Number of an inspector who goes") @Nullable
        String inspector,

        @Parameter(description = "Number of the other of the pair") @Nullable
        String partner,

        @Parameter(description = "The grade, or the state of who has none", example = "D") @Nullable
        String grade,

        @Parameter(description = "Why it is wanted, is left out, or has moved", example = "FLOOR") @Nullable
        String reason) {

    private static final List<String> REASONS = Stream.of(Reason.values(), LeftOut.values(), Moved.values())
            .flatMap(Arrays::stream)
            .map(Enum::name)
            .distinct()
            .toList();

    /**
     * As the store reads it.
     *
     * @return the query
     */
    public PlanQuery query() {
        return new PlanQuery(
                part == null ? Part.PLANNED : part,
                from,
                to,
                blankToNull(inspector),
                blankToNull(partner),
                blankToNull(grade),
                blankToNull(reason));
    }

    /** As the store reads it, for a program, which is told what can find nothing. */
    PlanQuery checked() {
        BadParameter.requireOrder(from, to);
        PlanQuery query = query();
        if (query.reason() != null && !REASONS.contains(query.reason())) {
            throw new BadParameter(
                    "reason",
                    "The reason (%s) is none.%nMaybe take one of %s."
                            .formatted(query.reason(), String.join(", ", REASONS)));
        }
        return query;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

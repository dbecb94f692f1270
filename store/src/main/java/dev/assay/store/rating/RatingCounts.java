package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.RATING;
import static dev.assay.store.schema.Tables.RATING_RUN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.assay.core.grading.RatingState;
import dev.assay.store.register.Within;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How many ratings there are. Counted anew each time, so that a count is never older than its rows. */
public final class RatingCounts {

    private final DSLContext dsl;

    /**
     * Counts over a database.
     *
     * @param dsl the database
     */
    public RatingCounts(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The ratings of a model that stand, counted.
     *
     * @param model the model's id
     * @return a count for each division, sector, state and grade that occurs
     */
    public List<GradeCount> byDivisionAndSector(String model) {
        var division = coalesce(RATING.DIVISION, inline(""));
        return dsl.select(division, RATING.SECTOR, RATING.STATE, RATING.GRADE, count())
                .from(RATING)
                .where(RATING.MODEL.eq(model).and(RATING.NEWEST.isTrue()))
                .groupBy(division, RATING.SECTOR, RATING.STATE, RATING.GRADE)
                .orderBy(division, RATING.SECTOR, RATING.STATE, RATING.GRADE)
                .fetch(row -> new GradeCount(
                        row.value1(), row.value2(), RatingState.valueOf(row.value3()), row.value4(), row.value5()));
    }

    /**
     * How many subjects should have been inspected before a day and are not known to have been.
     *
     * @param model the model's id
     * @param day the day
     * @param within how the codes of the divisions may begin; none for any
     * @return the number of ratings that stand and whose next inspection was due before the day
     */
    public long overdue(String model, LocalDate day, List<String> within) {
        return dsl.fetchCount(
                RATING.join(BUSINESS).on(BUSINESS.BUSINESS_KEY.eq(RATING.BUSINESS_KEY)),
                RATING.MODEL
                        .eq(model)
                        .and(RATING.NEWEST.isTrue())
                        .and(RATING.NEXT_INSPECTION_DUE.lt(day))
                        .and(Within.divisions(BUSINESS.DIVISION, within)));
    }

    /**
     * The run that rated last.
     *
     * @param model the model's id
     * @return the newest published run, or empty if there was none
     */
    public Optional<RatingRun> findLastRun(String model) {
        return runs(1, model).stream().findFirst();
    }

    /**
     * The newest rating runs of all models.
     *
     * @param limit the most to give
     * @return them, newest first, in any state
     */
    public List<RatingRun> runs(int limit) {
        return runs(limit, null);
    }

    private List<RatingRun> runs(int limit, @Nullable String model) {
        return dsl.select(
                        RATING_RUN.RATING_RUN_ID,
                        GRADING_MODEL.MODEL,
                        RATING_RUN.AS_OF,
                        DSL.field(RATING_RUN.BUILDS_ON.isNull()),
                        RATING_RUN.STATE,
                        RATING_RUN.RATED,
                        RATING_RUN.CHANGED,
                        RATING_RUN.STARTED_AT,
                        RATING_RUN.PUBLISHED_AT)
                .from(RATING_RUN)
                .join(GRADING_MODEL)
                .on(GRADING_MODEL.MODEL_KEY.eq(RATING_RUN.MODEL_KEY))
                .where(
                        model == null
                                ? DSL.noCondition()
                                : GRADING_MODEL.MODEL.eq(model).and(RATING_RUN.STATE.eq("PUBLISHED")))
                .orderBy(RATING_RUN.RATING_RUN_ID.desc())
                .limit(limit)
                .fetch(row -> new RatingRun(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        UtcTime.instant(row.value8()),
                        row.value9() == null ? null : UtcTime.instant(row.value9())));
    }
}

package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.RATING;
import static dev.assay.store.schema.Tables.RATING_COUNT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.assay.store.rating.RatingOutcome.GradeCount;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * How many subjects of a model stand in each state and grade. Counted anew when every file was rated; else moved on by what changed, in the
 * transaction that changes it, so that the work goes by the changes.
 */
public final class StandingCounts {

    private final DSLContext dsl;

    /**
     * Counts over a database.
     *
     * @param dsl the database, or a transaction in it
     */
    public StandingCounts(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The counts of a model.
     *
     * @param model the model's id
     * @return them in the order of state and grade
     */
    public List<GradeCount> of(String model) {
        return dsl.select(RATING_COUNT.STATE, RATING_COUNT.GRADE, RATING_COUNT.SUBJECTS)
                .from(RATING_COUNT)
                .where(RATING_COUNT.MODEL.eq(model))
                .and(RATING_COUNT.SUBJECTS.gt(0L))
                .orderBy(RATING_COUNT.STATE, RATING_COUNT.GRADE)
                .fetch(row -> new GradeCount(row.value1(), row.value2(), row.value3()));
    }

    /**
     * All of them together.
     *
     * @param model the model's id
     * @return how many subjects have a standing
     */
    public long all(String model) {
        return dsl.select(coalesce(sum(RATING_COUNT.SUBJECTS), BigDecimal.ZERO))
                .from(RATING_COUNT)
                .where(RATING_COUNT.MODEL.eq(model))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /**
     * Takes away what stands of a business, before it stands no more.
     *
     * @param business the store's number of the business
     */
    public void takeAway(long business) {
        // Ratings lie by model: without the models' names every rating would be read.
        List<String> models =
                dsl.selectDistinct(RATING_COUNT.MODEL).from(RATING_COUNT).fetch(RATING_COUNT.MODEL);
        dsl.select(RATING.MODEL, RATING.STATE, grade(RATING.GRADE), count())
                .from(RATING)
                .where(RATING.MODEL.in(models), RATING.BUSINESS_KEY.eq(business), RATING.NEWEST.isTrue())
                .groupBy(RATING.MODEL, RATING.STATE, RATING.GRADE)
                .forEach(row -> move(row.value1(), new GradeCount(row.value2(), row.value3(), row.value4()), -1));
    }

    /** Counts the ratings of a model that stand. */
    void countAnew(String model) {
        dsl.deleteFrom(RATING_COUNT).where(RATING_COUNT.MODEL.eq(model)).execute();
        Condition standing = RATING.MODEL.eq(model).and(RATING.NEWEST.isTrue());
        dsl.insertInto(RATING_COUNT, RATING_COUNT.MODEL, RATING_COUNT.STATE, RATING_COUNT.GRADE, RATING_COUNT.SUBJECTS)
                .select(select(RATING.MODEL, RATING.STATE, grade(RATING.GRADE), count().cast(Long.class))
                        .from(RATING)
                        .where(standing)
                        .groupBy(RATING.MODEL, RATING.STATE, RATING.GRADE))
                .execute();
    }

    /** Adds subjects of one state and grade, or takes them away with a negative sign. */
    void move(String model, GradeCount counted, int sign) {
        long difference = sign * counted.subjects();
        dsl.insertInto(RATING_COUNT)
                .set(RATING_COUNT.MODEL, model)
                .set(RATING_COUNT.STATE, counted.state())
                .set(RATING_COUNT.GRADE, counted.grade())
                .set(RATING_COUNT.SUBJECTS, difference)
                .onDuplicateKeyUpdate()
                .set(RATING_COUNT.SUBJECTS, RATING_COUNT.SUBJECTS.plus(difference))
                .execute();
    }

    private static Field<String> grade(Field<String> grade) {
        return coalesce(grade, inline(""));
    }
}

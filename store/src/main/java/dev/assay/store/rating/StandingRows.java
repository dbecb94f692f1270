package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.RATING;

import dev.assay.core.grading.RatingState;
import dev.assay.core.identity.Identity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What stands of a model, subject by subject, as those read it who plan for all of them: the whole of a district is in memory. */
public final class StandingRows {

    private StandingRows() {}

    /**
     * What stands for a subject.
     *
     * @param businessKey the store's key of the business
     * @param business the business's identity
     * @param name its name; null where no source names it
     * @param address its address; null where not known
     * @param subject what was rated
     * @param sector code of the sector
     * @param division code of the division; null where not known
     * @param state the state
     * @param grade the grade; null unless rated
     * @param score the score; null where there is none
     * @param perYear inspections a year; null where none are set
     * @param due the day by which the next inspection is due; null where none is set
     */
    public record Row(
            long businessKey,
            Identity business,
            @Nullable String name,
            @Nullable String address,
            Identity subject,
            String sector,
            @Nullable String division,
            RatingState state,
            @Nullable String grade,
            @Nullable BigDecimal score,
            @Nullable BigDecimal perYear,
            @Nullable LocalDate due) {}

    /**
     * The text of a model as it last rated.
     *
     * @param dsl the database
     * @param model the model's id
     * @return the text with all that it draws in, or empty if it never rated
     */
    public static Optional<String> modelText(DSLContext dsl, String model) {
        return dsl.select(GRADING_MODEL.CONTENT)
                .from(GRADING_MODEL)
                .where(GRADING_MODEL.MODEL.eq(model))
                .orderBy(GRADING_MODEL.MODEL_KEY.desc())
                .limit(1)
                .fetchOptional(GRADING_MODEL.CONTENT);
    }

    /**
     * All that stands of a model.
     *
     * @param dsl the database
     * @param model the model's id
     * @return them, by business and subject
     */
    public static List<Row> of(DSLContext dsl, String model) {
        return dsl.select(
                        RATING.BUSINESS_KEY,
                        BUSINESS.SCHEME,
                        BUSINESS.IDENTITY,
                        BUSINESS.NAME,
                        BUSINESS.ADDRESS,
                        RATING.SUBJECT_SCHEME,
                        RATING.SUBJECT,
                        RATING.SECTOR,
                        RATING.DIVISION,
                        RATING.STATE,
                        RATING.GRADE,
                        RATING.SCORE,
                        RATING.INSPECTIONS_PER_YEAR,
                        RATING.NEXT_INSPECTION_DUE)
                .from(RATING)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(RATING.BUSINESS_KEY))
                .where(RATING.MODEL.eq(model))
                .and(RATING.NEWEST.isTrue())
                .orderBy(RATING.BUSINESS_KEY, RATING.SUBJECT_SCHEME, RATING.SUBJECT)
                .fetch(row -> new Row(
                        row.value1(),
                        new Identity(row.value2(), row.value3()),
                        row.value4(),
                        row.value5(),
                        new Identity(row.value6(), row.value7()),
                        row.value8(),
                        row.value9(),
                        RatingState.valueOf(row.value10()),
                        row.value11(),
                        row.value12(),
                        row.value13(),
                        row.value14()));
    }
}

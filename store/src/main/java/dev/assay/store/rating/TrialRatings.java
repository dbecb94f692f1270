package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.RATING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import dev.assay.core.identity.Identity;
import dev.assay.store.schema.tables.Rating;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The ratings of a model and those of a version of it on trial, side by side. */
public final class TrialRatings {

    private final Rating standing = RATING.as("standing");
    private final Rating tried = RATING.as("tried");
    private final DSLContext dsl;

    /**
     * Ratings over a database.
     *
     * @param dsl the database
     */
    public TrialRatings(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A subject that the two grade differently.
     *
     * @param business identity of the business
     * @param name its name, or null if no source names it
     * @param subject identity of the subject
     * @param move what stands, and what the version on trial says
     */
    public record Differing(Identity business, @Nullable String name, Identity subject, GradeMove move) {}

    /**
     * Who stands where.
     *
     * @param model the model's id
     * @param series the name under which the trial's ratings are kept
     * @return the subjects that both have rated, counted; empty if there was no trial
     */
    public List<GradeMove> moves(String model, String series) {
        return dsl.select(standing.STATE, standing.GRADE, tried.STATE, tried.GRADE, count())
                .from(tried)
                .join(standing)
                .on(sameSubject())
                .where(both(model, series))
                .groupBy(standing.STATE, standing.GRADE, tried.STATE, tried.GRADE)
                .orderBy(standing.STATE, standing.GRADE, tried.STATE, tried.GRADE)
                .fetch(row -> new GradeMove(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /**
     * Whom the two grade differently.
     *
     * @param model the model's id
     * @param series the name under which the trial's ratings are kept
     * @param limit the most to give
     * @return the first of them by the store's number of the business
     */
    public List<Differing> differing(String model, String series, int limit) {
        return dsl.select(
                        BUSINESS.SCHEME,
                        BUSINESS.IDENTITY,
                        BUSINESS.NAME,
                        tried.SUBJECT_SCHEME,
                        tried.SUBJECT,
                        standing.STATE,
                        standing.GRADE,
                        tried.STATE,
                        tried.GRADE)
                .from(tried)
                .join(standing)
                .on(sameSubject())
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(tried.BUSINESS_KEY))
                .where(both(model, series))
                .and(standing.STATE
                        .ne(tried.STATE)
                        .or(coalesce(standing.GRADE, inline("")).ne(coalesce(tried.GRADE, inline("")))))
                .orderBy(tried.BUSINESS_KEY, tried.SUBJECT_SCHEME, tried.SUBJECT)
                .limit(limit)
                .fetch(row -> new Differing(
                        new Identity(row.value1(), row.value2()),
                        row.value3(),
                        new Identity(row.value4(), row.value5()),
                        new GradeMove(row.value6(), row.value7(), row.value8(), row.value9(), 1)));
    }

    private Condition sameSubject() {
        return standing.BUSINESS_KEY
                .eq(tried.BUSINESS_KEY)
                .and(standing.SUBJECT_SCHEME.eq(tried.SUBJECT_SCHEME))
                .and(standing.SUBJECT.eq(tried.SUBJECT));
    }

    private Condition both(String model, String series) {
        return tried.MODEL
                .eq(series)
                .and(tried.NEWEST.isTrue())
                .and(standing.MODEL.eq(model))
                .and(standing.NEWEST.isTrue());
    }
}

package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.MODEL_VERSION;
import static dev.assay.store.schema.Tables.RATING;
import static dev.assay.store.schema.Tables.RATING_RUN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.business.Sector;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingState;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.store.register.Within;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The ratings in the store. Every row carries the version of the model that made it. */
public final class StoredRatings {

    /** What a rating has of its own; {@link #rating(Record, String)} needs the business's principal identity besides. */
    public static final List<Field<?>> OWN_COLUMNS = List.of(
            RATING.MODEL,
            RATING.SUBJECT_SCHEME,
            RATING.SUBJECT,
            RATING.AS_OF,
            RATING.KNOWN_AT,
            RATING.ENGINE_VERSION,
            RATING.SECTOR,
            RATING.STATE,
            RATING.SCORE,
            RATING.COMPUTED_GRADE,
            RATING.GRADE,
            RATING.GRADE_SET_UNTIL,
            RATING.EFFECTIVE_FROM,
            RATING.INSPECTIONS_PER_YEAR,
            RATING.NEXT_INSPECTION_DUE,
            RATING.VALID_UNTIL,
            RATING.DIGEST);

    private static final Field<String> VERSION = select(GRADING_MODEL.VERSION)
            .from(GRADING_MODEL)
            .where(GRADING_MODEL.MODEL_KEY.eq(RATING.MODEL_KEY))
            .asField("model_version");

    /** The columns from which {@link #rating(Record)} makes a rating; they include the business's principal identity. */
    public static final List<SelectField<?>> COLUMNS = Stream.of(
                    List.of(BUSINESS.SCHEME, BUSINESS.IDENTITY), OWN_COLUMNS, List.of(VERSION))
            .<SelectField<?>>flatMap(List::stream)
            .toList();

    private static final String MARK = """
            SELECT CONCAT_WS(' ',
              (SELECT COUNT(*) FROM rating_run WHERE state = 'PUBLISHED'),
              (SELECT MAX(recorded_at) FROM import_run),
              (SELECT entry_no FROM audit_head),
              (SELECT COALESCE(MAX(link_id), 0) FROM business_link),
              (SELECT MAX(unlinked_at) FROM business_link))""";

    private final DSLContext dsl;

    /**
     * Ratings over a database.
     *
     * @param dsl the database
     */
    public StoredRatings(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A mark that is another one whenever something was committed on which the published ratings of a business rest: a run of ratings, an import (which
     * may give a business another identity or name), a merge of businesses or its end, and whatever else a person decided, which is in the audit log.
     * Each of them commits its row in the transaction of what it changes, so that nobody sees the one without the other.
     *
     * @return the mark as it is now; says nothing but whether it is the same as another one
     */
    public String mark() {
        // The server calls text and times in one line binary.
        return Objects.requireNonNull(dsl.resultQuery(MARK).fetchSingle(0, String.class));
    }

    /**
     * The models that have rated, trials apart.
     *
     * @return each in its newest version that has published ratings, in the order in which the models first came
     */
    public List<RatingModel> models() {
        return dsl.select(
                        GRADING_MODEL.MODEL,
                        GRADING_MODEL.VERSION,
                        GRADING_MODEL.SCOPE,
                        GRADING_MODEL.VISIBILITY,
                        GRADING_MODEL.TITLE_ZH,
                        GRADING_MODEL.TITLE_EN,
                        field(exists(selectOne()
                                .from(MODEL_VERSION)
                                .where(MODEL_VERSION.MODEL.eq(GRADING_MODEL.MODEL))
                                .and(MODEL_VERSION.STATE.eq(Adoption.Retired.CODE)))))
                .from(GRADING_MODEL)
                .where(GRADING_MODEL.MODEL_KEY.in(publishedVersions()))
                .orderBy(GRADING_MODEL.MODEL_KEY)
                .fetch(Models::model);
    }

    /**
     * The newest version of each model that has published ratings, trials apart. Who may see them is what that version says, and not what one says
     * whose ratings are still being made, or held.
     */
    private static Select<Record1<Integer>> publishedVersions() {
        // With a name of its own: the query that it stands in reads the same table.
        var version = GRADING_MODEL.as("version");
        return select(DSL.max(version.MODEL_KEY))
                .from(version)
                .where(version.TRIAL_OF.isNull())
                .and(exists(selectOne()
                        .from(RATING_RUN)
                        .where(RATING_RUN.MODEL_KEY.eq(version.MODEL_KEY))
                        .and(RATING_RUN.STATE.eq("PUBLISHED"))))
                .groupBy(version.MODEL);
    }

    /**
     * The ratings of a business that stand.
     *
     * @param business the store's key of the business
     * @param models the models' ids: ratings lie by model, and a question that names none would read those of everybody
     * @return one for each model and subject, by model and subject
     */
    public List<Rating> standingOf(long business, Collection<String> models) {
        return ratings()
                .where(RATING.MODEL.in(models), RATING.BUSINESS_KEY.eq(business), RATING.NEWEST.isTrue())
                .orderBy(RATING.MODEL, RATING.SUBJECT_SCHEME, RATING.SUBJECT)
                .fetch(StoredRatings::rating);
    }

    /**
     * The ratings of a business by a model that stood on a day.
     *
     * @param business the store's key of the business
     * @param model the model's id
     * @param asOf the day; null for today's, that is the newest
     * @return one for each subject; empty if the model had not rated the business by that day
     */
    public List<Rating> of(long business, String model, @Nullable LocalDate asOf) {
        return made(business, model, asOf).stream().map(MadeRating::rating).toList();
    }

    /**
     * The same with what made them.
     *
     * @param business the store's key of the business
     * @param model the model's id
     * @param asOf the day; null for today's, that is the newest
     * @return one for each subject; empty if the model had not rated the business by that day
     */
    public List<MadeRating> made(long business, String model, @Nullable LocalDate asOf) {
        return dsl
                .select(COLUMNS)
                .select(RATING.MODEL_KEY)
                .from(RATING)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(RATING.BUSINESS_KEY))
                .where(RATING.BUSINESS_KEY.eq(business).and(RATING.MODEL.eq(model)))
                .orderBy(RATING.AS_OF.desc(), RATING.KNOWN_AT.desc(), RATING.RATING_RUN_ID.desc())
                .fetch(row -> new MadeRating(rating(row), row.get(RATING.MODEL_KEY)))
                .stream()
                .filter(made -> asOf == null || !made.rating().asOf().isAfter(asOf))
                .collect(Collectors.toMap(
                        made -> made.rating().subject().identity(),
                        made -> made,
                        (newer, older) -> newer,
                        TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /**
     * A rating and what made it.
     *
     * @param rating the rating
     * @param modelKey the store's number of the model's version, whose text never changes
     */
    public record MadeRating(Rating rating, int modelKey) {}

    /**
     * Every rating that a model made of a business.
     *
     * @param business the store's key of the business
     * @param model the model's id
     * @return one row for each time that its content changed, newest first
     */
    public List<Rating> historyOf(long business, String model) {
        return ratings()
                .where(RATING.BUSINESS_KEY.eq(business).and(RATING.MODEL.eq(model)))
                .orderBy(RATING.AS_OF.desc(), RATING.KNOWN_AT.desc(), RATING.SUBJECT_SCHEME.asc(), RATING.SUBJECT.asc())
                .fetch(StoredRatings::rating);
    }

    /**
     * A part of all ratings that stand, in the order of the business key and the subject.
     *
     * @param query which ones
     * @param after the last position that was read; null from the beginning
     * @param limit the most rows to give, at least 1
     * @return the rows that follow
     */
    public List<PositionedRating> page(RatingQuery query, @Nullable RatingPosition after, int limit) {
        return dsl.select(COLUMNS)
                .select(RATING.BUSINESS_KEY, RATING.DIVISION, BUSINESS.NAME)
                .from(RATING)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(RATING.BUSINESS_KEY))
                .where(RATING.MODEL.eq(query.model()), RATING.NEWEST.isTrue(), condition(query), follows(after))
                .orderBy(RATING.BUSINESS_KEY, RATING.SUBJECT_SCHEME, RATING.SUBJECT)
                .limit(limit)
                .fetch(found -> new PositionedRating(
                        new RatingPosition(
                                found.get(RATING.BUSINESS_KEY),
                                found.get(RATING.SUBJECT_SCHEME),
                                found.get(RATING.SUBJECT)),
                        rating(found),
                        found.get(BUSINESS.NAME),
                        found.get(RATING.DIVISION)));
    }

    /**
     * The version of the model that made a rating.
     *
     * @param business the store's key of the business
     * @param rating a rating that was read from here
     * @return the store's number of the version, whose text never changes
     */
    public int modelKeyOf(long business, Rating rating) {
        return dsl.select(RATING.MODEL_KEY)
                .from(RATING)
                .where(
                        RATING.MODEL.eq(rating.model()),
                        RATING.BUSINESS_KEY.eq(business),
                        RATING.SUBJECT_SCHEME.eq(rating.subject().identity().scheme()),
                        RATING.SUBJECT.eq(rating.subject().identity().value()),
                        RATING.AS_OF.eq(rating.asOf()),
                        RATING.KNOWN_AT.eq(UtcTime.column(rating.knownAt())))
                .orderBy(RATING.RATING_RUN_ID.desc())
                .limit(1)
                .fetchSingle()
                .value1();
    }

    /**
     * The text of a model, as it was when it rated.
     *
     * @param modelKey the store's number of the version
     * @return the model file's text
     */
    public String modelText(int modelKey) {
        return dsl.select(GRADING_MODEL.CONTENT)
                .from(GRADING_MODEL)
                .where(GRADING_MODEL.MODEL_KEY.eq(modelKey))
                .fetchSingle()
                .value1();
    }

    private static Condition follows(@Nullable RatingPosition after) {
        return after == null
                ? noCondition()
                : row(RATING.BUSINESS_KEY, RATING.SUBJECT_SCHEME, RATING.SUBJECT)
                        .gt(row(after.businessKey(), after.subjectScheme(), after.subject()));
    }

    private static Condition condition(RatingQuery query) {
        Condition all = Within.divisions(BUSINESS.DIVISION, query.within());
        if (!query.divisions().isEmpty()) {
            all = all.and(RATING.DIVISION.in(query.divisions()));
        }
        if (query.sector() != null) {
            all = all.and(RATING.SECTOR.eq(query.sector()));
        }
        if (query.state() != null) {
            all = all.and(RATING.STATE.eq(query.state()));
        }
        if (query.grade() != null) {
            all = all.and(RATING.GRADE.eq(query.grade()));
        }
        return all;
    }

    private SelectOnConditionStep<Record> ratings() {
        return dsl.select(COLUMNS).from(RATING).join(BUSINESS).on(BUSINESS.BUSINESS_KEY.eq(RATING.BUSINESS_KEY));
    }

    /**
     * The rating of a row with {@link #COLUMNS}.
     *
     * @param row the row
     * @return its rating
     */
    public static Rating rating(Record row) {
        return rating(row, row.get(VERSION));
    }

    /**
     * The rating of a row with {@link #OWN_COLUMNS} and the business's principal identity.
     *
     * @param row the row
     * @param modelVersion the version of the model that made it
     * @return its rating
     */
    public static Rating rating(Record row, String modelVersion) {
        Identity business = new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY));
        Identity subject = new Identity(row.get(RATING.SUBJECT_SCHEME), row.get(RATING.SUBJECT));
        return new Rating(
                new Subject(
                        business,
                        subject,
                        Sector.findByCode(row.get(RATING.SECTOR)).orElse(Sector.OTHER)),
                row.get(RATING.MODEL),
                modelVersion,
                row.get(RATING.ENGINE_VERSION),
                row.get(RATING.AS_OF),
                UtcTime.instant(row.get(RATING.KNOWN_AT)),
                RatingState.valueOf(row.get(RATING.STATE)),
                row.get(RATING.SCORE),
                row.get(RATING.COMPUTED_GRADE),
                row.get(RATING.GRADE),
                row.get(RATING.GRADE_SET_UNTIL),
                row.get(RATING.EFFECTIVE_FROM),
                row.get(RATING.INSPECTIONS_PER_YEAR),
                row.get(RATING.NEXT_INSPECTION_DUE),
                row.get(RATING.VALID_UNTIL),
                row.get(RATING.DIGEST));
    }
}

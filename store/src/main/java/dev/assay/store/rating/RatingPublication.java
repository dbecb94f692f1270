package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.FILE_TO_RATE;
import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.RATING;
import static dev.assay.store.schema.Tables.RATING_RUN;
import static dev.assay.store.schema.Tables.STAGED_RATING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.assay.core.adoption.Turnover;
import dev.assay.store.rating.RatingOutcome.GradeCount;
import dev.assay.store.schema.tables.Rating;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/**
 * The set-based statements that turn staged ratings into ratings. A subject's newest rating is the greatest by as-of and then known-at,
 * so that a run of a past day adds to the history and replaces nothing.
 */
final class RatingPublication {

    /** Stands in the digest of a subject that no credit file names any more. */
    private static final String ABSENT = "absent";

    private static final List<Field<?>> COPIED = List.of(
            STAGED_RATING.BUSINESS_KEY,
            STAGED_RATING.SUBJECT_SCHEME,
            STAGED_RATING.SUBJECT,
            STAGED_RATING.SECTOR,
            STAGED_RATING.DIVISION,
            STAGED_RATING.STATE,
            STAGED_RATING.SCORE,
            STAGED_RATING.COMPUTED_GRADE,
            STAGED_RATING.GRADE,
            STAGED_RATING.GRADE_SET_UNTIL,
            STAGED_RATING.EFFECTIVE_FROM,
            STAGED_RATING.INSPECTIONS_PER_YEAR,
            STAGED_RATING.NEXT_INSPECTION_DUE,
            STAGED_RATING.VALID_UNTIL,
            STAGED_RATING.DIGEST);

    private final DSLContext tx;
    private final StagedRun run;
    private final LocalDateTime knownAt;
    private final StandingCounts counts;

    RatingPublication(DSLContext tx, StagedRun run) {
        this.tx = tx;
        this.run = run;
        this.knownAt = LocalDateTime.ofInstant(run.cut().knownAt(), ZoneOffset.UTC);
        this.counts = new StandingCounts(tx);
    }

    /** Writes what changed and answers how many ratings that were. */
    int write() {
        if (run.isFull()) {
            retireReplaced();
            int changed = addNewest() + addToHistory() + closeAbsent();
            counts.countAnew(run.model());
            return changed;
        }
        replaced().forEach(count -> counts.move(run.model(), count, -1));
        List<GradeCount> gone = gone();
        gone.forEach(count -> {
            counts.move(run.model(), count, -1);
            counts.move(run.model(), new GradeCount("NOT_RATED", "", count.subjects()), 1);
        });
        retireReplaced();
        int changed = addNewest() + addToHistory() + (gone.isEmpty() ? 0 : closeAbsent());
        added().forEach(count -> counts.move(run.model(), count, 1));
        return changed;
    }

    /** The standings that {@link #retireReplaced} will end. */
    private List<GradeCount> replaced() {
        Rating standing = RATING.as("standing");
        return counted(standing, isReplaced(standing));
    }

    /** The standings that {@link #addNewest} has added. */
    private List<GradeCount> added() {
        Rating standing = RATING.as("standing");
        return counted(standing, standing.NEWEST.isTrue().and(standing.RATING_RUN_ID.eq(run.id())));
    }

    private List<GradeCount> counted(Rating standing, Condition which) {
        Field<String> grade = coalesce(standing.GRADE, inline(""));
        return tx.select(standing.STATE, grade, count())
                .from(STAGED_RATING)
                .straightJoin(standing)
                .on(sameSubject(standing))
                .where(ofThisRun())
                .and(which)
                .groupBy(standing.STATE, grade)
                .fetch(row -> new GradeCount(row.value1(), row.value2(), row.value3()));
    }

    /** The standings that {@link #closeAbsent} will end. */
    private List<GradeCount> gone() {
        Rating gone = RATING.as("gone");
        Field<String> grade = coalesce(gone.GRADE, inline(""));
        return tx.select(gone.STATE, grade, count())
                .from(inScope(gone))
                .where(isGone(gone))
                .groupBy(gone.STATE, grade)
                .fetch(row -> new GradeCount(row.value1(), row.value2(), row.value3()));
    }

    /** How many standing grades and states it would change. */
    Turnover turnover() {
        Rating standing = RATING.as("standing");
        int other = tx.fetchSingle(select(count())
                        .from(STAGED_RATING)
                        .straightJoin(standing)
                        .on(sameSubject(standing))
                        .where(ofThisRun())
                        .and(standing.NEWEST.isTrue())
                        .and(notLaterThanRun(standing))
                        .and(isOther(standing)))
                .value1();
        long absent = gone().stream()
                .filter(count ->
                        !count.state().equals("NOT_RATED") || !count.grade().isEmpty())
                .mapToLong(GradeCount::subjects)
                .sum();
        return new Turnover(counts.all(run.model()), other + absent);
    }

    /** Whether the staged rating has another grade or state than a standing one. */
    static Condition isOther(Rating standing) {
        return standing.STATE
                .ne(STAGED_RATING.STATE)
                .or(coalesce(standing.GRADE, inline("")).ne(coalesce(STAGED_RATING.GRADE, inline(""))));
    }

    private void retireReplaced() {
        tx.update(STAGED_RATING.straightJoin(RATING).on(sameSubject(RATING)))
                .set(RATING.NEWEST, false)
                .where(ofThisRun())
                .and(isReplaced(RATING))
                .execute();
    }

    private Condition isReplaced(Rating standing) {
        return standing.NEWEST
                .isTrue()
                .and(standing.DIGEST.ne(STAGED_RATING.DIGEST))
                .and(notLaterThanRun(standing));
    }

    private int addNewest() {
        Rating standing = RATING.as("standing");
        return tx.insertInto(RATING, targets())
                .select(select(sources(true))
                        .from(STAGED_RATING)
                        .leftJoin(standing)
                        .on(sameSubject(standing).and(standing.NEWEST.isTrue()))
                        .where(ofThisRun())
                        .and(standing.BUSINESS_KEY.isNull()))
                .execute();
    }

    private int addToHistory() {
        if (!hasLaterRun()) {
            return 0;
        }
        Rating later = RATING.as("later");
        Condition hasLater = sameSubject(later)
                .and(later.NEWEST.isTrue())
                .and(notLaterThanRun(later).not());
        Rating earlier = RATING.as("earlier");
        Field<String> before = field(select(earlier.DIGEST)
                .from(earlier)
                .where(sameSubject(earlier))
                .and(notLaterThanRun(earlier))
                .orderBy(earlier.AS_OF.desc(), earlier.KNOWN_AT.desc(), earlier.RATING_RUN_ID.desc())
                .limit(1));
        return tx.insertInto(RATING, targets())
                .select(select(sources(false))
                        .from(STAGED_RATING)
                        .join(later)
                        .on(hasLater)
                        .where(ofThisRun())
                        .and(STAGED_RATING.DIGEST.ne(coalesce(before, inline("")))))
                .execute();
    }

    /** A rating later than this run's can only come from a run that was published and cut later. */
    private boolean hasLaterRun() {
        return tx.fetchExists(select(inline(1))
                .from(RATING_RUN)
                .join(GRADING_MODEL)
                .on(GRADING_MODEL.MODEL_KEY.eq(RATING_RUN.MODEL_KEY))
                .where(GRADING_MODEL.MODEL.eq(run.model()))
                .and(RATING_RUN.STATE.eq("PUBLISHED"))
                .and(row(RATING_RUN.AS_OF, RATING_RUN.KNOWN_AT)
                        .gt(row(val(run.cut().asOf()), val(knownAt)))));
    }

    /** A subject whose last record was retracted is still owed a state: it is no longer rated. */
    private int closeAbsent() {
        Rating gone = RATING.as("gone");
        List<SelectFieldOrAsterisk> sources = new ArrayList<>(List.of(
                gone.BUSINESS_KEY, gone.SUBJECT_SCHEME, gone.SUBJECT, gone.SECTOR, gone.DIVISION, inline("NOT_RATED")));
        for (Field<?> empty : List.of(RATING.SCORE, RATING.COMPUTED_GRADE, RATING.GRADE, RATING.GRADE_SET_UNTIL)) {
            sources.add(val(null, empty));
        }
        sources.add(val(run.cut().asOf()));
        for (Field<?> empty : List.of(RATING.INSPECTIONS_PER_YEAR, RATING.NEXT_INSPECTION_DUE, RATING.VALID_UNTIL)) {
            sources.add(val(null, empty));
        }
        sources.add(inline(ABSENT));
        sources.addAll(runColumns(true));
        int closed = tx.insertInto(RATING, targets())
                .select(select(sources).from(inScope(gone)).where(isGone(gone)))
                .execute();
        if (closed > 0) {
            Rating closing = RATING.as("closing");
            tx.update(inScope(closing).straightJoin(RATING).on(subjectOf(RATING, closing)))
                    .set(RATING.NEWEST, false)
                    .where(closing.MODEL.eq(run.model()))
                    .and(closing.RATING_RUN_ID.eq(run.id()))
                    .and(closing.DIGEST.eq(ABSENT))
                    .and(RATING.NEWEST.isTrue())
                    .and(RATING.RATING_RUN_ID.ne(run.id()))
                    .execute();
        }
        return closed;
    }

    private Condition isGone(Rating gone) {
        return gone.MODEL
                .eq(run.model())
                .and(gone.NEWEST.isTrue())
                .and(gone.DIGEST.ne(ABSENT))
                .and(gone.RATING_RUN_ID.ne(run.id()))
                .and(notLaterThanRun(gone))
                .and(notExists(
                        selectOne().from(STAGED_RATING).where(ofThisRun()).and(sameSubject(gone))));
    }

    /** The ratings of whatever was looked at: all, or those of the files that were gathered. */
    private Table<?> inScope(Rating rating) {
        return run.isFull()
                ? rating
                : FILE_TO_RATE
                        .straightJoin(rating)
                        .on(rating.BUSINESS_KEY.eq(FILE_TO_RATE.BUSINESS_KEY))
                        .and(rating.MODEL.eq(run.model()))
                        .and(FILE_TO_RATE.RATING_RUN_ID.eq(run.id()));
    }

    private Condition ofThisRun() {
        return STAGED_RATING.RATING_RUN_ID.eq(run.id());
    }

    private Condition sameSubject(Rating rating) {
        return rating.MODEL
                .eq(run.model())
                .and(rating.BUSINESS_KEY.eq(STAGED_RATING.BUSINESS_KEY))
                .and(rating.SUBJECT_SCHEME.eq(STAGED_RATING.SUBJECT_SCHEME))
                .and(rating.SUBJECT.eq(STAGED_RATING.SUBJECT));
    }

    private static Condition subjectOf(Rating one, Rating other) {
        return one.MODEL
                .eq(other.MODEL)
                .and(one.BUSINESS_KEY.eq(other.BUSINESS_KEY))
                .and(one.SUBJECT_SCHEME.eq(other.SUBJECT_SCHEME))
                .and(one.SUBJECT.eq(other.SUBJECT));
    }

    private Condition notLaterThanRun(Rating rating) {
        return row(rating.AS_OF, rating.KNOWN_AT).le(row(val(run.cut().asOf()), val(knownAt)));
    }

    private static List<Field<?>> targets() {
        List<Field<?>> targets = new ArrayList<>(List.of(
                RATING.BUSINESS_KEY,
                RATING.SUBJECT_SCHEME,
                RATING.SUBJECT,
                RATING.SECTOR,
                RATING.DIVISION,
                RATING.STATE,
                RATING.SCORE,
                RATING.COMPUTED_GRADE,
                RATING.GRADE,
                RATING.GRADE_SET_UNTIL,
                RATING.EFFECTIVE_FROM,
                RATING.INSPECTIONS_PER_YEAR,
                RATING.NEXT_INSPECTION_DUE,
                RATING.VALID_UNTIL,
                RATING.DIGEST));
        targets.addAll(List.of(
                RATING.NEWEST,
                RATING.MODEL,
                RATING.MODEL_KEY,
                RATING.ENGINE_VERSION,
                RATING.AS_OF,
                RATING.KNOWN_AT,
                RATING.RATING_RUN_ID));
        return targets;
    }

    private List<SelectFieldOrAsterisk> sources(boolean newest) {
        List<SelectFieldOrAsterisk> sources = new ArrayList<>(COPIED);
        sources.addAll(runColumns(newest));
        return sources;
    }

    private List<SelectFieldOrAsterisk> runColumns(boolean newest) {
        return List.of(
                inline(newest),
                val(run.model()),
                val(run.modelKey()),
                val(run.engineVersion()),
                val(run.cut().asOf()),
                val(knownAt),
                val(run.id()));
    }
}

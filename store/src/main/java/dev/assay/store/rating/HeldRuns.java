package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.RATING;
import static dev.assay.store.schema.Tables.RATING_RUN;
import static dev.assay.store.schema.Tables.STAGED_RATING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import dev.assay.core.adoption.Brake;
import dev.assay.core.adoption.Turnover;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.schema.tables.Rating;
import dev.assay.store.time.UtcTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The runs that the brake holds: nobody sees their grades but who looks here, until a person releases them. */
public final class HeldRuns {

    /** The word for the state in the store. */
    static final String HELD = "HELD";

    private final DSLContext dsl;

    /**
     * Runs of a database.
     *
     * @param dsl the database
     */
    public HeldRuns(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The models of which a run is held.
     *
     * @return their ids
     */
    public Set<String> models() {
        return dsl.selectDistinct(GRADING_MODEL.MODEL)
                .from(RATING_RUN)
                .join(GRADING_MODEL)
                .on(GRADING_MODEL.MODEL_KEY.eq(RATING_RUN.MODEL_KEY))
                .where(RATING_RUN.STATE.eq(HELD))
                .fetchSet(row -> row.value1());
    }

    /**
     * All that are held.
     *
     * @return them, newest first
     */
    public List<HeldRun> all() {
        return fetch(RATING_RUN.STATE.eq(HELD));
    }

    /**
     * A held run by number.
     *
     * @param id the number
     * @return the run, or empty if there is none, or it is not held any more
     */
    public Optional<HeldRun> find(long id) {
        return fetch(RATING_RUN.STATE.eq(HELD).and(RATING_RUN.RATING_RUN_ID.eq(id))).stream()
                .findFirst();
    }

    private List<HeldRun> fetch(Condition condition) {
        var other = GRADING_MODEL.as("other");
        return dsl.select(RATING_RUN.fields())
                .select(GRADING_MODEL.MODEL, GRADING_MODEL.VERSION)
                .select(field(exists(selectOne()
                                .from(RATING)
                                .join(other)
                                .on(other.MODEL_KEY.eq(RATING.MODEL_KEY))
                                .where(RATING.MODEL.eq(GRADING_MODEL.MODEL))
                                .and(RATING.NEWEST.isTrue())
                                .and(RATING.MODEL_KEY.ne(GRADING_MODEL.MODEL_KEY))))
                        .as("other_version"))
                .from(RATING_RUN)
                .join(GRADING_MODEL)
                .on(GRADING_MODEL.MODEL_KEY.eq(RATING_RUN.MODEL_KEY))
                .where(condition)
                .orderBy(RATING_RUN.RATING_RUN_ID.desc())
                .fetch(HeldRuns::heldRun);
    }

    private static HeldRun heldRun(Record row) {
        BigDecimal share = row.get(RATING_RUN.BRAKE_SHARE);
        return new HeldRun(
                row.get(RATING_RUN.RATING_RUN_ID),
                row.get(GRADING_MODEL.MODEL),
                row.get(GRADING_MODEL.VERSION),
                row.get(RATING_RUN.AS_OF),
                UtcTime.instant(row.get(RATING_RUN.STARTED_AT)),
                row.get(RATING_RUN.RATED),
                new Turnover(row.get(RATING_RUN.COMPARED), row.get(RATING_RUN.TURNED)),
                new Brake(share, row.get(RATING_RUN.BRAKE_AT_LEAST)),
                row.get("other_version", Boolean.class));
    }

    /**
     * Who would go where.
     *
     * @param run the run
     * @return the subjects that it rated and that had a standing, counted; those of no change among them
     */
    public List<GradeMove> moves(HeldRun run) {
        Rating standing = RATING.as("standing");
        return dsl.select(standing.STATE, standing.GRADE, STAGED_RATING.STATE, STAGED_RATING.GRADE, count())
                .from(STAGED_RATING)
                .join(standing)
                .on(standing.MODEL.eq(run.model()))
                .and(standing.BUSINESS_KEY.eq(STAGED_RATING.BUSINESS_KEY))
                .and(standing.SUBJECT_SCHEME.eq(STAGED_RATING.SUBJECT_SCHEME))
                .and(standing.SUBJECT.eq(STAGED_RATING.SUBJECT))
                .where(STAGED_RATING.RATING_RUN_ID.eq(run.id()))
                .and(standing.NEWEST.isTrue())
                .groupBy(standing.STATE, standing.GRADE, STAGED_RATING.STATE, STAGED_RATING.GRADE)
                .orderBy(standing.STATE, standing.GRADE, STAGED_RATING.STATE, STAGED_RATING.GRADE)
                .fetch(row -> new GradeMove(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /**
     * Publishes a held run.
     *
     * @param id the run's number
     * @param decision who releases it, when and why
     * @return false if it is not held any more: a newer run took its place, or somebody else decided
     */
    public boolean release(long id, Decision decision) {
        return decide(id, decision, "ratings-released", tx -> {
            RatingRuns runs = new RatingRuns(tx);
            runs.publish(runs.get(id), decision.at());
        });
    }

    /**
     * Gives a held run up. The ratings that stand go on to stand; the next night rates anew.
     *
     * @param id the run's number
     * @param decision who rejects it, when and why
     * @return false if it is not held any more
     */
    public boolean reject(long id, Decision decision) {
        return decide(id, decision, "ratings-rejected", tx -> {
            RatingRuns runs = new RatingRuns(tx);
            runs.abandon(runs.get(id));
        });
    }

    /** What a decision does, in its transaction. */
    private interface Carrying {
        void carry(DSLContext tx);
    }

    private boolean decide(long id, Decision decision, String act, Carrying carrying) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            int mine = tx.update(RATING_RUN)
                    .set(RATING_RUN.RELEASED_BY, decision.by())
                    .set(RATING_RUN.RELEASE_REASON, decision.reason())
                    .set(RATING_RUN.STATE, "STAGING")
                    .where(RATING_RUN.RATING_RUN_ID.eq(id))
                    .and(RATING_RUN.STATE.eq(HELD))
                    .execute();
            if (mine == 0) {
                return false;
            }
            Record row = tx.select(RATING_RUN.COMPARED, RATING_RUN.TURNED)
                    .from(RATING_RUN)
                    .where(RATING_RUN.RATING_RUN_ID.eq(id))
                    .fetchSingle();
            carrying.carry(tx);
            AuditLog.note(
                    tx,
                    new AuditAct(
                            decision.by(),
                            act,
                            "rating-run:" + id,
                            Values.of(Map.of(
                                    "standing", BigDecimal.valueOf(row.get(RATING_RUN.COMPARED)),
                                    "changed", BigDecimal.valueOf(row.get(RATING_RUN.TURNED)),
                                    "reason", decision.reason()))),
                    decision.at());
            return true;
        });
    }

    /**
     * Gives up what is held of a model, because a newer run takes its place.
     *
     * @param model the model's id
     */
    public void giveWay(String model) {
        RatingRuns runs = new RatingRuns(dsl);
        all().stream().filter(run -> run.model().equals(model)).forEach(run -> runs.abandon(runs.get(run.id())));
    }
}

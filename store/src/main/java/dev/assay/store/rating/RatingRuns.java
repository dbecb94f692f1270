package dev.assay.store.rating;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.RATING_RUN;
import static dev.assay.store.schema.Tables.STAGED_RATING;
import static org.jooq.impl.DSL.select;

import dev.assay.core.adoption.Brake;
import dev.assay.core.adoption.Turnover;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.FilesToRate;
import dev.assay.store.rating.RatingOutcome.GradeCount;
import dev.assay.store.time.RecordedTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The runs that rate: begun, continued after an interruption, published in one transaction. */
public final class RatingRuns {

    private static final String STAGING = "STAGING";
    private static final String PUBLISHED = "PUBLISHED";

    private final DSLContext dsl;

    /**
     * Runs of a database.
     *
     * @param dsl the database
     */
    public RatingRuns(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Keeps a model's version, if it is not kept yet.
     *
     * @param version the version
     * @param now when it was first used
     * @return the store's number of it
     */
    public int register(ModelVersion version, Instant now) {
        dsl.insertInto(GRADING_MODEL)
                .set(GRADING_MODEL.MODEL, version.model())
                .set(GRADING_MODEL.VERSION, version.version())
                .set(GRADING_MODEL.DIGEST, version.digest())
                .set(GRADING_MODEL.SCOPE, version.scope())
                .set(GRADING_MODEL.VISIBILITY, version.visibility())
                .set(GRADING_MODEL.TITLE_ZH, version.titleZh())
                .set(GRADING_MODEL.TITLE_EN, version.titleEn())
                .set(GRADING_MODEL.CONTENT, version.content())
                .set(GRADING_MODEL.TRIAL_OF, version.trialOf())
                .set(GRADING_MODEL.LOADED_AT, utc(now))
                .onDuplicateKeyIgnore()
                .execute();
        return dsl.select(GRADING_MODEL.MODEL_KEY)
                .from(GRADING_MODEL)
                .where(GRADING_MODEL.MODEL.eq(version.model()))
                .and(GRADING_MODEL.VERSION.eq(version.version()))
                .and(GRADING_MODEL.DIGEST.eq(version.digest()))
                .fetchSingle()
                .value1();
    }

    /**
     * The file of a model's version, as it was when it was first used.
     *
     * @param modelKey the store's number of the version
     * @return its text
     */
    public String modelText(int modelKey) {
        return dsl.select(GRADING_MODEL.CONTENT)
                .from(GRADING_MODEL)
                .where(GRADING_MODEL.MODEL_KEY.eq(modelKey))
                .fetchSingle()
                .value1();
    }

    /**
     * The published run on which an incremental one may build: the model version's last, if it was made by the same engine and no run of
     * the version has gone beyond the new run's cut.
     *
     * @param modelKey the model's version
     * @param engineVersion the engine
     * @param cut the new run's cut
     * @return its number, or empty if the new run must rate every file
     */
    public OptionalLong findBase(int modelKey, String engineVersion, Cut cut) {
        boolean beyond = dsl.fetchExists(
                RATING_RUN,
                RATING_RUN
                        .MODEL_KEY
                        .eq(modelKey)
                        .and(RATING_RUN.STATE.eq(PUBLISHED))
                        .and(RATING_RUN.AS_OF.gt(cut.asOf()).or(RATING_RUN.KNOWN_AT.gt(utc(cut.knownAt())))));
        if (beyond) {
            return OptionalLong.empty();
        }
        return dsl.select(RATING_RUN.RATING_RUN_ID)
                .from(RATING_RUN)
                .where(RATING_RUN.MODEL_KEY.eq(modelKey))
                .and(RATING_RUN.STATE.eq(PUBLISHED))
                .orderBy(RATING_RUN.RATING_RUN_ID.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> OptionalLong.of(row.value1()))
                .filter(last -> isByEngine(last.getAsLong(), engineVersion) && isNewestModelVersion(modelKey))
                .orElseGet(OptionalLong::empty);
    }

    private boolean isByEngine(long run, String engineVersion) {
        return dsl.fetchExists(
                RATING_RUN, RATING_RUN.RATING_RUN_ID.eq(run).and(RATING_RUN.ENGINE_VERSION.eq(engineVersion)));
    }

    /** Another version of the model may have rated since: its ratings are the newest now, and all of them must be made again. */
    private boolean isNewestModelVersion(int modelKey) {
        return dsl.select(RATING_RUN.MODEL_KEY)
                .from(RATING_RUN)
                .join(GRADING_MODEL)
                .on(GRADING_MODEL.MODEL_KEY.eq(RATING_RUN.MODEL_KEY))
                .where(RATING_RUN.STATE.eq(PUBLISHED))
                .and(GRADING_MODEL.MODEL.eq(
                        select(GRADING_MODEL.MODEL).from(GRADING_MODEL).where(GRADING_MODEL.MODEL_KEY.eq(modelKey))))
                .orderBy(RATING_RUN.RATING_RUN_ID.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> row.value1() == modelKey)
                .orElse(false);
    }

    /**
     * Begins a run.
     *
     * @param modelKey the model's version
     * @param engineVersion the engine
     * @param cut where the credit files are cut
     * @param base the number of the run that it builds on; empty for a full run
     * @param brake when it waits for a person; null if never
     * @param now when it begins
     * @return the run
     */
    public StagedRun begin(
            int modelKey, String engineVersion, Cut cut, OptionalLong base, @Nullable Brake brake, Instant now) {
        // One connection for both: jOOQ would write RETURNING for MariaDB, which the driver takes for no query.
        long id = dsl.connectionResult(connection -> {
            DSLContext same = DSL.using(connection, dsl.dialect(), dsl.settings());
            same.insertInto(RATING_RUN)
                    .set(RATING_RUN.MODEL_KEY, modelKey)
                    .set(RATING_RUN.AS_OF, cut.asOf())
                    .set(RATING_RUN.KNOWN_AT, utc(cut.knownAt()))
                    .set(RATING_RUN.ENGINE_VERSION, engineVersion)
                    .set(RATING_RUN.BUILDS_ON, base.isPresent() ? base.getAsLong() : null)
                    .set(RATING_RUN.STATE, STAGING)
                    .set(RATING_RUN.BRAKE_SHARE, brake == null ? null : brake.share())
                    .set(RATING_RUN.BRAKE_AT_LEAST, brake == null ? null : brake.atLeast())
                    .set(RATING_RUN.STARTED_AT, utc(now))
                    .execute();
            return same.lastID().longValue();
        });
        return get(id);
    }

    /**
     * The newest run of a model version and day that never reached its end.
     *
     * @param modelKey the model's version
     * @param asOf the day
     * @return the run, or empty if there is none
     */
    public Optional<StagedRun> findUnfinished(int modelKey, LocalDate asOf) {
        return dsl.select(RATING_RUN.RATING_RUN_ID)
                .from(RATING_RUN)
                .where(RATING_RUN.MODEL_KEY.eq(modelKey))
                .and(RATING_RUN.AS_OF.eq(asOf))
                .and(RATING_RUN.STATE.eq(STAGING))
                .orderBy(RATING_RUN.RATING_RUN_ID.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> get(row.value1()));
    }

    /**
     * Gives a run up: its staged rows go, and it is never taken up again.
     *
     * @param run the run
     */
    public void abandon(StagedRun run) {
        dsl.update(RATING_RUN)
                .set(RATING_RUN.STATE, "FAILED")
                .where(RATING_RUN.RATING_RUN_ID.eq(run.id()))
                .execute();
        dropStaged(run);
    }

    /**
     * The instant at which a run may say that it knows everything recorded by then: that of the newest published import, or of the newest merge of businesses. An import under
     * way has chosen a later one, so nothing can still come from before it.
     *
     * @param now what to answer where nothing has been imported
     * @return the instant
     */
    public Instant settledInstant(Instant now) {
        return RecordedTime.last(dsl).map(RatingRuns::instant).orElse(now);
    }

    /**
     * Whether a fact has been recorded, superseded or retracted since an instant.
     *
     * @param since the instant
     * @return true if the file of any business has changed after it
     */
    public boolean haveFactsChangedSince(Instant since) {
        return dsl.fetchExists(BUSINESS, BUSINESS.CHANGED_AT.gt(utc(since)));
    }

    /**
     * A run by number.
     *
     * @param id the number
     * @return the run
     */
    public StagedRun get(long id) {
        Record row = dsl.select()
                .from(RATING_RUN)
                .join(GRADING_MODEL)
                .on(GRADING_MODEL.MODEL_KEY.eq(RATING_RUN.MODEL_KEY))
                .where(RATING_RUN.RATING_RUN_ID.eq(id))
                .fetchSingle();
        Long base = row.get(RATING_RUN.BUILDS_ON);
        BigDecimal share = row.get(RATING_RUN.BRAKE_SHARE);
        return new StagedRun(
                id,
                row.get(GRADING_MODEL.MODEL),
                row.get(RATING_RUN.MODEL_KEY),
                new Cut(row.get(RATING_RUN.AS_OF), instant(row.get(RATING_RUN.KNOWN_AT))),
                row.get(RATING_RUN.ENGINE_VERSION),
                share == null ? null : new Brake(share, row.get(RATING_RUN.BRAKE_AT_LEAST)),
                base == null ? null : get(base).cut());
    }

    /**
     * Drops what an interrupted worker wrote after its last commit, so that it can write it again.
     *
     * @param run the run's number
     * @param afterKey the last business that was committed
     * @param lastKey the last business of the worker's range
     */
    public void dropStagedAfter(long run, long afterKey, long lastKey) {
        dsl.deleteFrom(STAGED_RATING)
                .where(STAGED_RATING.RATING_RUN_ID.eq(run))
                .and(STAGED_RATING.BUSINESS_KEY.gt(afterKey))
                .and(STAGED_RATING.BUSINESS_KEY.le(lastKey))
                .execute();
    }

    /**
     * Publishes a run: ratings whose content changed are written, those that they replace are no longer the newest, and the staged rows
     * go. Publishing a published run again changes nothing. The caller holds the transaction, so that all of it becomes visible at once.
     *
     * @param run the run
     * @param now when it is published
     */
    public void publish(StagedRun run, Instant now) {
        if (!dsl.fetchExists(RATING_RUN, RATING_RUN.RATING_RUN_ID.eq(run.id()).and(RATING_RUN.STATE.eq(PUBLISHED)))) {
            int rated = dsl.fetchCount(STAGED_RATING, STAGED_RATING.RATING_RUN_ID.eq(run.id()));
            int changed = new RatingPublication(dsl, run).write();
            dsl.update(RATING_RUN)
                    .set(RATING_RUN.STATE, PUBLISHED)
                    .set(RATING_RUN.RATED, (long) rated)
                    .set(RATING_RUN.CHANGED, (long) changed)
                    .set(RATING_RUN.PUBLISHED_AT, utc(now))
                    .where(RATING_RUN.RATING_RUN_ID.eq(run.id()))
                    .execute();
            dropStaged(run);
        }
    }

    private void dropStaged(StagedRun run) {
        dropStagedAfter(run.id(), 0, Long.MAX_VALUE);
        new FilesToRate(dsl).drop(run.id());
    }

    /**
     * Publishes a run, or holds it if its brake says so. The caller holds the transaction.
     *
     * @param run the run
     * @param now when it is published
     */
    public void publishOrHold(StagedRun run, Instant now) {
        Brake brake = run.brake();
        Turnover turnover = brake == null ? null : new RatingPublication(dsl, run).turnover();
        if (brake == null || turnover == null || !brake.holds(turnover)) {
            publish(run, now);
        } else {
            dsl.update(RATING_RUN)
                    .set(RATING_RUN.STATE, HeldRuns.HELD)
                    .set(RATING_RUN.RATED, (long)
                            dsl.fetchCount(STAGED_RATING, STAGED_RATING.RATING_RUN_ID.eq(run.id())))
                    .set(RATING_RUN.COMPARED, turnover.standing())
                    .set(RATING_RUN.TURNED, turnover.changed())
                    .where(RATING_RUN.RATING_RUN_ID.eq(run.id()))
                    .and(RATING_RUN.STATE.eq(STAGING))
                    .execute();
        }
    }

    /**
     * What a run left.
     *
     * @param run the run
     * @return its outcome
     */
    public RatingOutcome outcome(StagedRun run) {
        Record row = dsl.select(
                        RATING_RUN.STATE, RATING_RUN.RATED, RATING_RUN.CHANGED, RATING_RUN.COMPARED, RATING_RUN.TURNED)
                .from(RATING_RUN)
                .where(RATING_RUN.RATING_RUN_ID.eq(run.id()))
                .fetchSingle();
        Turnover held = row.get(RATING_RUN.STATE).equals(HeldRuns.HELD)
                ? new Turnover(row.get(RATING_RUN.COMPARED), row.get(RATING_RUN.TURNED))
                : null;
        return new RatingOutcome(
                run.id(),
                run.isFull(),
                row.get(RATING_RUN.RATED),
                row.get(RATING_RUN.CHANGED),
                held,
                counts(run.model()));
    }

    /**
     * How the subjects of a model stand.
     *
     * @param model the model's id
     * @return the counts of the newest ratings by state and grade, in order
     */
    public List<GradeCount> counts(String model) {
        return new StandingCounts(dsl).of(model);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}

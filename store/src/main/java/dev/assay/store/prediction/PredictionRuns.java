package dev.assay.store.prediction;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.PREDICTION_RUN;
import static dev.assay.store.schema.Tables.PREDICTION_SCORE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.store.fact.FactJson;
import dev.assay.store.register.Within;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Scorings of everybody, and the scores of the newest of them. */
public final class PredictionRuns {

    private static final int BATCH = 1000;

    private final DSLContext dsl;

    /**
     * Runs over a database.
     *
     * @param dsl the database
     */
    public PredictionRuns(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What a training was when it scored. */
    public enum Role {
        /** In force: its scores enter the credit files. */
        CHAMPION,
        /** On trial: its scores are seen inside the authority, and enter nothing. */
        CHALLENGER
    }

    /**
     * A scoring.
     *
     * @param prediction the id of the definition
     * @param scoredOn as of which day
     * @param training the number of the training
     * @param role what that was
     * @param businesses how many businesses were scored
     * @param alarms how many features and scores have moved beyond the threshold
     * @param watched drift, what inspections have found since, and how far it differs from the champion
     */
    public record Scoring(
            String prediction,
            LocalDate scoredOn,
            int training,
            Role role,
            int businesses,
            int alarms,
            Values watched) {}

    /**
     * A scoring in the store.
     *
     * @param id its number
     * @param scoring what it was
     * @param scoredAt when
     */
    public record StoredRun(int id, Scoring scoring, Instant scoredAt) {}

    /**
     * Keeps a scoring with its scores in place of one of the same training as of the same day, and lets the scores of all earlier days of the
     * prediction go.
     *
     * @param scoring the scoring
     * @param scores the probability of each business, by the store's key
     * @param at when
     * @return its number
     */
    public int keep(Scoring scoring, Map<Long, Double> scores, Instant at) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.deleteFrom(PREDICTION_SCORE)
                    .where(PREDICTION_SCORE.PREDICTION_RUN_ID.in(DSL.select(PREDICTION_RUN.PREDICTION_RUN_ID)
                            .from(PREDICTION_RUN)
                            .where(PREDICTION_RUN.PREDICTION.eq(scoring.prediction()))
                            .and(PREDICTION_RUN
                                    .SCORED_ON
                                    .lt(scoring.scoredOn())
                                    .or(PREDICTION_RUN
                                            .SCORED_ON
                                            .eq(scoring.scoredOn())
                                            .and(PREDICTION_RUN.TRAINED_ID.eq(scoring.training()))))))
                    .execute();
            tx.deleteFrom(PREDICTION_RUN)
                    .where(PREDICTION_RUN.PREDICTION.eq(scoring.prediction()))
                    .and(PREDICTION_RUN.SCORED_ON.eq(scoring.scoredOn()))
                    .and(PREDICTION_RUN.TRAINED_ID.eq(scoring.training()))
                    .execute();
            tx.insertInto(PREDICTION_RUN)
                    .set(PREDICTION_RUN.PREDICTION, scoring.prediction())
                    .set(PREDICTION_RUN.SCORED_ON, scoring.scoredOn())
                    .set(PREDICTION_RUN.TRAINED_ID, scoring.training())
                    .set(PREDICTION_RUN.ROLE, scoring.role().name())
                    .set(PREDICTION_RUN.SCORED_AT, UtcTime.column(at))
                    .set(PREDICTION_RUN.BUSINESSES, scoring.businesses())
                    .set(PREDICTION_RUN.ALARMS, scoring.alarms())
                    .set(PREDICTION_RUN.WATCHED, FactJson.write(scoring.watched()))
                    .execute();
            int id = tx.lastID().intValueExact();
            addScores(tx, id, scores);
            return id;
        });
    }

    private static void addScores(DSLContext tx, int id, Map<Long, Double> scores) {
        var insert = tx.insertInto(
                PREDICTION_SCORE,
                PREDICTION_SCORE.PREDICTION_RUN_ID,
                PREDICTION_SCORE.BUSINESS_KEY,
                PREDICTION_SCORE.PROBABILITY);
        int waiting = 0;
        for (Map.Entry<Long, Double> score : scores.entrySet()) {
            insert = insert.values(id, score.getKey(), score.getValue());
            if (++waiting == BATCH) {
                insert.execute();
                insert = tx.insertInto(
                        PREDICTION_SCORE,
                        PREDICTION_SCORE.PREDICTION_RUN_ID,
                        PREDICTION_SCORE.BUSINESS_KEY,
                        PREDICTION_SCORE.PROBABILITY);
                waiting = 0;
            }
        }
        if (waiting > 0) {
            insert.execute();
        }
    }

    /**
     * The newest scorings of a prediction.
     *
     * @param prediction the definition's id
     * @param most how many at most
     * @return them, the latest day first, of a day the champion's first
     */
    public List<StoredRun> newest(String prediction, int most) {
        return dsl.selectFrom(PREDICTION_RUN)
                .where(PREDICTION_RUN.PREDICTION.eq(prediction))
                .orderBy(PREDICTION_RUN.SCORED_ON.desc(), PREDICTION_RUN.ROLE.desc(), PREDICTION_RUN.PREDICTION_RUN_ID)
                .limit(most)
                .fetch(PredictionRuns::read);
    }

    /**
     * The scorings in whose newest day something raised an alarm.
     *
     * @return them
     */
    public List<StoredRun> alarming() {
        var later = PREDICTION_RUN.as("later");
        return dsl.select(PREDICTION_RUN.fields())
                .from(PREDICTION_RUN)
                .where(PREDICTION_RUN.ALARMS.gt(0))
                .and(PREDICTION_RUN.SCORED_ON.eq(DSL.select(max(later.SCORED_ON))
                        .from(later)
                        .where(later.PREDICTION.eq(PREDICTION_RUN.PREDICTION))))
                .orderBy(PREDICTION_RUN.PREDICTION, PREDICTION_RUN.ROLE)
                .fetch(PredictionRuns::read);
    }

    private static StoredRun read(Record row) {
        return new StoredRun(
                row.get(PREDICTION_RUN.PREDICTION_RUN_ID),
                new Scoring(
                        row.get(PREDICTION_RUN.PREDICTION),
                        row.get(PREDICTION_RUN.SCORED_ON),
                        row.get(PREDICTION_RUN.TRAINED_ID),
                        Role.valueOf(row.get(PREDICTION_RUN.ROLE)),
                        row.get(PREDICTION_RUN.BUSINESSES),
                        row.get(PREDICTION_RUN.ALARMS),
                        FactJson.read(row.get(PREDICTION_RUN.WATCHED))),
                UtcTime.instant(row.get(PREDICTION_RUN.SCORED_AT)));
    }

    /**
     * A business with what two trainings foretell of it.
     *
     * @param business its principal identity
     * @param name its name, perhaps empty
     * @param division its division's code, perhaps empty
     * @param probability by the one
     * @param other by the other; null where there is no other, or it scored the business not
     */
    public record Riskiest(
            Identity business,
            String name,
            String division,
            double probability,
            @Nullable Double other) {}

    /**
     * Those of whom the most is foretold.
     *
     * @param run the run by which they are ordered
     * @param other another run as of the same day; 0 for none
     * @param within how the codes of the divisions begin that may be seen; none for all
     * @param most how many
     * @return them, the riskiest first
     */
    public List<Riskiest> riskiest(int run, int other, List<String> within, int most) {
        var others = PREDICTION_SCORE.as("others");
        return dsl.select(
                        BUSINESS.SCHEME,
                        BUSINESS.IDENTITY,
                        BUSINESS.NAME,
                        BUSINESS.DIVISION,
                        PREDICTION_SCORE.PROBABILITY,
                        others.PROBABILITY)
                .from(PREDICTION_SCORE)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(PREDICTION_SCORE.BUSINESS_KEY))
                .leftJoin(others)
                .on(others.PREDICTION_RUN_ID.eq(val(other)))
                .and(others.BUSINESS_KEY.eq(PREDICTION_SCORE.BUSINESS_KEY))
                .where(PREDICTION_SCORE.PREDICTION_RUN_ID.eq(run))
                .and(Within.divisions(BUSINESS.DIVISION, within))
                .orderBy(PREDICTION_SCORE.PROBABILITY.desc(), BUSINESS.BUSINESS_KEY)
                .limit(most)
                .fetch(row -> new Riskiest(
                        new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY)),
                        Objects.requireNonNullElse(row.get(BUSINESS.NAME), ""),
                        Objects.requireNonNullElse(row.get(BUSINESS.DIVISION), ""),
                        row.get(PREDICTION_SCORE.PROBABILITY),
                        row.get(others.PROBABILITY)));
    }
}

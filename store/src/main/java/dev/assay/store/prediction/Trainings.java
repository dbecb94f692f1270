package dev.assay.store.prediction;

import static dev.assay.store.schema.Tables.TRAINED_PREDICTION;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** What was learned, in the store. */
public final class Trainings {

    private final DSLContext dsl;

    /**
     * Trainings over a database.
     *
     * @param dsl the database
     */
    public Trainings(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Keeps what a training gave. The same result of the same days is kept once, as of its last training.
     *
     * @param prediction the id of the definition, of at most 64 characters
     * @param version its version, of at most 32 characters
     * @param until the last day whose inspections were learned from
     * @param digest SHA-256 of the text, hexadecimal
     * @param text the text
     * @param at when
     * @return its number
     */
    public int keep(String prediction, String version, LocalDate until, String digest, String text, Instant at) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            Integer kept = tx.select(TRAINED_PREDICTION.TRAINED_ID)
                    .from(TRAINED_PREDICTION)
                    .where(TRAINED_PREDICTION.PREDICTION.eq(prediction))
                    .and(TRAINED_PREDICTION.TRAINED_UNTIL.eq(until))
                    .and(TRAINED_PREDICTION.DIGEST.eq(digest))
                    .fetchOne(TRAINED_PREDICTION.TRAINED_ID);
            if (kept != null) {
                tx.update(TRAINED_PREDICTION)
                        .set(TRAINED_PREDICTION.TRAINED_AT, UtcTime.column(at))
                        .where(TRAINED_PREDICTION.TRAINED_ID.eq(kept))
                        .execute();
                return kept;
            }
            tx.insertInto(TRAINED_PREDICTION)
                    .set(TRAINED_PREDICTION.PREDICTION, prediction)
                    .set(TRAINED_PREDICTION.VERSION, version)
                    .set(TRAINED_PREDICTION.TRAINED_UNTIL, until)
                    .set(TRAINED_PREDICTION.DIGEST, digest)
                    .set(TRAINED_PREDICTION.TRAINED_TEXT, text)
                    .set(TRAINED_PREDICTION.TRAINED_AT, UtcTime.column(at))
                    .execute();
            return tx.lastID().intValueExact();
        });
    }

    /**
     * All trainings of a definition.
     *
     * @param prediction the definition's id
     * @return them, the one with the latest days first, of these the one that was trained last
     */
    public List<StoredTraining> of(String prediction) {
        return dsl.select(
                        TRAINED_PREDICTION.TRAINED_ID,
                        TRAINED_PREDICTION.PREDICTION,
                        TRAINED_PREDICTION.VERSION,
                        TRAINED_PREDICTION.TRAINED_UNTIL,
                        TRAINED_PREDICTION.DIGEST,
                        TRAINED_PREDICTION.TRAINED_AT)
                .from(TRAINED_PREDICTION)
                .where(TRAINED_PREDICTION.PREDICTION.eq(prediction))
                .orderBy(
                        TRAINED_PREDICTION.TRAINED_UNTIL.desc(),
                        TRAINED_PREDICTION.TRAINED_AT.desc(),
                        TRAINED_PREDICTION.TRAINED_ID.desc())
                .fetch(row -> new StoredTraining(
                        row.get(TRAINED_PREDICTION.TRAINED_ID),
                        row.get(TRAINED_PREDICTION.PREDICTION),
                        row.get(TRAINED_PREDICTION.VERSION),
                        row.get(TRAINED_PREDICTION.TRAINED_UNTIL),
                        row.get(TRAINED_PREDICTION.DIGEST),
                        UtcTime.instant(row.get(TRAINED_PREDICTION.TRAINED_AT))));
    }

    /**
     * The text of a training.
     *
     * @param id its number
     * @return the text
     * @throws IllegalArgumentException if there is none
     */
    public String text(int id) {
        return dsl.select(TRAINED_PREDICTION.TRAINED_TEXT)
                .from(TRAINED_PREDICTION)
                .where(TRAINED_PREDICTION.TRAINED_ID.eq(id))
                .fetchOptional(TRAINED_PREDICTION.TRAINED_TEXT)
                .orElseThrow(() -> new IllegalArgumentException("There is no training (%d).".formatted(id)));
    }
}

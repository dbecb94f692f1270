package dev.assay.store.prediction;

import static dev.assay.store.schema.Tables.TRAINED_PREDICTION;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.Adoption.Approved;
import dev.assay.core.adoption.Adoption.Retired;
import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.adoption.MoveRefusedException.Refusal;
import dev.assay.core.fact.Values;
import dev.assay.store.adoption.AdoptionColumns;
import dev.assay.store.adoption.Trial;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;

/**
 * What was learned, in the store, and its way into use. Every move is one transaction: it is made only if nobody else has moved the training since
 * it was seen, and it is noted in the audit log.
 */
public final class Trainings {

    private static final AdoptionColumns LIFE = new AdoptionColumns(TRAINED_PREDICTION);

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
     * What a training gave.
     *
     * @param prediction the id of the definition, of at most 64 characters
     * @param version its version, of at most 32 characters
     * @param until the last day whose inspections were learned from
     * @param digest SHA-256 of the text, hexadecimal
     * @param text the text
     */
    public record Learned(String prediction, String version, LocalDate until, String digest, String text) {}

    /**
     * Keeps what a training gave. The same result of the same days is kept once, as of its last training, and stays where it stood.
     *
     * @param learned what was learned
     * @param by the account that trained it: somebody else approves it
     * @param at when
     * @return its number
     */
    public int keep(Learned learned, String by, Instant at) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            Integer kept = tx.select(TRAINED_PREDICTION.TRAINED_ID)
                    .from(TRAINED_PREDICTION)
                    .where(TRAINED_PREDICTION.PREDICTION.eq(learned.prediction()))
                    .and(TRAINED_PREDICTION.TRAINED_UNTIL.eq(learned.until()))
                    .and(TRAINED_PREDICTION.DIGEST.eq(learned.digest()))
                    .fetchOne(TRAINED_PREDICTION.TRAINED_ID);
            if (kept != null) {
                tx.update(TRAINED_PREDICTION)
                        .set(TRAINED_PREDICTION.TRAINED_AT, UtcTime.column(at))
                        .where(TRAINED_PREDICTION.TRAINED_ID.eq(kept))
                        .execute();
                return kept;
            }
            tx.insertInto(TRAINED_PREDICTION)
                    .set(TRAINED_PREDICTION.PREDICTION, learned.prediction())
                    .set(TRAINED_PREDICTION.VERSION, learned.version())
                    .set(TRAINED_PREDICTION.TRAINED_UNTIL, learned.until())
                    .set(TRAINED_PREDICTION.DIGEST, learned.digest())
                    .set(TRAINED_PREDICTION.TRAINED_TEXT, learned.text())
                    .set(TRAINED_PREDICTION.TRAINED_AT, UtcTime.column(at))
                    .set(TRAINED_PREDICTION.EDITORS, by)
                    .execute();
            int id = tx.lastID().intValueExact();
            note(
                    tx,
                    "training:" + id,
                    new Move(
                            by,
                            "prediction-trained",
                            Map.of(
                                    "prediction", learned.prediction(),
                                    "until", learned.until().toString(),
                                    "digest", learned.digest())),
                    at);
            return id;
        });
    }

    /**
     * A training by number.
     *
     * @param id its number
     * @return it, or empty if there is none
     */
    public Optional<StoredTraining> find(int id) {
        return fetch(TRAINED_PREDICTION.TRAINED_ID.eq(id)).stream().findFirst();
    }

    /**
     * What was ever trained.
     *
     * @return the ids of the definitions, in order
     */
    public List<String> predictions() {
        return dsl.selectDistinct(TRAINED_PREDICTION.PREDICTION)
                .from(TRAINED_PREDICTION)
                .orderBy(TRAINED_PREDICTION.PREDICTION)
                .fetch(TRAINED_PREDICTION.PREDICTION);
    }

    /**
     * All trainings of a definition.
     *
     * @param prediction the definition's id
     * @return them, the one with the latest days first, of these the one that was trained last
     */
    public List<StoredTraining> of(String prediction) {
        return fetch(TRAINED_PREDICTION.PREDICTION.eq(prediction));
    }

    /**
     * The training that is in force on a day: of those approved by then the one that came into force last. Was that one retired, none is.
     *
     * @param prediction the definition's id
     * @param day the day
     * @return it, or empty if none is in force
     */
    public Optional<StoredTraining> findInForce(String prediction, LocalDate day) {
        return fetch(TRAINED_PREDICTION.PREDICTION.eq(prediction).and(TRAINED_PREDICTION.IN_FORCE_FROM.le(day)))
                .stream()
                .max(Comparator.comparing(
                                (StoredTraining training) -> approved(training).from())
                        .thenComparing(training -> approved(training).decision().at())
                        .thenComparingInt(StoredTraining::id))
                .filter(training -> training.covers(day));
    }

    private static Approved approved(StoredTraining training) {
        return switch (training.adoption()) {
            case Approved approved -> approved;
            case Retired retired -> retired.approved();
            case Adoption.Open _, Adoption.Dropped _ ->
                throw new IllegalStateException("The training (%d) was never approved.".formatted(training.id()));
        };
    }

    /**
     * The trainings on trial on a day that are not in force then.
     *
     * @param prediction the definition's id
     * @param day the day
     * @return them, by number
     */
    public List<StoredTraining> onTrial(String prediction, LocalDate day) {
        int inForce = findInForce(prediction, day).map(StoredTraining::id).orElse(0);
        return fetch(TRAINED_PREDICTION
                        .PREDICTION
                        .eq(prediction)
                        .and(TRAINED_PREDICTION.TRIAL_FROM.le(day))
                        .and(TRAINED_PREDICTION.TRIAL_UNTIL.ge(day)))
                .stream()
                .filter(training -> training.id() != inForce)
                .sorted(Comparator.comparingInt(StoredTraining::id))
                .toList();
    }

    /**
     * What may have to be scored on a day: the predictions of which a training was approved by then, or is on trial.
     *
     * @param day the day
     * @return the ids of their definitions, in order
     */
    public List<String> inUse(LocalDate day) {
        return fetch(TRAINED_PREDICTION
                        .IN_FORCE_FROM
                        .le(day)
                        .or(TRAINED_PREDICTION.TRIAL_FROM.le(day).and(TRAINED_PREDICTION.TRIAL_UNTIL.ge(day))))
                .stream()
                .filter(training -> training.covers(day) || training.trial() != null)
                .map(StoredTraining::prediction)
                .distinct()
                .sorted()
                .toList();
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

    /**
     * The newest model card of a training.
     *
     * @param id its number
     * @return the card as JSON; empty if it was never judged
     */
    public Optional<String> card(int id) {
        return dsl.select(TRAINED_PREDICTION.CARD)
                .from(TRAINED_PREDICTION)
                .where(TRAINED_PREDICTION.TRAINED_ID.eq(id))
                .fetchOptional(TRAINED_PREDICTION.CARD);
    }

    /** Who moves, what the audit log calls it, and what it keeps of it. */
    private record Move(String by, String act, Map<String, ?> detail) {}

    /**
     * Notes what a model card found; a training that was approved keeps its state, and has the newer card.
     *
     * @param seen the training
     * @param found what the card found, in short
     * @param card the card as JSON
     * @param by who judged it
     * @param at when
     * @throws MoveRefusedException if it was dropped or retired, or was moved since
     */
    public void judge(StoredTraining seen, Values found, String card, String by, Instant at) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        switch (seen.adoption()) {
            case Adoption.Checked checked -> columns.putAll(LIFE.write(checked.simulate(seen.digest())));
            case Adoption.Simulated _, Approved _ -> {
                // Where it stands it stays.
            }
            case Adoption.Draft _, Adoption.Dropped _, Retired _ -> throw outOfOrder(seen);
        }
        columns.put(TRAINED_PREDICTION.JUDGED, FactJson.write(found));
        columns.put(TRAINED_PREDICTION.CARD, card);
        move(seen, columns, new Move(by, "prediction-judged", Map.of("digest", seen.digest(), "found", found)), at);
    }

    /**
     * Carries out a decision on a training.
     *
     * @param seen the training as it was seen
     * @param decided where the decision puts it: made by a move of the state that was seen
     * @param by who decided
     * @param at when
     * @throws MoveRefusedException if the training was moved since
     */
    public void decide(StoredTraining seen, Adoption decided, String by, Instant at) {
        Move move = switch (decided) {
            case Approved(var digest, var decision, var from) ->
                new Move(
                        by,
                        "prediction-approved",
                        Map.of("digest", digest, "from", from.toString(), "reason", decision.reason()));
            case Retired(var _, var retirement, var lastDay) ->
                new Move(
                        by,
                        "prediction-retired",
                        Map.of("last-day", lastDay.toString(), "reason", retirement.reason()));
            case Adoption.Dropped(var decision) ->
                new Move(by, "prediction-dropped", Map.of("reason", decision.reason()));
            case Adoption.Open _ -> throw outOfOrder(seen);
        };
        Map<Field<?>, @Nullable Object> columns = LIFE.write(decided);
        if (decided instanceof Adoption.Dropped) {
            columns.put(TRAINED_PREDICTION.TRIAL_FROM, null);
            columns.put(TRAINED_PREDICTION.TRIAL_UNTIL, null);
        }
        move(seen, columns, move, at);
    }

    /**
     * Lets a training score beside the one in force, or gives its trial another end.
     *
     * @param seen the training as it was seen: learned, judged, or approved for a later day
     * @param trial the time
     * @param by who decides
     * @param at when
     * @throws MoveRefusedException if it is retired or dropped, or was moved since
     */
    public void tryOut(StoredTraining seen, Trial trial, String by, Instant at) {
        if (seen.adoption() instanceof Retired || seen.adoption() instanceof Adoption.Dropped) {
            throw outOfOrder(seen);
        }
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(TRAINED_PREDICTION.TRIAL_FROM, trial.from());
        columns.put(TRAINED_PREDICTION.TRIAL_UNTIL, trial.until());
        Map<String, String> detail =
                Map.of("from", trial.from().toString(), "until", trial.until().toString());
        move(seen, columns, new Move(by, "prediction-trial", detail), at);
    }

    /**
     * Ends the trial of a training. What it scored is kept.
     *
     * @param seen the training as it was seen
     * @param by who decides
     * @param at when
     * @throws MoveRefusedException if it was moved since
     */
    public void endTrial(StoredTraining seen, String by, Instant at) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(TRAINED_PREDICTION.TRIAL_FROM, null);
        columns.put(TRAINED_PREDICTION.TRIAL_UNTIL, null);
        move(seen, columns, new Move(by, "prediction-trial-ended", Map.of()), at);
    }

    private static MoveRefusedException outOfOrder(StoredTraining seen) {
        return new MoveRefusedException(
                Refusal.OUT_OF_ORDER,
                "The training (%d) is %s, and this move does not begin there.%nMaybe look at it again."
                        .formatted(seen.id(), seen.adoption().code()));
    }

    private void move(StoredTraining seen, Map<Field<?>, @Nullable Object> columns, Move move, Instant at) {
        columns.put(TRAINED_PREDICTION.REVISION, seen.revision() + 1);
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            int moved = tx.update(TRAINED_PREDICTION)
                    .set(columns)
                    .where(TRAINED_PREDICTION.TRAINED_ID.eq(seen.id()))
                    .and(TRAINED_PREDICTION.REVISION.eq(seen.revision()))
                    .execute();
            if (moved == 0) {
                throw new MoveRefusedException(
                        Refusal.CHANGED_SINCE,
                        "The training (%d) was changed by somebody else in the meantime.%nMaybe look at it again."
                                .formatted(seen.id()));
            }
            note(tx, seen.auditSubject(), move, at);
        });
    }

    private static void note(DSLContext tx, String subject, Move move, Instant at) {
        AuditLog.note(tx, new AuditAct(move.by(), move.act(), subject, Values.of(move.detail())), at);
    }

    private List<StoredTraining> fetch(Condition condition) {
        // The text is megabytes long, and the card, too: neither is read with a list.
        List<SelectFieldOrAsterisk> columns = TRAINED_PREDICTION
                .fieldStream()
                .filter(field ->
                        !field.equals(TRAINED_PREDICTION.TRAINED_TEXT) && !field.equals(TRAINED_PREDICTION.CARD))
                .map(SelectFieldOrAsterisk.class::cast)
                .toList();
        return dsl.select(columns)
                .from(TRAINED_PREDICTION)
                .where(condition)
                .orderBy(
                        TRAINED_PREDICTION.TRAINED_UNTIL.desc(),
                        TRAINED_PREDICTION.TRAINED_AT.desc(),
                        TRAINED_PREDICTION.TRAINED_ID.desc())
                .fetch(Trainings::read);
    }

    private static StoredTraining read(Record row) {
        return new StoredTraining(
                row.get(TRAINED_PREDICTION.TRAINED_ID),
                row.get(TRAINED_PREDICTION.REVISION),
                row.get(TRAINED_PREDICTION.PREDICTION),
                row.get(TRAINED_PREDICTION.VERSION),
                row.get(TRAINED_PREDICTION.TRAINED_UNTIL),
                row.get(TRAINED_PREDICTION.DIGEST),
                UtcTime.instant(row.get(TRAINED_PREDICTION.TRAINED_AT)),
                LIFE.read(row),
                row.get(TRAINED_PREDICTION.JUDGED),
                LIFE.trial(row));
    }
}

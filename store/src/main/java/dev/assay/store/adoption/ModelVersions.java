package dev.assay.store.adoption;

import static dev.assay.store.schema.Tables.MODEL_VERSION;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.Adoption.Approved;
import dev.assay.core.adoption.Adoption.Retired;
import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.adoption.MoveRefusedException.Refusal;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The versions of models in the store. Every move is one transaction: it is made only if nobody else has moved the version since it was seen,
 * and it is noted in the audit log.
 */
public final class ModelVersions {

    private final DSLContext dsl;

    /**
     * Versions over a database.
     *
     * @param dsl the database
     */
    public ModelVersions(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A version by number.
     *
     * @param id the number
     * @return the version, or empty if there is none
     */
    public Optional<StoredVersion> find(int id) {
        return fetch(MODEL_VERSION.VERSION_ID.eq(id)).stream().findFirst();
    }

    /**
     * The versions of a model.
     *
     * @param model the model's id
     * @return them, newest first
     */
    public List<StoredVersion> of(String model) {
        return fetch(MODEL_VERSION.MODEL.eq(model));
    }

    /**
     * All versions of all models.
     *
     * @return them, newest first
     */
    public List<StoredVersion> all() {
        return fetch(noCondition());
    }

    /**
     * The versions that decide on a day: of each model the one that came into force last, by its day and then by its approval. A version that was
     * retired by then is among them, and says that the model is not in force.
     *
     * @param day the day
     * @return them by model
     */
    public Map<String, StoredVersion> decidingOn(LocalDate day) {
        return fetch(MODEL_VERSION.IN_FORCE_FROM.le(day)).stream()
                .filter(version -> approvalOf(version).isPresent())
                .collect(Collectors.toMap(
                        StoredVersion::model,
                        version -> version,
                        (one, other) -> LATEST.compare(one, other) >= 0 ? one : other,
                        TreeMap::new));
    }

    private static final Comparator<StoredVersion> LATEST = Comparator.comparing(
                    (StoredVersion version) -> approvalOf(version).orElseThrow().from())
            .thenComparing(
                    version -> approvalOf(version).orElseThrow().decision().at())
            .thenComparingInt(StoredVersion::id);

    private static Optional<Approved> approvalOf(StoredVersion version) {
        return switch (version.adoption()) {
            case Approved approved -> Optional.of(approved);
            case Retired retired -> Optional.of(retired.approved());
            case Adoption.Open _, Adoption.Dropped _ -> Optional.empty();
        };
    }

    /**
     * Whether any version was ever taken out of force.
     *
     * @return true if there is one
     */
    public boolean hasRetired() {
        return dsl.fetchExists(MODEL_VERSION, MODEL_VERSION.STATE.eq(Retired.CODE));
    }

    /**
     * The version of a model that decides on a day.
     *
     * @param model the model's id
     * @param day the day
     * @return see {@link #decidingOn}; empty if no version of it was approved by then
     */
    public Optional<StoredVersion> findDeciding(String model, LocalDate day) {
        return Optional.ofNullable(decidingOn(day).get(model));
    }

    /**
     * The versions on trial on a day.
     *
     * @param day the day
     * @return them, by number
     */
    public List<StoredVersion> onTrial(LocalDate day) {
        return fetch(MODEL_VERSION.TRIAL_FROM.le(day).and(MODEL_VERSION.TRIAL_UNTIL.ge(day)))
                .reversed();
    }

    /**
     * Adds a draft.
     *
     * @param draft its text
     * @param by who wrote it
     * @param at when
     * @return the store's number of it
     */
    public int add(ModelDraft draft, String by, Instant at) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.insertInto(MODEL_VERSION)
                    .set(MODEL_VERSION.MODEL, draft.model())
                    .set(MODEL_VERSION.VERSION, draft.version())
                    .set(MODEL_VERSION.STATE, Adoption.Draft.CODE)
                    .set(MODEL_VERSION.REVISION, 1)
                    .set(MODEL_VERSION.EDITORS, by)
                    .set(MODEL_VERSION.TEXT, draft.text())
                    .set(MODEL_VERSION.CREATED_BY, by)
                    .set(MODEL_VERSION.CREATED_AT, UtcTime.column(at))
                    .set(MODEL_VERSION.EDITED_AT, UtcTime.column(at))
                    .execute();
            int id = tx.lastID().intValue();
            note(tx, id, new Move(by, "model-drafted", Map.of("model", draft.model(), "version", draft.version())), at);
            return id;
        });
    }

    /** Who moves, what the audit log calls it, and what it keeps of it. */
    private record Move(String by, String act, Map<String, ?> detail) {}

    /**
     * Gives an open version another text.
     *
     * @param seen the version as it was seen
     * @param draft the new text
     * @param by who wrote it
     * @param at when
     * @throws MoveRefusedException if the version is not open, is on trial, or was moved since
     */
    public void edit(StoredVersion seen, ModelDraft draft, String by, Instant at) {
        Adoption.Draft edited = open(seen).edit(by);
        if (seen.trial() != null) {
            throw new MoveRefusedException(
                    Refusal.ON_TRIAL,
                    "The version (%d) is on trial until %s.%nMaybe draft another one from it, or end the trial first."
                            .formatted(seen.id(), seen.trial().until()));
        }
        Map<Field<?>, @Nullable Object> columns = new VersionRow(edited).columns();
        columns.put(MODEL_VERSION.MODEL, draft.model());
        columns.put(MODEL_VERSION.VERSION, draft.version());
        columns.put(MODEL_VERSION.TEXT, draft.text());
        columns.put(MODEL_VERSION.EDITED_AT, UtcTime.column(at));
        columns.put(MODEL_VERSION.WHOLE, null);
        columns.put(MODEL_VERSION.SIMULATION, null);
        move(seen, columns, new Move(by, "model-edited", Map.of("version", draft.version())), at);
    }

    /**
     * Notes that a draft has no faults.
     *
     * @param seen the version as it was seen
     * @param checking the text that was checked
     * @param by who had it checked
     * @param at when
     * @throws MoveRefusedException if the version is no draft, or was moved since
     */
    public void check(StoredVersion seen, Checking checking, String by, Instant at) {
        if (!(seen.adoption() instanceof Adoption.Draft draft)) {
            throw outOfOrder(seen);
        }
        Map<Field<?>, @Nullable Object> columns = new VersionRow(draft.check(checking.digest())).columns();
        columns.put(MODEL_VERSION.WHOLE, checking.whole());
        move(seen, columns, new Move(by, "model-checked", Map.of("digest", checking.digest())), at);
    }

    /**
     * Notes what a simulation found. A version that was simulated before keeps the newest.
     *
     * @param seen the version as it was seen
     * @param digest SHA-256 of the text that was simulated
     * @param found what it found, as JSON
     * @param by who had it simulated
     * @param at when
     * @throws MoveRefusedException if that was another text, the version was not checked, or was moved since
     */
    public void simulate(StoredVersion seen, String digest, Values found, String by, Instant at) {
        Adoption.Simulated simulated = switch (seen.adoption()) {
            case Adoption.Checked checked -> checked.simulate(digest);
            case Adoption.Simulated again -> new Adoption.Checked(again.editors(), again.digest()).simulate(digest);
            case Adoption.Draft _, Approved _, Retired _, Adoption.Dropped _ -> throw outOfOrder(seen);
        };
        Map<Field<?>, @Nullable Object> columns = new VersionRow(simulated).columns();
        columns.put(MODEL_VERSION.SIMULATION, FactJson.write(found));
        move(seen, columns, new Move(by, "model-simulated", Map.of("digest", digest, "found", found)), at);
    }

    /**
     * Carries out a decision on a version.
     *
     * @param seen the version as it was seen
     * @param decided where the decision puts it: made by a move of the state that was seen
     * @param by who decided
     * @param at when
     * @throws MoveRefusedException if the version was moved since
     */
    public void decide(StoredVersion seen, Adoption decided, String by, Instant at) {
        Move move = switch (decided) {
            case Approved(var digest, var decision, var from) ->
                new Move(
                        by,
                        "model-approved",
                        Map.of("digest", digest, "from", from.toString(), "reason", decision.reason()));
            case Retired(var _, var retirement, var lastDay) ->
                new Move(by, "model-retired", Map.of("last-day", lastDay.toString(), "reason", retirement.reason()));
            case Adoption.Dropped(var decision) -> new Move(by, "model-dropped", Map.of("reason", decision.reason()));
            case Adoption.Open _ -> throw outOfOrder(seen);
        };
        Map<Field<?>, @Nullable Object> columns = new VersionRow(decided).columns();
        if (decided instanceof Adoption.Dropped) {
            columns.put(MODEL_VERSION.TRIAL_FROM, null);
            columns.put(MODEL_VERSION.TRIAL_UNTIL, null);
        }
        move(seen, columns, move, at);
    }

    /**
     * Gives a version back to those who wrote it.
     *
     * @param seen the version as it was seen
     * @param decision who decided, when and why
     * @throws MoveRefusedException if the version does not wait for approval, the person wrote it, or it was moved since
     */
    public void giveBack(StoredVersion seen, Decision decision) {
        if (!(seen.adoption() instanceof Adoption.Simulated simulated)) {
            throw outOfOrder(seen);
        }
        Map<Field<?>, @Nullable Object> columns = new VersionRow(simulated.giveBack(decision)).columns();
        columns.put(MODEL_VERSION.WHOLE, null);
        columns.put(MODEL_VERSION.SIMULATION, null);
        columns.put(MODEL_VERSION.TRIAL_FROM, null);
        columns.put(MODEL_VERSION.TRIAL_UNTIL, null);
        move(
                seen,
                columns,
                new Move(decision.by(), "model-given-back", Map.of("reason", decision.reason())),
                decision.at());
    }

    /**
     * Puts a version on trial, or gives its trial another end.
     *
     * @param seen the version as it was seen: checked, simulated, or approved for a later day
     * @param trial the time
     * @param by who decides
     * @param at when
     * @throws MoveRefusedException if the version is a draft, retired or dropped, or was moved since
     */
    public void tryOut(StoredVersion seen, Trial trial, String by, Instant at) {
        Map<Field<?>, @Nullable Object> columns = switch (seen.adoption()) {
            case Adoption.Checked _, Adoption.Simulated _, Approved _ -> new VersionRow(seen.adoption()).columns();
            case Adoption.Draft _, Retired _, Adoption.Dropped _ -> throw outOfOrder(seen);
        };
        columns.put(MODEL_VERSION.TRIAL_FROM, trial.from());
        columns.put(MODEL_VERSION.TRIAL_UNTIL, trial.until());
        move(
                seen,
                columns,
                new Move(
                        by,
                        "model-trial",
                        Map.of(
                                "from", trial.from().toString(),
                                "until", trial.until().toString())),
                at);
    }

    /**
     * Ends the trial of a version, so that it can be edited again. The ratings that it made are kept.
     *
     * @param seen the version as it was seen
     * @param by who decides
     * @param at when
     * @throws MoveRefusedException if it was moved since
     */
    public void endTrial(StoredVersion seen, String by, Instant at) {
        Map<Field<?>, @Nullable Object> columns = new VersionRow(seen.adoption()).columns();
        columns.put(MODEL_VERSION.TRIAL_FROM, null);
        columns.put(MODEL_VERSION.TRIAL_UNTIL, null);
        move(seen, columns, new Move(by, "model-trial-ended", Map.of()), at);
    }

    private static Adoption.Open open(StoredVersion seen) {
        if (seen.adoption() instanceof Adoption.Open open) {
            return open;
        }
        throw outOfOrder(seen);
    }

    private static MoveRefusedException outOfOrder(StoredVersion seen) {
        return new MoveRefusedException(
                Refusal.OUT_OF_ORDER,
                "The version (%d) is %s, and this move does not begin there.%nMaybe look at the version again."
                        .formatted(seen.id(), seen.adoption().code()));
    }

    private void move(StoredVersion seen, Map<Field<?>, @Nullable Object> columns, Move move, Instant at) {
        columns.put(MODEL_VERSION.REVISION, seen.revision() + 1);
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            int moved = tx.update(MODEL_VERSION)
                    .set(columns)
                    .where(MODEL_VERSION.VERSION_ID.eq(seen.id()))
                    .and(MODEL_VERSION.REVISION.eq(seen.revision()))
                    .execute();
            if (moved == 0) {
                throw new MoveRefusedException(
                        Refusal.CHANGED_SINCE,
                        "The version (%d) was changed by somebody else in the meantime.%nMaybe look at it again."
                                .formatted(seen.id()));
            }
            note(tx, seen.id(), move, at);
        });
    }

    private static void note(DSLContext tx, int id, Move move, Instant at) {
        AuditLog.note(
                tx, new AuditAct(move.by(), move.act(), StoredVersion.auditSubject(id), Values.of(move.detail())), at);
    }

    private List<StoredVersion> fetch(Condition condition) {
        return dsl.selectFrom(MODEL_VERSION)
                .where(condition)
                .orderBy(MODEL_VERSION.VERSION_ID.desc())
                .fetch(VersionRow::read);
    }
}

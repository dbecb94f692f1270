package dev.assay.store.intake;

import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import dev.assay.store.review.Answer;
import dev.assay.store.review.NameQuestion;
import dev.assay.store.review.NameQuestions;
import dev.assay.store.time.RecordedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what a person decides of whose record it is. Each answer is a run of its own for each file that asked, and so is its
 * undoing: {@code recorded_at} goes on increasing, nothing that was recorded changes, and every fact keeps its file and line. It shares the
 * lock of the imports.
 */
public final class NameAnswers {

    /** The lock under which files are taken in. */
    private static final String LOCK = "job-import";

    private static final int MOST_FACTS = 15;

    private final Database database;
    private final ImportRuns runs;
    private final FactMerge merge;
    private final NameQuestions questions;
    private final TransactionTemplate transaction;

    /**
     * Answers for a database.
     *
     * @param database it
     */
    public NameAnswers(Database database) {
        this.database = database;
        this.runs = new ImportRuns(database);
        this.merge = new FactMerge(database);
        this.questions = new NameQuestions(database.dsl());
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    /** What became of a decision. */
    public enum Outcome {
        /** It stands. */
        DONE,
        /** An answer stands already; or, when undoing, none does. */
        OVERTAKEN,
        /** The business is not known. */
        NO_SUCH_BUSINESS,
        /** There is no such question. */
        NO_SUCH_QUESTION,
        /** A file is being taken in; the same decision can be made when that is done. */
        BUSY
    }

    /**
     * Answers a question: its records are taken in, or left out.
     *
     * @param id the question's number
     * @param answer the answer
     * @param decision who decides, when and why
     * @return what became of it
     */
    public Outcome answer(long id, Answer answer, Decision decision) {
        return alone(() -> {
            Optional<NameQuestion> found = questions.find(id);
            if (found.isEmpty()) {
                return Outcome.NO_SUCH_QUESTION;
            }
            if (!found.get().isOpen()) {
                return Outcome.OVERTAKEN;
            }
            Identity business = switch (answer) {
                case Answer.OfBusiness(Identity identity) -> identity;
                case Answer.OfNewBusiness _ -> found.get().own();
                case Answer.OfNobody _ -> null;
            };
            if (answer instanceof Answer.OfBusiness && !isKnown(Objects.requireNonNull(business))) {
                return Outcome.NO_SUCH_BUSINESS;
            }
            write(id, answer, business, decision);
            dsl().execute(AnswerSql.RELEASE, id);
            if (business == null) {
                dsl().execute(
                                AnswerSql.KEEP_BACK,
                                "business-left-out",
                                "A person decided to leave this record out",
                                id);
            } else {
                take(id, business, answer instanceof Answer.OfNewBusiness, decision.at());
            }
            return Outcome.DONE;
        });
    }

    private void write(long id, Answer answer, @Nullable Identity business, Decision decision) {
        String scheme = business == null ? null : business.scheme();
        String value = business == null ? null : business.value();
        dsl().execute(
                        "UPDATE name_question SET answer = ?, scheme = ?, identity = ? WHERE question_id = ?",
                        answer.code(),
                        scheme,
                        value,
                        id);
        dsl().execute(
                        """
                        INSERT INTO name_decision (question_id, answer, scheme, identity, decided_by, decided_at, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        id,
                        answer.code(),
                        scheme,
                        value,
                        decision.by(),
                        ImportRuns.utc(decision.at()),
                        decision.reason());
    }

    private boolean isKnown(Identity identity) {
        return dsl().fetchOptional(
                        "SELECT business_key FROM identity WHERE scheme = ? AND identity = ?",
                        identity.scheme(),
                        identity.value())
                .isPresent();
    }

    private void take(long id, Identity business, boolean creates, Instant now) {
        for (Record source : dsl().fetch(AnswerSql.SOURCES, id)) {
            long held = source.get("run_id", Long.class);
            long run = begin(id, source, now);
            dsl().execute(AnswerSql.STAGE, run, creates, business.scheme(), business.value(), id, held);
            merge.publish(
                    new MergeRequest(
                            run,
                            source.get("feed", String.class),
                            source.get("sha256", String.class),
                            source.get("as_at", LocalDate.class),
                            source.get("history", Boolean.class),
                            source.get("source_rows", Long.class),
                            0,
                            0,
                            List.of(),
                            false,
                            false,
                            true,
                            null,
                            MOST_FACTS,
                            MergeRequest.Staged.UNKNOWN,
                            null),
                    now);
            dsl().execute(AnswerSql.NOTE_TAKEN, run, id, held);
            for (String table : new String[] {"staged_fact", "staged_key", "staged_outcome", "staged_description"}) {
                dsl().execute("DELETE FROM " + table + " WHERE run_id = ?", run);
            }
        }
    }

    private long begin(long id, Record source, Instant now) {
        long run = runs.begin(
                source.get("feed", String.class),
                source.get("file", String.class),
                source.get("sha256", String.class),
                source.get("definition", String.class),
                null,
                now);
        dsl().execute(
                        "UPDATE import_run SET question_id = ?, trust = ? WHERE run_id = ?",
                        id,
                        source.get("trust", Integer.class),
                        run);
        return run;
    }

    /**
     * Undoes the answer that stands: what it brought is closed, and the question is open again.
     *
     * @param id the question's number
     * @param decision who undoes it, when and why
     * @return what became of it
     */
    public Outcome undo(long id, Decision decision) {
        return alone(() -> {
            Optional<NameQuestion> found = questions.find(id);
            if (found.isEmpty()) {
                return Outcome.NO_SUCH_QUESTION;
            }
            if (found.get().isOpen()) {
                return Outcome.OVERTAKEN;
            }
            if (found.get().business() != null) {
                takeBack(id, decision.at());
            }
            dsl().execute("UPDATE held_fact SET taken_run = NULL WHERE question_id = ?", id);
            dsl().execute(
                            "UPDATE name_question SET answer = NULL, scheme = NULL, identity = NULL WHERE question_id = ?",
                            id);
            dsl().execute("""
                            UPDATE name_decision SET undone_by = ?, undone_at = ?, undone_reason = ?
                            WHERE question_id = ? AND undone_at IS NULL
                            """, decision.by(), ImportRuns.utc(decision.at()), decision.reason(), id);
            dsl().execute(AnswerSql.RELEASE, id);
            dsl().execute(AnswerSql.KEEP_BACK, "business-review", "A person has to decide whose record it is", id);
            return Outcome.DONE;
        });
    }

    private void takeBack(long id, Instant now) {
        var sources = dsl().fetch(AnswerSql.SOURCES, id);
        if (sources.isEmpty()) {
            return;
        }
        Record last = sources.getLast();
        var losers = dsl().fetch(AnswerSql.LOSERS, id);
        LocalDateTime recordedAt = RecordedTime.next(dsl(), now);
        long run = begin(id, last, now);
        long facts = dsl().execute(AnswerSql.TAKE_BACK, id, recordedAt);
        for (Record loser : losers) {
            long key = loser.get("business_key", Long.class);
            dsl().execute("UPDATE business SET changed_at = ? WHERE business_key = ?", recordedAt, key);
            if (loser.get("described", Boolean.class)) {
                Descriptions.tell(dsl(), List.of(key));
            }
        }
        dsl().execute(
                        "UPDATE import_run SET state = 'PUBLISHED', as_at = ?, retracted = ?, recorded_at = ? WHERE run_id = ?",
                        last.get("as_at", LocalDate.class),
                        facts,
                        recordedAt,
                        run);
    }

    private DSLContext dsl() {
        return database.dsl();
    }

    private Outcome alone(Supplier<Outcome> work) {
        Optional<NamedLock> lock = NamedLock.tryAcquire(database, LOCK);
        if (lock.isEmpty()) {
            return Outcome.BUSY;
        }
        try (NamedLock _ = lock.get()) {
            return Objects.requireNonNull(transaction.execute(_ -> work.get()));
        }
    }
}

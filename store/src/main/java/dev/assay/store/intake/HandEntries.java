package dev.assay.store.intake;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Source;
import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import dev.assay.store.database.SameTransaction;
import dev.assay.store.fact.FactJson;
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
 * Facts that an authorised person enters, corrects and withdraws. Each of these is a run of its own in the feed {@value #FEED}, with the paper
 * in the place of the file: {@code recorded_at} goes on increasing, nothing is deleted, and the business is rated anew. It shares the lock of
 * the imports. A correction stands under the record that it corrects, whichever feed knows that.
 */
public final class HandEntries {

    /** The feed. */
    public static final String FEED = "by-hand";

    /** What a version is closed as that a person corrected. */
    public static final String CORRECTED = "HAND_CORRECTED";

    /** What a version is closed as that a person withdrew. */
    public static final String WITHDRAWN = "HAND_WITHDRAWN";

    private final Database database;
    private final ImportRuns runs;
    private final TransactionTemplate transaction;

    /**
     * Entries into a database.
     *
     * @param database it
     */
    public HandEntries(Database database) {
        this.database = database;
        this.runs = new ImportRuns(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    /** What became of it. */
    public enum Outcome {
        /** It stands. */
        DONE,
        /** The very same was done before, with the same paper; nothing was done again. */
        ALREADY,
        /** The correction says what stands already. */
        SAME,
        /** The version does not stand any more. */
        OVERTAKEN,
        /** The business has no such version. */
        NO_SUCH_FACT,
        /** A file is being taken in; it can be done when that has ended. */
        BUSY
    }

    /**
     * What became of it, and where.
     *
     * @param outcome what became of it
     * @param run the run that did it, with DONE and ALREADY; else 0
     * @param fact the number of the version that it brought or withdrew, likewise
     */
    public record Result(Outcome outcome, long run, long fact) {

        private static Result not(Outcome outcome) {
            return new Result(outcome, 0, 0);
        }
    }

    /**
     * A version that may be corrected or withdrawn.
     *
     * @param fact it
     * @param feed the feed that knows its record
     * @param closedAs why it does not stand; null where it stands
     */
    public record Target(Fact fact, String feed, @Nullable String closedAs) {}

    /**
     * A version of a record of a business.
     *
     * @param business the store's key of the business
     * @param fact the version's number
     * @return it, or empty if there is none
     */
    public Optional<Target> find(long business, long fact) {
        return dsl().fetchOptional(HandSql.TARGET, business, fact)
                .map(row -> new Target(
                        new Fact(
                                fact,
                                row.get("kind", String.class),
                                row.get("licence", String.class),
                                row.get("occurred_on", LocalDate.class),
                                row.get("occurred_on", LocalDate.class),
                                Instant.EPOCH,
                                new Source(row.get("feed", String.class), "", 0),
                                FactJson.read(row.get("content", String.class))),
                        row.get("feed", String.class),
                        row.get("superseded_as", String.class)));
    }

    /**
     * What a run did by hand.
     *
     * @param run the run
     * @return the entry, or empty if the run took a file in
     */
    public Optional<HandEntry> find(long run) {
        return dsl().fetchOptional(HandSql.ENTRY, run)
                .map(row -> new HandEntry(
                        row.get("act", String.class),
                        row.get("entered_by", String.class),
                        row.get("reason", String.class),
                        row.get("paper", String.class),
                        new Identity(row.get("scheme", String.class), row.get("identity", String.class)),
                        row.get("kind", String.class)));
    }

    /**
     * Enters a fact that no feed told, and nothing else with it.
     *
     * @param business the store's key of the business
     * @param fact the fact
     * @param grounds who, when, why, and on what it rests
     * @return what became of it
     */
    public Result enter(long business, HandFact fact, HandGrounds grounds) {
        return enter(business, fact, grounds, SameTransaction.NOTHING);
    }

    /**
     * Enters a fact that no feed told.
     *
     * @param business the store's key of the business
     * @param fact the fact
     * @param grounds who, when, why, and on what it rests
     * @param also what else is to be done with it, or if it was done before; if it fails, nothing is entered
     * @return what became of it
     */
    public Result enter(long business, HandFact fact, HandGrounds grounds, SameTransaction also) {
        return alone(also, () -> {
            Optional<Record> same = dsl().fetchOptional(
                            HandSql.SAME,
                            business,
                            fact.kind(),
                            fact.occurredOn(),
                            fact.licence(),
                            FactJson.write(fact.values()),
                            grounds.paper());
            if (same.isPresent()) {
                return already(same.get());
            }
            Act act = new Act("ENTERED", business, grounds, fact, null);
            return act.add(
                    FEED, Long.toString(act.run), fact, grounds.decision().on());
        });
    }

    /**
     * Corrects a version: another takes its place. A version that a person withdrew stands again so.
     *
     * @param business the store's key of the business
     * @param factId the version
     * @param fact what is right, of the same kind
     * @param grounds who, when, why, and on what it rests
     * @return what became of it
     */
    public Result correct(long business, long factId, HandFact fact, HandGrounds grounds) {
        return alone(SameTransaction.NOTHING, () -> {
            Optional<Record> target = dsl().fetchOptional(HandSql.TARGET, business, factId);
            if (target.isEmpty()) {
                return Result.not(Outcome.NO_SUCH_FACT);
            }
            Record old = target.get();
            Optional<Record> standing = standing(old);
            if (old.get("superseded_at") != null) {
                if (standing.filter(now -> isDone(now, business, fact, grounds)).isPresent()) {
                    return already(standing.get());
                }
                if (!isLastWithdrawn(old)) {
                    return Result.not(Outcome.OVERTAKEN);
                }
            } else if (says(old, fact)) {
                return standing.filter(now -> isDone(now, business, fact, grounds))
                        .map(HandEntries::already)
                        .orElse(Result.not(Outcome.SAME));
            }
            Act act = new Act("CORRECTED", business, grounds, fact, old);
            dsl().execute(HandSql.CLOSE, act.recordedAt, CORRECTED, business, factId);
            return act.add(
                    old.get("feed", String.class),
                    old.get("record_key", String.class),
                    fact,
                    old.get("told_at", LocalDate.class));
        });
    }

    /**
     * Withdraws a version, and does nothing else with it.
     *
     * @param business the store's key of the business
     * @param factId the version
     * @param grounds who, when, why, and on what it rests
     * @return what became of it
     */
    public Result withdraw(long business, long factId, HandGrounds grounds) {
        return withdraw(business, factId, grounds, SameTransaction.NOTHING);
    }

    /**
     * Withdraws a version: none of its record stands from now on.
     *
     * @param business the store's key of the business
     * @param factId the version
     * @param grounds who, when, why, and on what it rests
     * @param also what else is to be done with it, or if it was done before; if it fails, nothing is withdrawn
     * @return what became of it
     */
    public Result withdraw(long business, long factId, HandGrounds grounds, SameTransaction also) {
        return alone(also, () -> {
            Optional<Record> target = dsl().fetchOptional(HandSql.TARGET, business, factId);
            if (target.isEmpty()) {
                return Result.not(Outcome.NO_SUCH_FACT);
            }
            Record old = target.get();
            if (old.get("superseded_at") != null) {
                return dsl().fetchOptional(HandSql.WITHDRAWN_WITH, business, factId)
                        .filter(_ -> isLastWithdrawn(old))
                        .filter(done -> done.get("paper", String.class).equals(grounds.paper()))
                        .map(done -> new Result(Outcome.ALREADY, done.get("run_id", Long.class), factId))
                        .orElse(Result.not(Outcome.OVERTAKEN));
            }
            Act act = new Act("WITHDRAWN", business, grounds, null, old);
            dsl().execute(HandSql.CLOSE, act.recordedAt, WITHDRAWN, business, factId);
            return act.end(factId);
        });
    }

    private Optional<Record> standing(Record old) {
        return dsl().fetchOptional(HandSql.STANDING, old.get("record_key"), old.get("feed"), old.get("kind"));
    }

    /** Whether a person withdrew the version and nothing came of its record since. */
    private boolean isLastWithdrawn(Record old) {
        return WITHDRAWN.equals(old.get("superseded_as", String.class))
                && dsl().fetchOptional(
                                HandSql.STOOD_LATER,
                                old.get("record_key"),
                                old.get("feed"),
                                old.get("kind"),
                                old.get("superseded_at", LocalDateTime.class))
                        .isEmpty();
    }

    private static boolean isDone(Record standing, long business, HandFact fact, HandGrounds grounds) {
        return standing.get("by_hand", Boolean.class)
                && standing.get("business_key", Long.class) == business
                && standing.get("file", String.class).equals(grounds.paper())
                && says(standing, fact);
    }

    private static boolean says(Record version, HandFact fact) {
        return Objects.equals(version.get("licence", String.class), fact.licence())
                && version.get("occurred_on", LocalDate.class).equals(fact.occurredOn())
                && version.get("content", String.class).equals(FactJson.write(fact.values()));
    }

    private static Result already(Record standing) {
        return new Result(Outcome.ALREADY, standing.get("run_id", Long.class), standing.get("fact_id", Long.class));
    }

    /** One thing that a person does: its run, and what it writes. */
    private final class Act {

        private final String name;
        private final long business;
        private final HandGrounds grounds;
        private final @Nullable Record old;
        private final LocalDateTime recordedAt;
        private final long run;
        private String feed = FEED;
        private String kind = "";
        private String recordKey = "";

        Act(String name, long business, HandGrounds grounds, @Nullable HandFact fact, @Nullable Record old) {
            this.name = name;
            this.business = business;
            this.grounds = grounds;
            this.old = old;
            this.recordedAt = RecordedTime.next(dsl(), grounds.decision().at());
            String digest = HandDigest.of(name, business, grounds, fact, old);
            this.run = runs.begin(
                    FEED, grounds.paper(), digest, "", null, grounds.decision().at());
            if (old != null) {
                this.feed = old.get("feed", String.class);
                this.kind = old.get("kind", String.class);
                this.recordKey = old.get("record_key", String.class);
            }
        }

        Result add(String ofFeed, String key, HandFact fact, LocalDate asAt) {
            this.feed = ofFeed;
            this.kind = fact.kind();
            this.recordKey = key;
            long id = run << 32;
            dsl().execute(
                            HandSql.ADD,
                            business,
                            id,
                            fact.kind(),
                            fact.licence(),
                            fact.occurredOn(),
                            grounds.decision().on(),
                            recordedAt,
                            asAt,
                            feed,
                            recordKey,
                            run,
                            FactJson.write(fact.values()));
            if (kind.equals(FactKinds.TAKEOVER.name())) {
                dsl().execute(TakeoverSql.KEEP_OWN, business, id);
            }
            return end(id);
        }

        /** Notes the entry, touches the business and makes the run visible. */
        Result end(long fact) {
            boolean adds = !name.equals("WITHDRAWN");
            dsl().execute(
                            HandSql.NOTE,
                            run,
                            name,
                            grounds.decision().by(),
                            recordedAt,
                            grounds.decision().reason(),
                            grounds.paper(),
                            business,
                            fact,
                            feed,
                            kind,
                            recordKey,
                            old == null ? null : old.get("told_business", Long.class),
                            old == null ? null : old.get("told_fact", Long.class));
            dsl().execute("UPDATE business SET changed_at = ? WHERE business_key = ?", recordedAt, business);
            if (kind.equals(FactKinds.BUSINESS.name())) {
                Descriptions.tell(dsl(), List.of(business));
            }
            boolean isNew = adds && old == null;
            dsl().execute(
                            HandSql.PUBLISH,
                            grounds.decision().on(),
                            adds ? 1 : 0,
                            isNew ? 1 : 0,
                            adds && !isNew ? 1 : 0,
                            adds ? 0 : 1,
                            recordedAt,
                            old == null ? Source.ORDINARY_TRUST : old.get("trust", Integer.class),
                            run);
            return new Result(Outcome.DONE, run, fact);
        }
    }

    private DSLContext dsl() {
        return database.dsl();
    }

    private Result alone(SameTransaction also, Supplier<Result> work) {
        Optional<NamedLock> lock = HandLock.await(database);
        if (lock.isEmpty()) {
            return Result.not(Outcome.BUSY);
        }
        try (NamedLock _ = lock.get()) {
            return Objects.requireNonNull(transaction.execute(_ -> {
                Result result = work.get();
                if (result.outcome() == Outcome.DONE || result.outcome() == Outcome.ALREADY) {
                    also.carry(dsl());
                }
                return result;
            }));
        }
    }
}

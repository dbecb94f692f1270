package dev.assay.store.intake;

import static dev.assay.store.schema.Tables.IMPORT_RUN;

import dev.assay.store.database.Beside;
import dev.assay.store.database.Database;
import dev.assay.store.intake.ImportRuns.Absent;
import dev.assay.store.time.RecordedTime;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a staged file visible, in one transaction: businesses and identities are added, each fact is compared with the version of its
 * record that stands, and what is new is written under one instant {@code recorded_at}, later than that of every run before. It runs in
 * the caller's transaction where there is one. Numbers of persons, which are read by way of facts alone, may be kept beside it ({@link
 * PersonKeeping}). The caller sees to it that no two merges run at once.
 */
public final class FactMerge {

    private static final Logger LOG = LoggerFactory.getLogger(FactMerge.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Of MariaDB and MySQL alike: "Column cannot be null". */
    private static final int NULL_IN_COLUMN = 1048;

    private final Database database;
    private final ImportRuns runs;
    private final PersonKeeping persons;
    private final TransactionTemplate transaction;

    /**
     * A merge into a database.
     *
     * @param database it
     */
    public FactMerge(Database database) {
        this.database = database;
        this.runs = new ImportRuns(database);
        this.persons = new PersonKeeping(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    /**
     * Makes a run visible. A run that is visible already stays as it is. A full state that would retract more than {@value
     * Retractions#MOST_PERCENT} % of what stands, and is not confirmed, waits: nothing of it is visible.
     *
     * @param request the run
     * @param now the time; {@code recorded_at} is this or, if a run was recorded later, a microsecond after that
     * @return the run's account
     */
    public ImportRuns.Account publish(MergeRequest request, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            ImportRuns.Account account = runs.find(request.runId()).orElseThrow();
            if (account.state() != RunState.STAGING) {
                return account;
            }
            Object before = status.createSavepoint();
            LocalDateTime recordedAt = RecordedTime.next(database.dsl(), now);
            try (Beside numbers = persons.begin(request, recordedAt)) {
                Absent tooMany = merge(request, recordedAt, status, before);
                if (tooMany != null) {
                    status.rollbackToSavepoint(before);
                    runs.waits(request, tooMany);
                }
                numbers.join();
            }
            return runs.find(request.runId()).orElseThrow();
        }));
    }

    private @Nullable Absent merge(
            MergeRequest request, LocalDateTime recordedAt, TransactionStatus status, Object before) {
        try {
            return new Run(database.dsl(), request, recordedAt, request.staged().plain()).publish();
        } catch (UnmarkedFirstException mistaken) {
            LOG.debug("A business was taken for seen and is new: the merge begins anew and looks at each.");
            status.rollbackToSavepoint(before);
            return new Run(database.dsl(), request, recordedAt, false).publish();
        }
    }

    /**
     * Notes that the very same file came again and told nothing new: a run of its own, with the refused rows of the one before.
     *
     * @param before the run that took it in
     * @param file the file's name now
     * @param now the time
     * @return the new run's number
     */
    public long repeat(long before, String file, Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            DSLContext dsl = database.dsl();
            Record earlier = dsl.fetchSingle(
                    "SELECT feed, sha256, definition, as_at, rows_read, refused, full_state FROM import_run WHERE run_id = ?",
                    before);
            long run = runs.begin(
                    earlier.get("feed", String.class),
                    file,
                    earlier.get("sha256", String.class),
                    earlier.get("definition", String.class),
                    null,
                    now);
            long read = earlier.get("rows_read", Long.class);
            long refused = earlier.get("refused", Long.class);
            for (String table : List.of("quarantine", "refused_row")) {
                dsl.execute("UPDATE " + table + " SET run_id = ? WHERE run_id = ?", run, before);
            }
            dsl.execute(
                    """
                    UPDATE import_run
                    SET state = 'PUBLISHED', as_at = ?, rows_read = ?, unchanged = ?, refused = ?, full_state = ?, recorded_at = ?
                    WHERE run_id = ?
                    """,
                    earlier.get("as_at", LocalDate.class),
                    read,
                    read - refused,
                    refused,
                    earlier.get("full_state", Boolean.class),
                    RecordedTime.next(dsl, now),
                    run);
            // What that run of a full state could not use is remembered as this one's too.
            dsl.execute("""
                    INSERT INTO refused_record (run_id, fact_no, kind, record_key)
                    SELECT ?, fact_no, kind, record_key FROM refused_record WHERE run_id = ?
                    """, run, before);
            return run;
        }));
    }

    /** One merge, with what its statements bind again and again. */
    private final class Run {

        private final DSLContext dsl;
        private final MergeRequest request;
        private final LocalDateTime recordedAt;
        private final long keyBefore;
        private final Retractions retractions;
        private final HandKeeping hands;
        private final boolean marksFirsts;
        private long refused;

        /** @param marksFirsts whether to believe that new businesses are those whose first fact says so */
        Run(DSLContext dsl, MergeRequest request, LocalDateTime recordedAt, boolean marksFirsts) {
            this.dsl = dsl;
            this.marksFirsts = marksFirsts;
            this.request = request;
            this.recordedAt = recordedAt;
            this.keyBefore = number(dsl, "SELECT COALESCE(MAX(business_key), 0) FROM business");
            this.retractions = new Retractions(dsl, request, runs, recordedAt);
            this.hands = new HandKeeping(dsl, request);
            this.refused = request.refused();
        }

        /** Makes the run visible; or says what it would retract, which is too much. */
        @Nullable
        Absent publish() {
            StagedNames names = new StagedNames(dsl, request, recordedAt);
            names.identify();
            addBusinesses();
            findAndRefuse(names);
            int noted = compare();
            Retractions.Outcome lacking = retractions.retract();
            if (lacking.waits()) {
                return lacking.absent();
            }
            boolean nothingNew = noted > 0 && isNothingNew();
            if (!nothingNew || lacking.retracted() > 0) {
                addFacts();
                describe(noted + lacking.retracted());
            }
            persons.finish(request, recordedAt);
            finish(nothingNew ? new long[] {0, request.read() - refused, 0, 0} : account(), lacking);
            return null;
        }

        private int execute(String name, String sql, Object... binds) {
            return MergeLog.execute(dsl, name, sql, binds);
        }

        private void addBusinesses() {
            long run = request.runId();
            execute("certain businesses", MergeSql.ADD_CERTAIN_BUSINESSES, recordedAt, recordedAt, run);
            execute("identities", MergeSql.ADD_IDENTITIES, keyBefore);
            if (!marksFirsts) {
                long keyBetween = number(dsl, "SELECT COALESCE(MAX(business_key), 0) FROM business");
                if (execute("other businesses", MergeSql.ADD_OTHER_BUSINESSES, recordedAt, recordedAt, run) > 0) {
                    execute("other identities", MergeSql.ADD_IDENTITIES, keyBetween);
                }
            }
            if (request.staged().aliases()) {
                execute("aliases", MergeSql.ADD_ALIASES, run);
            }
        }

        private void findAndRefuse(StagedNames names) {
            Refusals refusals = new Refusals(dsl, request);
            if (request.ofRecords()) {
                execute("by record", MergeSql.FIND_BY_RECORD, request.runId());
            }
            if (request.mayMiss()) {
                execute("by name", MergeSql.FIND_BY_NAME, request.runId(), request.runId());
                refused += names.keepBack();
                refused += refusals.refuseMissed();
            }
            if (request.staged().keysRepeated()) {
                execute("keys", MergeSql.NOTE_KEYS, request.runId());
            }
            if (!request.groupedKinds().isEmpty()) {
                refused += refusals.refuseApart(request.groupedKinds());
            }
        }

        /** Notes the outcome of each staged fact that is not simply new, and says for how many it did. */
        private int compare() {
            long run = request.runId();
            boolean repeated = dsl.fetchOptional("SELECT run_id FROM staged_key WHERE run_id = ? LIMIT 1", run)
                    .isPresent();
            int noted = repeated ? execute("repetitions", MergeSql.NOTE_REPETITIONS, run) : 0;
            if (!runs.hasPublished(request.feed())) {
                return noted + retractions.noteWithdrawn();
            }
            LocalDate asAt = request.asAt();
            noted += execute("present", MergeSql.COMPARE_WITH_PRESENT, asAt, asAt, request.feed(), run);
            noted += hands.keep();
            noted += retractions.noteWithdrawn();
            boolean again = runs.cameBefore(request);
            execute("closed", MergeSql.RECOGNISE_CLOSED, request.feed(), asAt, run, again, asAt, asAt, again);
            execute("close", MergeSql.CLOSE_SUPERSEDED, recordedAt, run);
            hands.noteOvertaken();
            execute("confirm", MergeSql.CONFIRM_UNCHANGED, asAt, run, asAt);
            return noted;
        }

        /** A file that is taken in again is common, and then most of the work can be left out. */
        private boolean isNothingNew() {
            return dsl.fetchSingle(MergeSql.NOTHING_NEW_AT_ALL, request.runId(), request.runId())
                    .get(0, Boolean.class);
        }

        private void addFacts() {
            LocalDate asAt = request.asAt();
            LocalDate today = recordedAt.toInstant(ZoneOffset.UTC).atZone(CHINA).toLocalDate();
            Object[] binds = {
                request.runId() << 32,
                asAt,
                request.history(),
                asAt,
                today,
                recordedAt,
                recordedAt,
                asAt,
                request.feed(),
                request.runId()
            };
            if (marksFirsts) {
                addFactsOfMarked(binds);
            } else {
                execute("facts", MergeSql.ADD_FACTS, binds);
            }
            if (request.namesPredecessors()) {
                execute("predecessors", TakeoverSql.KEEP_STAGED, request.feed(), request.runId());
            }
        }

        /** A fact whose business is missing after all has no key, and such facts come first. */
        private void addFactsOfMarked(Object[] binds) {
            try {
                execute("facts", MergeSql.ADD_FACTS_OF_MARKED, binds);
            } catch (DataAccessException e) {
                SQLException cause = e.getCause(SQLException.class);
                if (cause != null && cause.getErrorCode() == NULL_IN_COLUMN) {
                    throw new UnmarkedFirstException(e);
                }
                throw e;
            }
        }

        private void describe(long noted) {
            long run = request.runId();
            long base = run << 32;
            boolean described = request.staged().descriptions();
            if (keyBefore == 0) {
                if (described) {
                    execute("describe new", DescriptionSql.TAKE_NEWEST_OF_NEW, run, base, run);
                    Descriptions.weigh(dsl, run);
                }
                return;
            }
            if (execute("touch", MergeSql.TOUCH_BUSINESSES, run, keyBefore, run, run, recordedAt) > 0 && described) {
                execute("describe", DescriptionSql.TAKE_NEWEST, run, keyBefore, base, run);
            }
            if (noted > 0) {
                Descriptions.restoreLost(dsl, run);
            }
            Descriptions.weigh(dsl, run);
        }

        /** Source rows by what became of them: 1 unchanged, 2 taken, 3 superseded. */
        private long[] account() {
            long[] rows = new long[4];
            long run = request.runId();
            String places = IntStream.range(0, request.factsPerRecord())
                    .mapToObj(place -> "SELECT " + place + " AS place")
                    .collect(Collectors.joining(" UNION ALL "));
            for (Record row : dsl.fetch(MergeSql.ACCOUNT.formatted(places), run, run)) {
                rows[row.get(0, Integer.class)] = row.get(1, Long.class);
            }
            rows[1] += request.leftOut();
            rows[2] = request.read() - refused - rows[1] - rows[3];
            return rows;
        }

        private void finish(long[] rows, Retractions.Outcome lacking) {
            new Corrections(dsl, request, recordedAt).settle();
            Absent absent = lacking.absent();
            dsl.update(IMPORT_RUN)
                    .set(IMPORT_RUN.STATE, RunState.PUBLISHED.name())
                    .set(IMPORT_RUN.AS_AT, request.asAt())
                    .set(IMPORT_RUN.ROWS_READ, request.read())
                    .set(IMPORT_RUN.UNCHANGED, rows[1])
                    .set(IMPORT_RUN.TAKEN, rows[2])
                    .set(IMPORT_RUN.SUPERSEDED, rows[3])
                    .set(IMPORT_RUN.RETRACTED, lacking.retracted())
                    .set(IMPORT_RUN.REFUSED, refused)
                    .set(IMPORT_RUN.FULL_STATE, lacking.told())
                    .set(IMPORT_RUN.ABSENT, absent == null ? null : absent.records())
                    .set(IMPORT_RUN.STANDING, absent == null ? null : absent.standing())
                    .set(IMPORT_RUN.RECORDED_AT, recordedAt)
                    .set(IMPORT_RUN.MESSAGE, absent == null ? null : held(absent))
                    .where(IMPORT_RUN.RUN_ID.eq(request.runId()))
                    .execute();
            runs.endWaiting(request);
        }
    }

    /** The first fact of a new business does not say that it is the first. */
    private static final class UnmarkedFirstException extends RuntimeException {
        UnmarkedFirstException(DataAccessException cause) {
            super(cause);
        }
    }

    private static String held(Absent absent) {
        return "%,d records that the file lacks were not retracted, because the keys of refused rows cannot be read.%nMaybe correct those rows, or take the file in again with --confirm-retractions."
                .formatted(absent.records());
    }

    private static long number(DSLContext dsl, String sql) {
        return dsl.fetchSingle(sql).get(0, Long.class);
    }
}

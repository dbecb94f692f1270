package dev.assay.store.intake;

import static dev.assay.store.schema.Tables.IMPORT_RUN;

import dev.assay.store.database.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a staged file visible, in one transaction: businesses and identities are added, each fact is compared with the version of its
 * record that stands, and what is new is written under one instant {@code recorded_at}, later than that of every run before. It runs in
 * the caller's transaction where there is one. The caller sees to it that no two merges run at once.
 */
public final class FactMerge {

    private static final Logger LOG = LoggerFactory.getLogger(FactMerge.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Database database;
    private final ImportRuns runs;
    private final TransactionTemplate transaction;

    /**
     * A merge into a database.
     *
     * @param database it
     */
    public FactMerge(Database database) {
        this.database = database;
        this.runs = new ImportRuns(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    /**
     * Makes a run visible. A run that is visible already stays as it is.
     *
     * @param request the run
     * @param now the time; {@code recorded_at} is this or, if a run was recorded later, a microsecond after that
     * @return the run's account
     */
    public ImportRuns.Account publish(MergeRequest request, Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            ImportRuns.Account account = runs.find(request.runId()).orElseThrow();
            return account.published() ? account : new Run(database.dsl(), request, now).publish();
        }));
    }

    /** One merge, with what its statements bind again and again. */
    private final class Run {

        private final DSLContext dsl;
        private final MergeRequest request;
        private final LocalDateTime recordedAt;
        private final long keyBefore;
        private long refused;

        Run(DSLContext dsl, MergeRequest request, Instant now) {
            this.dsl = dsl;
            this.request = request;
            this.recordedAt = recordedAt(dsl, now);
            this.keyBefore = number(dsl, "SELECT COALESCE(MAX(business_key), 0) FROM business");
            this.refused = request.refused();
        }

        ImportRuns.Account publish() {
            addBusinesses();
            findAndRefuse();
            int noted = compare();
            boolean nothingNew = noted > 0 && isNothingNew();
            if (!nothingNew) {
                addFacts();
                describe(noted);
            }
            ImportRuns.Account account = nothingNew ? unchanged() : account();
            finish(account);
            return account;
        }

        private int execute(String name, String sql, Object... binds) {
            long start = System.nanoTime();
            int rows = dsl.execute(sql, binds);
            LOG.debug("merge {}: {} rows, {} ms", name, rows, (System.nanoTime() - start) / 1_000_000);
            return rows;
        }

        private void addBusinesses() {
            long run = request.runId();
            execute("certain businesses", MergeSql.ADD_CERTAIN_BUSINESSES, recordedAt, recordedAt, run);
            execute("identities", MergeSql.ADD_IDENTITIES, keyBefore);
            long keyBetween = number(dsl, "SELECT COALESCE(MAX(business_key), 0) FROM business");
            if (execute("other businesses", MergeSql.ADD_OTHER_BUSINESSES, recordedAt, recordedAt, run) > 0) {
                execute("other identities", MergeSql.ADD_IDENTITIES, keyBetween);
            }
            execute("aliases", MergeSql.ADD_ALIASES, run);
        }

        private void findAndRefuse() {
            Refusals refusals = new Refusals(dsl, request.runId());
            if (request.mayMiss()) {
                execute("by name", MergeSql.FIND_BY_NAME, request.runId(), request.runId());
                refused += refusals.refuseMissed();
            }
            execute("keys", MergeSql.NOTE_KEYS, request.runId());
            if (request.manyRows()) {
                refused += refusals.refuseApart();
            }
        }

        /** Notes the outcome of each staged fact that is not simply new, and says for how many it did. */
        private int compare() {
            long run = request.runId();
            boolean repeated = dsl.fetchOptional("SELECT run_id FROM staged_key WHERE run_id = ? LIMIT 1", run)
                    .isPresent();
            int noted = repeated ? execute("repetitions", MergeSql.NOTE_REPETITIONS, run) : 0;
            if (!runs.hasPublished(request.feed())) {
                return noted;
            }
            LocalDate asAt = request.asAt();
            noted += execute("present", MergeSql.COMPARE_WITH_PRESENT, asAt, asAt, request.feed(), run);
            execute("closed", MergeSql.RECOGNISE_CLOSED, request.feed(), asAt, asAt, run, request.sha256());
            execute("close", MergeSql.CLOSE_SUPERSEDED, recordedAt, run);
            execute("confirm", MergeSql.CONFIRM_UNCHANGED, asAt, run, asAt);
            return noted;
        }

        /** A file that is taken in again is common, and then most of the work can be left out. */
        private boolean isNothingNew() {
            return dsl.fetchSingle(MergeSql.NOTHING_NEW_AT_ALL, request.runId(), request.runId())
                    .get(0, Boolean.class);
        }

        private ImportRuns.Account unchanged() {
            return new ImportRuns.Account(true, request.read(), 0, request.read() - refused, 0, 0, refused);
        }

        private void addFacts() {
            LocalDate asAt = request.asAt();
            LocalDate today = recordedAt.toInstant(ZoneOffset.UTC).atZone(CHINA).toLocalDate();
            execute(
                    "facts",
                    MergeSql.ADD_FACTS,
                    request.runId() << 32,
                    asAt,
                    request.history(),
                    asAt,
                    today,
                    recordedAt,
                    recordedAt,
                    asAt,
                    request.feed(),
                    request.runId());
        }

        private void describe(int noted) {
            long run = request.runId();
            long base = run << 32;
            if (keyBefore == 0) {
                execute("describe new", DescriptionSql.TAKE_NEWEST_OF_NEW, run, base, run);
                return;
            }
            if (execute("touch", MergeSql.TOUCH_BUSINESSES, run, keyBefore, run, recordedAt) > 0) {
                execute("describe", DescriptionSql.TAKE_NEWEST, run, keyBefore, base, run);
            }
            if (noted > 0) {
                Descriptions.restore(dsl, dsl.fetch(DescriptionSql.LEFT_OVER, run, run));
            }
        }

        private ImportRuns.Account account() {
            long[] rows = new long[4];
            long run = request.runId();
            String places = IntStream.range(0, request.factsPerRecord())
                    .mapToObj(place -> "SELECT " + place + " AS place")
                    .collect(Collectors.joining(" UNION ALL "));
            for (Record row : dsl.fetch(MergeSql.ACCOUNT.formatted(places), run, run)) {
                rows[row.get(0, Integer.class)] = row.get(1, Long.class);
            }
            long taken = request.read() - refused - rows[1] - rows[3];
            return new ImportRuns.Account(true, request.read(), taken, rows[1], rows[3], 0, refused);
        }

        private void finish(ImportRuns.Account account) {
            execute("old quarantine", """
                    DELETE q FROM quarantine q JOIN import_run r ON r.run_id = q.run_id
                    WHERE r.feed = ? AND r.sha256 = ? AND r.run_id <> ?
                    """, request.feed(), request.sha256(), request.runId());
            dsl.update(IMPORT_RUN)
                    .set(IMPORT_RUN.STATE, "PUBLISHED")
                    .set(IMPORT_RUN.AS_AT, request.asAt())
                    .set(IMPORT_RUN.ROWS_READ, account.read())
                    .set(IMPORT_RUN.TAKEN, account.taken())
                    .set(IMPORT_RUN.UNCHANGED, account.unchanged())
                    .set(IMPORT_RUN.SUPERSEDED, account.superseded())
                    .set(IMPORT_RUN.REFUSED, account.refused())
                    .set(IMPORT_RUN.RECORDED_AT, recordedAt)
                    .setNull(IMPORT_RUN.MESSAGE)
                    .where(IMPORT_RUN.RUN_ID.eq(request.runId()))
                    .execute();
        }
    }

    private static LocalDateTime recordedAt(DSLContext dsl, Instant now) {
        LocalDateTime asked = ImportRuns.utc(now.truncatedTo(ChronoUnit.MICROS));
        LocalDateTime last =
                dsl.fetchSingle("SELECT MAX(recorded_at) FROM import_run").get(0, LocalDateTime.class);
        return last == null || asked.isAfter(last) ? asked : last.plus(1, ChronoUnit.MICROS);
    }

    private static long number(DSLContext dsl, String sql) {
        return dsl.fetchSingle(sql).get(0, Long.class);
    }
}

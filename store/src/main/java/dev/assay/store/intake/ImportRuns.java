package dev.assay.store.intake;

import static dev.assay.store.schema.Tables.IMPORT_RUN;

import dev.assay.store.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The runs in which files were taken in. */
public final class ImportRuns {

    private static final int LONGEST_MESSAGE = 1000;

    private final Database database;

    /**
     * The runs of a database.
     *
     * @param database it
     */
    public ImportRuns(Database database) {
        this.database = database;
    }

    /**
     * What a run came to, in source rows: read = taken + unchanged + superseded + refused.
     *
     * @param state how far it has come
     * @param read rows read
     * @param taken rows with a fact that was new
     * @param unchanged rows that told nothing new
     * @param superseded rows that corrected a fact, or were corrected by one that is here already
     * @param retracted facts that a full state lacked; outside the sum
     * @param refused rows in quarantine
     * @param absent what a full state lacks and did not retract; null where there is nothing like that
     */
    public record Account(
            RunState state,
            long read,
            long taken,
            long unchanged,
            long superseded,
            long retracted,
            long refused,
            @Nullable Absent absent) {}

    /**
     * Records that stand, that a full state lacks, and that were not retracted.
     *
     * @param records how many, at least 1
     * @param standing how many records of the feed stood before
     */
    public record Absent(long records, long standing) {}

    /**
     * Begins a run. Another of the same file that was interrupted has failed with that if it was begun under another definition of the feed:
     * nothing of the two may be mixed.
     *
     * @param feed the feed's id
     * @param file the file's name
     * @param sha256 the file's digest
     * @param definition the digest of the feed's definition
     * @param corrects the run whose refused rows the file corrects; null where it corrects none
     * @param now the time
     * @return the run's number
     */
    public long begin(
            String feed, String file, String sha256, String definition, @Nullable Long corrects, Instant now) {
        database.dsl().execute("""
                        UPDATE import_run SET state = 'FAILED', message = 'The definition of the feed changed before it was done.'
                        WHERE feed = ? AND sha256 = ? AND state = 'STAGING' AND NOT definition <=> ?
                        """, feed, sha256, definition);
        // jOOQ would write RETURNING for MariaDB, which the driver takes for no query.
        return database.dsl().connectionResult(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO import_run (feed, file, sha256, definition, state, started_at, corrects) VALUES (?, ?, ?, ?, 'STAGING', ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, feed);
                insert.setString(2, file);
                insert.setString(3, sha256);
                insert.setString(4, definition);
                insert.setObject(5, utc(now));
                insert.setObject(6, corrects);
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    /**
     * Notes what the feed's definition says of its word and its rhythm.
     *
     * @param runId the run
     * @param trust how far its word is trusted, 0 to 100
     * @param expectedDays the days after this file's as-at day by which the next is due, at least 1; null where nothing is said
     */
    public void note(long runId, int trust, @Nullable Integer expectedDays) {
        database.dsl()
                .execute(
                        "UPDATE import_run SET trust = ?, expected_days = ? WHERE run_id = ?",
                        trust,
                        expectedDays,
                        runId);
    }

    /**
     * Notes that a file was refused as a whole: its run, if one is under way, has failed for good; else it gets one that never began.
     *
     * @param feed the feed's id
     * @param file the file's name
     * @param sha256 the file's digest
     * @param definition the digest of the feed's definition
     * @param now the time
     * @param why what is wrong with the file, and the remedy
     */
    public void refused(String feed, String file, String sha256, String definition, Instant now, String why) {
        if (end("FAILED", feed, sha256, why) == 0) {
            begin(feed, file, sha256, definition, null, now);
            end("FAILED", feed, sha256, why);
        }
    }

    /**
     * Notes why a run stopped that goes on when the file is taken in again.
     *
     * @param feed the feed's id
     * @param sha256 the file's digest
     * @param why why it stopped
     */
    public void interrupted(String feed, String sha256, String why) {
        end("STAGING", feed, sha256, why);
    }

    /**
     * Whether a file was begun under another definition of its feed and interrupted.
     *
     * @param feed the feed's id
     * @param sha256 the file's digest
     * @param definition the digest of the definition as it is now
     * @return true if going on would mix two definitions
     */
    public boolean wasBegunOtherwise(String feed, String sha256, String definition) {
        return database.dsl().fetchOptional("""
                        SELECT run_id FROM import_run
                        WHERE feed = ? AND sha256 = ? AND state = 'STAGING' AND NOT definition <=> ? LIMIT 1
                        """, feed, sha256, definition).isPresent();
    }

    private int end(String state, String feed, String sha256, String why) {
        return database.dsl()
                .update(IMPORT_RUN)
                .set(IMPORT_RUN.STATE, state)
                .set(IMPORT_RUN.MESSAGE, why.substring(0, Math.min(why.length(), LONGEST_MESSAGE)))
                .where(IMPORT_RUN.FEED.eq(feed))
                .and(IMPORT_RUN.SHA256.eq(sha256))
                .and(IMPORT_RUN.STATE.eq("STAGING"))
                .execute();
    }

    /**
     * Whether an earlier run of a feed made facts visible.
     *
     * @param feed the feed's id
     * @return true if there may be facts to compare with
     */
    boolean hasPublished(String feed) {
        return database.dsl()
                .fetchOptional(
                        "SELECT run_id FROM import_run WHERE feed = ? AND state = 'PUBLISHED' AND taken + superseded > 0 LIMIT 1",
                        feed)
                .isPresent();
    }

    /** The newest as-at day of the full states of a feed that are visible; null if there are none. */
    @Nullable
    LocalDate lastFullState(String feed) {
        return database.dsl()
                .fetchSingle(
                        "SELECT MAX(as_at) FROM import_run WHERE feed = ? AND state = 'PUBLISHED' AND full_state", feed)
                .get(0, LocalDate.class);
    }

    /** Whether the very same file was made visible before, for the same day. */
    boolean cameBefore(MergeRequest request) {
        return earlier(request, "AND sha256 = '" + request.sha256() + "'");
    }

    /** Whether it was, and what it lacks was retracted then. */
    boolean toldBefore(MergeRequest request) {
        return earlier(request, "AND full_state AND sha256 = '" + request.sha256() + "'");
    }

    /** Whether any file of the same day was made visible before. */
    boolean anyOfTheDay(MergeRequest request) {
        return earlier(request, "");
    }

    private boolean earlier(MergeRequest request, String condition) {
        return database.dsl()
                .fetchOptional(
                        "SELECT run_id FROM import_run WHERE feed = ? AND state = 'PUBLISHED' AND as_at = ? "
                                + condition + " LIMIT 1",
                        request.feed(),
                        request.asAt())
                .isPresent();
    }

    /** Notes that a file waits, and for what. */
    void waits(MergeRequest request, Absent absent) {
        String why =
                "It would retract %,d of %,d records, more than %d %%.%nMaybe look at the file and, if it is right, take it in again with --confirm-retractions."
                        .formatted(absent.records(), absent.standing(), Retractions.MOST_PERCENT);
        database.dsl()
                .update(IMPORT_RUN)
                .set(IMPORT_RUN.STATE, RunState.WAITING.name())
                .set(IMPORT_RUN.AS_AT, request.asAt())
                .set(IMPORT_RUN.ROWS_READ, request.read())
                .set(IMPORT_RUN.REFUSED, request.refused())
                .set(IMPORT_RUN.ABSENT, absent.records())
                .set(IMPORT_RUN.STANDING, absent.standing())
                .set(IMPORT_RUN.MESSAGE, why)
                .where(IMPORT_RUN.RUN_ID.eq(request.runId()))
                .execute();
        endWaiting(request);
    }

    /** The same file has come again: its earlier runs wait no more. */
    void endWaiting(MergeRequest request) {
        database.dsl()
                .update(IMPORT_RUN)
                .set(IMPORT_RUN.STATE, RunState.REPEATED.name())
                .where(IMPORT_RUN.FEED.eq(request.feed()))
                .and(IMPORT_RUN.SHA256.eq(request.sha256()))
                .and(IMPORT_RUN.STATE.eq(RunState.WAITING.name()))
                .and(IMPORT_RUN.RUN_ID.ne(request.runId()))
                .execute();
    }

    /**
     * The last run that made the very same file visible, under the same definition of its feed and for the same day, if taking it in again can
     * change nothing: no row of it was refused for want of its business, which may be known by now, or told by a person since; and none is half
     * taken in.
     *
     * @param feed the feed's id
     * @param sha256 the file's digest
     * @param definition the digest of the feed's definition
     * @param asAt the day whose state it tells; null where its rows tell
     * @param fullState whether it is a full state: then what it lacks must have been retracted
     * @return the run, or empty if the file has to be looked at
     */
    public Optional<Long> findSame(
            String feed, String sha256, String definition, @Nullable LocalDate asAt, boolean fullState) {
        return database.dsl()
                .fetchOptional("""
                        SELECT r.run_id FROM import_run r
                        WHERE r.run_id = (SELECT MAX(l.run_id) FROM import_run l
                                          WHERE l.feed = ? AND l.sha256 = ? AND l.question_id IS NULL
                                            AND l.state IN ('PUBLISHED', 'STAGING'))
                          AND r.state = 'PUBLISHED' AND r.definition = ? AND r.as_at = COALESCE(?, r.as_at)
                          AND (r.full_state OR NOT ?)
                          AND NOT EXISTS (SELECT 1 FROM import_run d
                                          WHERE d.feed = r.feed AND d.sha256 = r.sha256 AND d.question_id IS NOT NULL
                                            AND d.run_id > r.run_id)
                          AND NOT EXISTS (SELECT 1 FROM quarantine q
                                          WHERE q.run_id = r.run_id AND q.closed_as IS NULL
                                            AND q.reason IN ('business-unknown', 'business-ambiguous', 'business-review',
                                              'business-left-out'))
                        """, feed, sha256, definition, asAt, fullState)
                .map(row -> row.get(0, Long.class));
    }

    /**
     * A run whose refused rows may be corrected.
     *
     * @param runId the run
     * @param feed its feed's id
     * @param asAt the as-at day of its file
     */
    public record Correctable(long runId, String feed, LocalDate asAt) {}

    /**
     * The run that holds the refused rows of a file now: that of the file's newest import.
     *
     * @param runId a run of the file
     * @return the run, or empty if there is no such run, or nothing of its file is visible
     */
    public Optional<Correctable> findCorrectable(long runId) {
        return database.dsl()
                .fetchOptional("""
                        SELECT n.run_id, n.feed, n.as_at
                        FROM import_run o JOIN import_run n ON n.feed = o.feed AND n.sha256 = o.sha256
                        WHERE o.run_id = ? AND n.state = 'PUBLISHED' AND n.question_id IS NULL
                        ORDER BY n.run_id DESC LIMIT 1
                        """, runId)
                .map(row ->
                        new Correctable(row.get(0, Long.class), row.get(1, String.class), row.get(2, LocalDate.class)));
    }

    /**
     * The account of a run.
     *
     * @param runId the run
     * @return its account, or empty if there is no such run
     */
    public Optional<Account> find(long runId) {
        return database.dsl().fetchOptional("""
                        SELECT state, rows_read, taken, unchanged, superseded, retracted, refused, absent, standing
                        FROM import_run WHERE run_id = ?
                        """, runId).map(ImportRuns::account);
    }

    private static Account account(Record row) {
        Long absent = row.get(7, Long.class);
        return new Account(
                RunState.valueOf(row.get(0, String.class)),
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class),
                row.get(6, Long.class),
                absent == null ? null : new Absent(absent, row.get(8, Long.class)));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

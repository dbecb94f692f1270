package dev.assay.store.intake;

import static dev.assay.store.schema.Tables.IMPORT_RUN;

import dev.assay.store.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Record;

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
     * @param published whether its facts are visible
     * @param read rows read
     * @param taken rows with a fact that was new
     * @param unchanged rows that told nothing new
     * @param superseded rows that corrected a fact, or were corrected by one that is here already
     * @param retracted facts that a full state lacked; outside the sum
     * @param refused rows in quarantine
     */
    public record Account(
            boolean published, long read, long taken, long unchanged, long superseded, long retracted, long refused) {}

    /**
     * Begins a run.
     *
     * @param feed the feed's id
     * @param file the file's name
     * @param sha256 the file's digest
     * @param now the time
     * @return the run's number
     */
    public long begin(String feed, String file, String sha256, Instant now) {
        // jOOQ would write RETURNING for MariaDB, which the driver takes for no query.
        return database.dsl().connectionResult(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO import_run (feed, file, sha256, state, started_at) VALUES (?, ?, ?, 'STAGING', ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, feed);
                insert.setString(2, file);
                insert.setString(3, sha256);
                insert.setObject(4, utc(now));
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    /**
     * Notes that a file was refused as a whole: its run, if one is under way, has failed for good; else it gets one that never began.
     *
     * @param feed the feed's id
     * @param file the file's name
     * @param sha256 the file's digest
     * @param now the time
     * @param why what is wrong with the file, and the remedy
     */
    public void refused(String feed, String file, String sha256, Instant now, String why) {
        if (end("FAILED", feed, sha256, why) == 0) {
            begin(feed, file, sha256, now);
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

    /**
     * The account of a run.
     *
     * @param runId the run
     * @return its account, or empty if there is no such run
     */
    public Optional<Account> find(long runId) {
        return database.dsl()
                .fetchOptional(
                        "SELECT state, rows_read, taken, unchanged, superseded, retracted, refused FROM import_run WHERE run_id = ?",
                        runId)
                .map(ImportRuns::account);
    }

    private static Account account(Record row) {
        return new Account(
                "PUBLISHED".equals(row.get(0, String.class)),
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class),
                row.get(6, Long.class));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

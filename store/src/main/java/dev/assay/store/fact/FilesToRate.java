package dev.assay.store.fact;

import dev.assay.store.time.UtcTime;
import java.util.List;
import org.jooq.DSLContext;

/**
 * The businesses whose files an incremental run has to read, gathered once from ranges of indexes, so that the work goes by what changed and
 * not by how many businesses there are. A file is to be read if a fact of it was recorded, superseded or retracted since the last run; if a
 * fact recorded earlier has come to pass since; or if the newest rating of the model has run out. Where the last run, which looked at every
 * file, left no rating, the model grades nothing of the file, and nothing but its facts changes that.
 */
public final class FilesToRate {

    private static final String CHANGED = """
            INSERT IGNORE INTO file_to_rate (rating_run_id, business_key)
            SELECT ?, business_key FROM business WHERE changed_at > ?
            """;

    private static final String COME_TO_PASS = """
            INSERT IGNORE INTO file_to_rate (rating_run_id, business_key)
            SELECT DISTINCT ?, business_key FROM fact WHERE occurred_on > ? AND occurred_on <= ?
            """;

    private static final String RUN_OUT = """
            INSERT IGNORE INTO file_to_rate (rating_run_id, business_key)
            SELECT ?, business_key FROM rating WHERE model = ? AND newest = TRUE AND valid_until < ?
            """;

    /** Whoever was ever read with a business of those above: a link that has ended since costs a reading and no more. */
    private static final String READ_WITH_ANOTHER = """
            INSERT IGNORE INTO file_to_rate (rating_run_id, business_key)
            SELECT DISTINCT n.rating_run_id, l.into_key
            FROM business_link l JOIN file_to_rate n ON n.business_key = l.merged_key AND n.rating_run_id = ?
            """;

    private final DSLContext dsl;

    /**
     * Files of a database.
     *
     * @param dsl the database
     */
    public FilesToRate(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Gathers them. Gathering again for the same run, after an interruption, adds nothing.
     *
     * @param run the run's number
     * @param model the name under which its ratings are kept
     * @param cut where it cuts the files; not before {@code last}
     * @param last the cut of the complete run that it builds on
     */
    public void gather(long run, String model, Cut cut, Cut last) {
        dsl.execute(CHANGED, run, UtcTime.column(last.knownAt()));
        dsl.execute(COME_TO_PASS, run, last.asOf(), cut.asOf());
        dsl.execute(RUN_OUT, run, model, cut.asOf());
        dsl.execute(READ_WITH_ANOTHER, run);
    }

    /**
     * How many were gathered.
     *
     * @param run the run's number
     * @return the number of businesses, merged ones counted, which are read with another
     */
    public int count(long run) {
        return dsl.fetchSingle("SELECT COUNT(*) FROM file_to_rate WHERE rating_run_id = ?", run)
                .into(int.class);
    }

    /**
     * Forgets what a run gathered.
     *
     * @param run the run's number
     */
    public void drop(long run) {
        dsl.execute("DELETE FROM file_to_rate WHERE rating_run_id = ?", run);
    }

    /**
     * Ranges of keys that share out what a run gathered.
     *
     * @param run the run's number
     * @param count how many ranges at most, at least 1
     * @return the ranges in order, each with as many of the businesses, give or take one; none if none was gathered
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public List<KeyRange> split(long run, int count) {
        return KeyRanges.split(dsl, "file_to_rate WHERE rating_run_id = " + run, count);
    }
}

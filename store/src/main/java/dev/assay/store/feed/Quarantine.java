package dev.assay.store.feed;

import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static dev.assay.store.schema.Tables.QUARANTINE;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The refused rows, each with its reason. */
public final class Quarantine {

    private static final String ENTRIES = """
            SELECT i.feed, i.file, q.line, q.column_name, q.value, q.reason, q.message
            FROM quarantine q
            JOIN import_run i ON i.run_id = q.run_id AND i.state = 'PUBLISHED'
            ORDER BY q.run_id, q.entry_no
            """;

    private final DSLContext dsl;

    /**
     * The quarantine of a database.
     *
     * @param dsl the database
     */
    public Quarantine(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Streams the entries of published imports, oldest import first, without holding them in memory.
     *
     * @param database the database
     * @param rows receives each entry
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, Consumer<RefusedRow> rows) throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    rows.accept(new RefusedRow(
                            r.getString(1),
                            r.getString(2),
                            r.getLong(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getString(7)));
                }
            }
        }
    }

    /**
     * The entries, counted.
     *
     * @return a count for each feed and reason that occurs, by feed, largest first
     */
    public List<RefusalCount> counts() {
        return dsl.select(IMPORT_RUN.FEED, QUARANTINE.REASON, DSL.count())
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(QUARANTINE.RUN_ID))
                .groupBy(IMPORT_RUN.FEED, QUARANTINE.REASON)
                .orderBy(IMPORT_RUN.FEED.asc(), DSL.count().desc(), QUARANTINE.REASON.asc())
                .fetch(row -> new RefusalCount(row.value1(), row.value2(), row.value3()));
    }

    /**
     * A part of the entries.
     *
     * @param feed the feed's id; null for all
     * @param reason the reason; null for all
     * @param run number of the import; null for all
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return them, newest import first, by line
     */
    public List<RefusedRow> rows(
            @Nullable String feed, @Nullable String reason, @Nullable Long run, int offset, int limit) {
        return dsl.select(
                        IMPORT_RUN.FEED,
                        IMPORT_RUN.FILE,
                        QUARANTINE.LINE,
                        QUARANTINE.COLUMN_NAME,
                        QUARANTINE.VALUE,
                        QUARANTINE.REASON,
                        QUARANTINE.MESSAGE)
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(QUARANTINE.RUN_ID))
                .where(condition(feed, reason, run))
                .orderBy(QUARANTINE.RUN_ID.desc(), QUARANTINE.ENTRY_NO.asc())
                .limit(offset, limit)
                .fetch(row -> new RefusedRow(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /**
     * How many entries there are.
     *
     * @param feed the feed's id; null for all
     * @param reason the reason; null for all
     * @param run number of the import; null for all
     * @return the number of entries that {@link #rows} gives over all pages
     */
    public int count(@Nullable String feed, @Nullable String reason, @Nullable Long run) {
        return dsl.selectCount()
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(QUARANTINE.RUN_ID))
                .where(condition(feed, reason, run))
                .fetchSingle()
                .value1();
    }

    private static Condition condition(@Nullable String feed, @Nullable String reason, @Nullable Long run) {
        return (feed == null ? noCondition() : IMPORT_RUN.FEED.eq(feed))
                .and(reason == null ? noCondition() : QUARANTINE.REASON.eq(reason))
                .and(run == null ? noCondition() : QUARANTINE.RUN_ID.eq(run));
    }
}

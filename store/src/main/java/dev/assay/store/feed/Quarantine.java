package dev.assay.store.feed;

import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static dev.assay.store.schema.Tables.QUARANTINE;

import dev.assay.store.database.Database;
import dev.assay.store.time.UtcTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The refused rows, each with its reason and with what became of it. Those of imports that are not visible are not in it. */
public final class Quarantine {

    private static final Condition VISIBLE = IMPORT_RUN.STATE.eq("PUBLISHED");

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
     * Streams entries, oldest import first, without holding them in memory.
     *
     * @param database the database
     * @param wanted which
     * @param rows receives each entry
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, QuarantineFilter wanted, Consumer<RefusedRow> rows)
            throws SQLException {
        try (Connection connection = database.streamingConnection()) {
            DSLContext streaming = DSL.using(
                    connection, database.dsl().dialect(), database.dsl().settings());
            try (Cursor<Record> cursor = entries(streaming, wanted)
                    .orderBy(QUARANTINE.RUN_ID, QUARANTINE.ENTRY_NO)
                    .fetchSize(Integer.MIN_VALUE)
                    .fetchLazy()) {
                cursor.forEach(row -> rows.accept(row(row)));
            }
        }
    }

    /**
     * The open entries, counted.
     *
     * @return a count for each feed and reason that occurs, by feed, largest first
     */
    public List<RefusalCount> counts() {
        return dsl.select(IMPORT_RUN.FEED, QUARANTINE.REASON, DSL.count())
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(QUARANTINE.RUN_ID))
                .where(VISIBLE)
                .and(QuarantineFilter.ALL_OPEN.condition())
                .groupBy(IMPORT_RUN.FEED, QUARANTINE.REASON)
                .orderBy(IMPORT_RUN.FEED.asc(), DSL.count().desc(), QUARANTINE.REASON.asc())
                .fetch(row -> new RefusalCount(row.value1(), row.value2(), row.value3()));
    }

    /**
     * The rows that an import refused, counted by reason: each row once for each of its reasons.
     *
     * @param run number of the import
     * @return a count for each reason that occurs, largest first
     */
    public Map<String, Integer> reasonsOf(long run) {
        return dsl.select(QUARANTINE.REASON, DSL.countDistinct(QUARANTINE.LINE))
                .from(QUARANTINE)
                .where(QUARANTINE.RUN_ID.eq(run))
                .groupBy(QUARANTINE.REASON)
                .orderBy(DSL.countDistinct(QUARANTINE.LINE).desc(), QUARANTINE.REASON.asc())
                .fetchMap(Record2::value1, Record2::value2);
    }

    /**
     * The files with open entries.
     *
     * @return one for each import with an open entry, newest first
     */
    public List<OpenFile> openFiles() {
        return dsl.select(IMPORT_RUN.RUN_ID, IMPORT_RUN.FEED, IMPORT_RUN.FILE, DSL.countDistinct(QUARANTINE.LINE))
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(QUARANTINE.RUN_ID))
                .where(VISIBLE)
                .and(QuarantineFilter.ALL_OPEN.condition())
                .groupBy(IMPORT_RUN.RUN_ID, IMPORT_RUN.FEED, IMPORT_RUN.FILE)
                .orderBy(IMPORT_RUN.RUN_ID.desc())
                .fetch(row -> new OpenFile(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /**
     * A file with rows that nobody has dealt with.
     *
     * @param run number of its import
     * @param feed the feed's id
     * @param file its name
     * @param lines how many rows, at least 1
     */
    public record OpenFile(long run, String feed, String file, int lines) {}

    /**
     * A part of the entries.
     *
     * @param wanted which
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return them, newest import first, by line
     */
    public List<RefusedRow> rows(QuarantineFilter wanted, int offset, int limit) {
        return entries(dsl, wanted)
                .orderBy(QUARANTINE.RUN_ID.desc(), QUARANTINE.ENTRY_NO.asc())
                .limit(offset, limit)
                .fetch(Quarantine::row);
    }

    /**
     * All entries of a row.
     *
     * @param run the import that refused it
     * @param line its line
     * @return its faults, open or closed; empty if the row was not refused
     */
    public List<RefusedRow> ofRow(long run, long line) {
        return entries(dsl, new QuarantineFilter(null, null, null, run, QuarantineFilter.State.ALL))
                .and(QUARANTINE.LINE.eq(line))
                .orderBy(QUARANTINE.ENTRY_NO)
                .fetch(Quarantine::row);
    }

    /**
     * A refused row as it stood in its file.
     *
     * @param run the import that refused it
     * @param line its line
     * @return its cells by the feed's columns, those left out that are empty; empty where it could not be split
     */
    public Map<String, String> cells(long run, long line) {
        return dsl.fetchOptional("SELECT cells FROM refused_row WHERE run_id = ? AND line = ?", run, line)
                .map(row -> RowsToCorrect.cells(row.get(0, String.class)))
                .orElse(Map.of());
    }

    /**
     * How many entries there are.
     *
     * @param wanted which
     * @return the number of entries that {@link #rows} gives over all pages
     */
    public int count(QuarantineFilter wanted) {
        return dsl.selectCount()
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(QUARANTINE.RUN_ID))
                .where(VISIBLE)
                .and(wanted.condition())
                .fetchSingle()
                .value1();
    }

    /**
     * Leaves a row out for good, with all its open entries and those of the other rows of its record.
     *
     * @param run the import that refused it
     * @param line its line
     * @param by the account of the person who decided so
     * @param why why, not blank
     * @param now when
     * @return how many entries were closed; 0 if none was open
     */
    public int leaveOut(long run, long line, String by, String why, Instant now) {
        return dsl.execute("""
                UPDATE quarantine q
                LEFT JOIN refused_row r ON r.run_id = q.run_id AND r.line = q.line
                SET q.closed_as = 'LEFT_OUT', q.closed_by = ?, q.closed_reason = ?, q.closed_at = ?
                WHERE q.run_id = ? AND q.closed_as IS NULL
                  AND COALESCE(r.record_line, q.line) = COALESCE(
                    (SELECT named.record_line FROM refused_row named WHERE named.run_id = ? AND named.line = ?), ?)
                """, by, why, UtcTime.column(now), run, run, line, line);
    }

    private static SelectConditionStep<Record> entries(DSLContext dsl, QuarantineFilter wanted) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(QUARANTINE.fields()));
        fields.add(IMPORT_RUN.FEED);
        fields.add(IMPORT_RUN.FILE);
        return dsl.select(fields)
                .from(QUARANTINE)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(QUARANTINE.RUN_ID))
                .where(VISIBLE)
                .and(wanted.condition());
    }

    private static RefusedRow row(Record row) {
        String as = row.get(QUARANTINE.CLOSED_AS);
        RefusedRow.@Nullable Closing closing = as == null
                ? null
                : new RefusedRow.Closing(
                        as,
                        row.get(QUARANTINE.CLOSED_RUN),
                        row.get(QUARANTINE.CLOSED_LINE),
                        UtcTime.instant(row.get(QUARANTINE.CLOSED_AT)),
                        row.get(QUARANTINE.CLOSED_BY),
                        row.get(QUARANTINE.CLOSED_REASON));
        return new RefusedRow(
                row.get(QUARANTINE.RUN_ID),
                row.get(IMPORT_RUN.FEED),
                row.get(IMPORT_RUN.FILE),
                row.get(QUARANTINE.LINE),
                row.get(QUARANTINE.COLUMN_NAME),
                row.get(QUARANTINE.VALUE),
                row.get(QUARANTINE.REASON),
                row.get(QUARANTINE.MESSAGE),
                closing);
    }
}

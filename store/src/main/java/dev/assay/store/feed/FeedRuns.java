package dev.assay.store.feed;

import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.store.fact.Cut;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The imports in the store. */
public final class FeedRuns {

    /** What the newest file's definition says of the rhythm holds. Binds: known at, as of, as of. */
    private static final String SILENT = """
            SELECT n.feed, l.last_as_at, n.expected_days
            FROM (SELECT feed, MAX(as_at) AS last_as_at, MAX(recorded_at) AS newest
                  FROM import_run
                  WHERE state = 'PUBLISHED' AND question_id IS NULL AND recorded_at <= ? AND as_at <= ?
                  GROUP BY feed) l
            JOIN import_run n ON n.recorded_at = l.newest
            WHERE l.last_as_at + INTERVAL n.expected_days DAY < ?
            ORDER BY n.feed
            """;

    private final DSLContext dsl;

    /**
     * Imports over a database.
     *
     * @param dsl the database
     */
    public FeedRuns(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The last import of each feed; a person's answer to whose record it is counts for none.
     *
     * @return one for each feed that ever delivered, by the feed's id
     */
    public List<FeedRun> lastOfEachFeed() {
        return runs(
                        IMPORT_RUN.RUN_ID.in(select(max(IMPORT_RUN.RUN_ID))
                                .from(IMPORT_RUN)
                                .where(IMPORT_RUN.QUESTION_ID.isNull())
                                .groupBy(IMPORT_RUN.FEED)),
                        Integer.MAX_VALUE)
                .stream()
                .sorted(Comparator.comparing(FeedRun::feed))
                .toList();
    }

    /**
     * The newest imports.
     *
     * @param feed the feed's id; null for all feeds
     * @param limit the most to give
     * @return them, newest first
     */
    public List<FeedRun> newest(@Nullable String feed, int limit) {
        return runs(feed == null ? noCondition() : IMPORT_RUN.FEED.eq(feed), limit);
    }

    /**
     * An import.
     *
     * @param id its number
     * @return it, or empty if there is none with this number
     */
    public Optional<FeedRun> find(long id) {
        return runs(IMPORT_RUN.RUN_ID.eq(id), 1).stream().findFirst();
    }

    /**
     * The feeds that were silent: of which a file was due and had not come.
     *
     * @param cut the day on which it was due, and what had come by which instant
     * @return them, by the feed's id
     */
    public List<SilentFeed> silent(Cut cut) {
        return dsl.fetch(SILENT, UtcTime.column(cut.knownAt()), cut.asOf(), cut.asOf())
                .map(row -> new SilentFeed(
                        row.get(0, String.class), row.get(1, LocalDate.class), row.get(2, Integer.class)));
    }

    /**
     * The silent feeds of a credit file.
     *
     * @param file the file
     * @return the feeds that it has a fact of and that were silent on its day, as known at its instant
     */
    public List<SilentFeed> silentIn(CreditFile file) {
        return SilentFeed.in(file, silent(new Cut(file.asOf(), file.knownAt())));
    }

    private List<FeedRun> runs(Condition wanted, int limit) {
        return dsl.select(List.of(IMPORT_RUN.fields()))
                .from(IMPORT_RUN)
                .where(wanted)
                .orderBy(IMPORT_RUN.RUN_ID.desc())
                .limit(limit)
                .fetch(FeedRuns::run);
    }

    private static FeedRun run(Record row) {
        var recordedAt = row.get(IMPORT_RUN.RECORDED_AT);
        return new FeedRun(
                row.get(IMPORT_RUN.RUN_ID),
                row.get(IMPORT_RUN.FEED),
                row.get(IMPORT_RUN.FILE),
                row.get(IMPORT_RUN.SHA256),
                row.get(IMPORT_RUN.AS_AT),
                row.get(IMPORT_RUN.STATE),
                row.get(IMPORT_RUN.ROWS_READ),
                row.get(IMPORT_RUN.TAKEN),
                row.get(IMPORT_RUN.UNCHANGED),
                row.get(IMPORT_RUN.SUPERSEDED),
                row.get(IMPORT_RUN.RETRACTED),
                row.get(IMPORT_RUN.REFUSED),
                UtcTime.instant(row.get(IMPORT_RUN.STARTED_AT)),
                recordedAt == null ? null : UtcTime.instant(recordedAt),
                row.get(IMPORT_RUN.MESSAGE),
                row.get(IMPORT_RUN.CORRECTS));
    }
}

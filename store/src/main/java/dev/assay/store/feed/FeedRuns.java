package dev.assay.store.feed;

import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.assay.store.time.UtcTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The imports in the store. */
public final class FeedRuns {

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

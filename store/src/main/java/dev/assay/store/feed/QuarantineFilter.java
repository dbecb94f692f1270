package dev.assay.store.feed;

import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static dev.assay.store.schema.Tables.QUARANTINE;
import static org.jooq.impl.DSL.noCondition;

import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the quarantine are asked for; null stands for all.
 *
 * @param feed the feed's id
 * @param file the file's name
 * @param reason the reason
 * @param run number of the import
 * @param state which entries by how they stand
 */
public record QuarantineFilter(
        @Nullable String feed,
        @Nullable String file,
        @Nullable String reason,
        @Nullable Long run,
        State state) {

    /** Entries by how they stand. */
    public enum State {
        /** Those that nobody has dealt with. */
        OPEN,
        /** Those whose row was corrected, refused again elsewhere, or left out. */
        CLOSED,
        /** All. */
        ALL
    }

    /** Every open entry. */
    public static final QuarantineFilter ALL_OPEN = new QuarantineFilter(null, null, null, null, State.OPEN);

    Condition condition() {
        return inState()
                .and(feed == null ? noCondition() : IMPORT_RUN.FEED.eq(feed))
                .and(file == null ? noCondition() : IMPORT_RUN.FILE.eq(file))
                .and(reason == null ? noCondition() : QUARANTINE.REASON.eq(reason))
                .and(run == null ? noCondition() : QUARANTINE.RUN_ID.eq(run));
    }

    private Condition inState() {
        return switch (state) {
            case OPEN -> QUARANTINE.CLOSED_AS.isNull();
            case CLOSED -> QUARANTINE.CLOSED_AS.isNotNull();
            case ALL -> noCondition();
        };
    }
}

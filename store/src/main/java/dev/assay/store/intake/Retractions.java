package dev.assay.store.intake;

import dev.assay.store.intake.ImportRuns.Absent;
import dev.assay.store.intake.MergeRequest.FullState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What full states mean for the merge: records that a file lacks do not stand at its as-at day, whenever it comes. So a record stands if
 * the newest file that says anything of it has it; a full state says something of every record but those whose rows it refused.
 */
final class Retractions {

    /** The largest share of what stands that is retracted without a look, in percent. */
    static final int MOST_PERCENT = 10;

    private final DSLContext dsl;
    private final MergeRequest request;
    private final ImportRuns runs;
    private final LocalDateTime recordedAt;

    Retractions(DSLContext dsl, MergeRequest request, ImportRuns runs, LocalDateTime recordedAt) {
        this.dsl = dsl;
        this.request = request;
        this.runs = runs;
        this.recordedAt = recordedAt;
    }

    /**
     * What becomes of the records that the file lacks.
     *
     * @param told whether its silence counts: it is a full state, and all its rows could be read or somebody confirmed it
     * @param retracted how many records were retracted
     * @param absent those that were not, or null
     * @param waits whether nothing of the file may become visible
     */
    record Outcome(boolean told, long retracted, @Nullable Absent absent, boolean waits) {}

    /** Notes what older files bring that a newer full state lacks, and what the same file brought before and was retracted since. */
    int noteWithdrawn() {
        LocalDate last = runs.lastFullState(request.feed());
        if (last == null || last.isBefore(request.asAt())) {
            return 0;
        }
        int noted = dsl.execute(RetractionSql.NOTE_WITHDRAWN, request.runId(), request.feed(), request.asAt());
        if (runs.cameBefore(request)) {
            noted += dsl.execute(RetractionSql.NOTE_RETURNING, request.runId());
        }
        return noted;
    }

    /** Retracts what the file lacks, if it is a full state. */
    Outcome retract() {
        FullState full = request.fullState();
        if (full == null) {
            return new Outcome(false, 0, null, false);
        }
        noteAbsent();
        long absent = most(dsl.fetch(RetractionSql.COUNT_ABSENT, request.runId()));
        boolean told = full.unread() == 0 || full.confirmed();
        if (absent == 0) {
            return new Outcome(told, 0, null, false);
        }
        Absent found = new Absent(absent, most(dsl.fetch(RetractionSql.COUNT_STANDING, request.feed(), recordedAt)));
        if (!full.confirmed() && absent * 100 > found.standing() * MOST_PERCENT) {
            return new Outcome(false, 0, found, true);
        }
        if (!told) {
            dsl.execute("DELETE FROM staged_retraction WHERE run_id = ?", request.runId());
            return new Outcome(false, 0, found, false);
        }
        dsl.execute(RetractionSql.RETRACT, recordedAt, request.runId());
        return new Outcome(true, absent, null, false);
    }

    private void noteAbsent() {
        long run = request.runId();
        dsl.execute(RetractionSql.NOTE_ABSENT, run, request.feed(), request.asAt(), run);
        if (runs.anyOfTheDay(request) && !runs.toldBefore(request)) {
            dsl.execute(RetractionSql.NOTE_ALL_KEYS, run);
            dsl.execute(RetractionSql.NOTE_ABSENT_OF_THE_DAY, run, request.feed(), request.asAt(), run, run);
        }
    }

    /** A record that makes several facts is counted once: by the kind of which there are most. */
    private static long most(Iterable<Record> countsByKind) {
        long most = 0;
        for (Record count : countsByKind) {
            most = Math.max(most, count.get(0, Long.class));
        }
        return most;
    }
}

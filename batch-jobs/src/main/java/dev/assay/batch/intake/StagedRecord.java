package dev.assay.batch.intake;

import dev.assay.batch.feed.DataWarning;
import dev.assay.batch.feed.SourceRow;
import dev.assay.store.intake.QuarantineEntry;
import dev.assay.store.intake.StagedFact;
import dev.assay.store.intake.StagedName;
import dev.assay.store.intake.StagedPerson;
import dev.assay.store.intake.UnusedRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record, ready to be staged.
 *
 * @param lastLine the first line of its last row
 * @param rows how many source rows it has
 * @param kept its source rows, where it is refused or corrects what was
 * @param facts its facts, or none where it is refused or left out
 * @param persons the numbers of identity documents that stood in its facts, encrypted
 * @param name how it names its business by name, or null
 * @param refusals why it is refused, or none
 * @param unused its records, where it is refused and the file is a full state
 * @param unread whether it is refused and nobody knows its records
 * @param warnings what is odd about it
 * @param latest the day that counts for the file's as-at day, or null
 */
record StagedRecord(
        long lastLine,
        int rows,
        List<SourceRow> kept,
        List<StagedFact> facts,
        List<StagedPerson> persons,
        @Nullable StagedName name,
        List<QuarantineEntry> refusals,
        List<UnusedRecord> unused,
        boolean unread,
        Set<DataWarning> warnings,
        @Nullable LocalDate latest) {

    /** Whether its feed leaves it out: nothing is wrong with it, and it tells nothing of anybody whose file this is. */
    boolean isLeftOut() {
        return facts.isEmpty() && refusals.isEmpty();
    }
}

package dev.assay.batch.intake;

import dev.assay.batch.feed.DataWarning;
import dev.assay.store.intake.QuarantineEntry;
import dev.assay.store.intake.StagedFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record, ready to be staged.
 *
 * @param lastLine the first line of its last row
 * @param rows how many source rows it has
 * @param facts its facts, or none where it is refused
 * @param refusals why it is refused, or none
 * @param warnings what is odd about it
 * @param latest the day that counts for the file's as-at day, or null
 */
record StagedRecord(
        long lastLine,
        int rows,
        List<StagedFact> facts,
        List<QuarantineEntry> refusals,
        Set<DataWarning> warnings,
        @Nullable LocalDate latest) {}

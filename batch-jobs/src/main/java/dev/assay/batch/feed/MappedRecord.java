package dev.assay.batch.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of one record: facts, or refusals, never both and never neither.
 *
 * @param firstLine the first line of its first row
 * @param lastLine the first line of its last row
 * @param rows how many source rows made it up
 * @param business how it names its business; null where it is refused
 * @param facts its facts; empty where it is refused
 * @param refusals why it is refused; at least one for each of its rows, or empty
 * @param warnings what is odd about it
 * @param latest the day that counts for the as-at day of the file, or null
 */
public record MappedRecord(
        long firstLine,
        long lastLine,
        int rows,
        @Nullable FoundBusiness business,
        List<MappedFact> facts,
        List<Refusal> refusals,
        Set<DataWarning> warnings,
        @Nullable LocalDate latest) {

    /**
     * Whether it goes to quarantine.
     *
     * @return true if it has refusals
     */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}

package dev.assay.batch.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of one record: facts, or refusals, never both; neither where its feed leaves it out.
 *
 * @param firstLine the first line of its first row
 * @param lastLine the first line of its last row
 * @param sources its rows
 * @param business how it names its business; null where it is refused or left out
 * @param facts its facts; empty where it is refused or left out
 * @param refusals why it is refused; at least one for each of its rows, or empty
 * @param warnings what is odd about it
 * @param latest the day that counts for the as-at day of the file, or null
 * @param unusedKeys the keys of its facts where it is refused; empty where one of them cannot be read, or the feed tells no full states
 */
public record MappedRecord(
        long firstLine,
        long lastLine,
        List<SourceRow> sources,
        @Nullable FoundBusiness business,
        List<MappedFact> facts,
        List<Refusal> refusals,
        Set<DataWarning> warnings,
        @Nullable LocalDate latest,
        Optional<List<UnusedKey>> unusedKeys) {

    /**
     * How many source rows made it up.
     *
     * @return their number, at least 1
     */
    public int rows() {
        return sources.size();
    }

    /**
     * Whether it goes to quarantine.
     *
     * @return true if it has refusals
     */
    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}

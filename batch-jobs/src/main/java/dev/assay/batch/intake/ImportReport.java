package dev.assay.batch.intake;

import dev.assay.batch.feed.DataWarning;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file, in source rows: read = taken + unchanged + superseded + refused.
 *
 * @param file the file as it was named
 * @param feed the feed's id
 * @param sha256 the file's digest
 * @param read rows read, the header and blank lines not counted
 * @param taken rows that told something new
 * @param unchanged rows that told nothing new
 * @param superseded rows that corrected what was known, or are older than what is known
 * @param retracted records that a full state lacked; outside the sum
 * @param refused rows in quarantine
 * @param absent what a full state lacks and did not retract; null where there is nothing like that
 * @param unknownColumns headers that the feed does not know; they were not read
 * @param warnings oddities of rows that were taken, with how many records showed each
 */
public record ImportReport(
        String file,
        String feed,
        String sha256,
        long read,
        long taken,
        long unchanged,
        long superseded,
        long retracted,
        long refused,
        @Nullable Absent absent,
        List<String> unknownColumns,
        Map<DataWarning, Long> warnings) {

    /** Copies the collections. */
    public ImportReport {
        unknownColumns = List.copyOf(unknownColumns);
        warnings = Map.copyOf(warnings);
    }

    /**
     * Records that stand, that a full state lacks, and that were not retracted.
     *
     * @param records how many, at least 1
     * @param standing how many records of the feed stood before
     * @param waits whether the whole file waits, because they are more than a tenth; otherwise they alone stay, because of refused rows
     * @param unread how many rows were refused whose records nobody knows
     */
    public record Absent(long records, long standing, boolean waits, long unread) {}

    /**
     * Whether the file waits for somebody to look: nothing of it is visible, and its counts say nothing.
     *
     * @return true if it has to be taken in again
     */
    public boolean isWaiting() {
        return absent != null && absent.waits();
    }

    /**
     * Whether all of it was done.
     *
     * @return true if no row was refused and nothing waits
     */
    public boolean isClean() {
        return refused == 0 && absent == null;
    }

    /**
     * Whether the file told nothing that was not known.
     *
     * @return true if nothing was taken, superseded or retracted
     */
    public boolean changedNothing() {
        return taken == 0 && superseded == 0 && retracted == 0 && absent == null;
    }
}

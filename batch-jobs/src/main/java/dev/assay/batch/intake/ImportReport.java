package dev.assay.batch.intake;

import dev.assay.batch.feed.DataWarning;
import java.util.List;
import java.util.Map;

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
 * @param retracted facts that a full state lacked; outside the sum
 * @param refused rows in quarantine
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
        List<String> unknownColumns,
        Map<DataWarning, Long> warnings) {

    /** Copies the collections. */
    public ImportReport {
        unknownColumns = List.copyOf(unknownColumns);
        warnings = Map.copyOf(warnings);
    }

    /**
     * Whether the file told nothing that was not known.
     *
     * @return true if nothing was taken, superseded or retracted
     */
    public boolean changedNothing() {
        return taken == 0 && superseded == 0 && retracted == 0;
    }
}

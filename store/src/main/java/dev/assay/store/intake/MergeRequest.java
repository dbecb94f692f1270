package dev.assay.store.intake;

import java.time.LocalDate;

/**
 * A staged run to be made visible.
 *
 * @param runId the run
 * @param feed its feed's id
 * @param sha256 its file's digest
 * @param asAt its file's as-at day
 * @param history whether its facts were known on the day when they happened; otherwise on the day when they are recorded
 * @param read how many source rows were read
 * @param refused how many of them are in quarantine
 * @param manyRows whether a record may have more than one source row: then a record key may not come again in the file
 * @param mayMiss whether a record may name a business that is not known, or name it without an identity
 * @param factsPerRecord how many facts a record has at most
 */
public record MergeRequest(
        long runId,
        String feed,
        String sha256,
        LocalDate asAt,
        boolean history,
        long read,
        long refused,
        boolean manyRows,
        boolean mayMiss,
        int factsPerRecord) {}

package dev.assay.store.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param leftOut how many of them the feed leaves out: they tell nothing new
 * @param groupedKinds the kinds with the number of a record of several rows in their key, which may not come again in the file
 * @param mayMiss whether a record may name a business that is not known, or name it without an identity
 * @param ofRecords whether its facts may belong to records of other feeds, and take the business or the day from those
 * @param namesPredecessors whether it may have facts of the kind {@code takeover}
 * @param corrects the run whose refused rows the file corrects; null where it corrects none
 * @param factsPerRecord how many facts a record has at most
 * @param staged what is known of its facts
 * @param fullState what is to be known of a full state; null for a delta
 */
public record MergeRequest(
        long runId,
        String feed,
        String sha256,
        LocalDate asAt,
        boolean history,
        long read,
        long refused,
        long leftOut,
        List<String> groupedKinds,
        boolean mayMiss,
        boolean ofRecords,
        boolean namesPredecessors,
        @Nullable Long corrects,
        int factsPerRecord,
        Staged staged,
        @Nullable FullState fullState) {

    /**
     * What is known of the staged facts, so that the merge need not look at each of them for what is not there. In doubt each of the last three
     * is true.
     *
     * @param plain whether all are committed, each record names its business by an identity and adds it if that is not known, and the first of
     *     each in the file says so, but for a rare mistake of a filter
     * @param keysRepeated whether a record key may stand more than once
     * @param aliases whether one may tell another identity of its business
     * @param descriptions whether one may describe its business
     */
    public record Staged(boolean plain, boolean keysRepeated, boolean aliases, boolean descriptions) {

        /** Nothing is known. */
        public static final Staged UNKNOWN = new Staged(false, true, true, true);
    }

    /**
     * A file that is the full state of its feed.
     *
     * @param unread source rows that were refused and whose records nobody knows: any record that the file lacks may be one of them
     * @param confirmed whether somebody looked at the file and wants what it lacks to be retracted, however much it is
     */
    public record FullState(long unread, boolean confirmed) {}

    /** Copies the list. */
    public MergeRequest {
        groupedKinds = List.copyOf(groupedKinds);
    }

    /** Whether no staged fact can be refused or kept back when it meets the store. */
    boolean keepsAllStaged() {
        return !mayMiss && groupedKinds.isEmpty();
    }
}

package dev.assay.store.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One file's import, with where each of its rows went.
 *
 * @param id the store's number
 * @param feed the feed's id
 * @param file the file's name
 * @param sha256 the file's SHA-256, 64 hexadecimal digits in lower case
 * @param asAt the day whose state the file tells; null where it was not known
 * @param state {@code STAGING}, {@code PUBLISHED}, {@code FAILED}, {@code WAITING} or {@code REPEATED}
 * @param read source rows read
 * @param taken rows with something new
 * @param unchanged rows that said what was known
 * @param superseded rows that a newer state had already overtaken, or that corrected what was known
 * @param retracted records that the file lacks and that no longer hold; outside the sum
 * @param refused rows in quarantine
 * @param startedAt when it started
 * @param recordedAt when its facts became visible; null while they have not
 * @param message why it failed or waits; null where it did not
 * @param corrects the import whose refused rows it corrected; null where it was no correction sheet
 */
public record FeedRun(
        long id,
        String feed,
        String file,
        String sha256,
        @Nullable LocalDate asAt,
        String state,
        long read,
        long taken,
        long unchanged,
        long superseded,
        long retracted,
        long refused,
        Instant startedAt,
        @Nullable Instant recordedAt,
        @Nullable String message,
        @Nullable Long corrects) {

    /**
     * Whether every row read is accounted for.
     *
     * @return true if read = taken + unchanged + superseded + refused, or nothing of the file is visible
     */
    public boolean addsUp() {
        return !state.equals("PUBLISHED") || read == taken + unchanged + superseded + refused;
    }
}

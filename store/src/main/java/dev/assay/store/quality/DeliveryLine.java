package dev.assay.store.quality;

/**
 * The files that a feed delivered in a month.
 *
 * @param feed the feed's id
 * @param month the month, such as {@code 2026-11}
 * @param files how many were taken in
 * @param failed how many were refused as a whole
 * @param read source rows read
 * @param repeated rows that told nothing new
 * @param refused rows in quarantine
 */
public record DeliveryLine(
        String feed, String month, long files, long failed, long read, long repeated, long refused) {}

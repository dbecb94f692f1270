package dev.assay.store.feed;

/**
 * How many entries of a feed are in quarantine for a reason.
 *
 * @param feed the feed's id
 * @param reason the reason
 * @param count how many, at least 1
 */
public record RefusalCount(String feed, String reason, int count) {}

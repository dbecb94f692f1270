package dev.assay.batch.feed;

/**
 * A record of another feed, as a row names it.
 *
 * @param feed the other feed's id
 * @param kind the kind of its fact
 * @param key its own key
 */
public record OtherRecord(String feed, String kind, String key) {}

package dev.assay.batch.feed;

/**
 * The key of a fact whose row was refused: its record is not absent from the file, and a later one may bring it.
 *
 * @param kind the name of the fact's kind
 * @param recordKey the record's own key within feed and kind
 */
public record UnusedKey(String kind, String recordKey) {}

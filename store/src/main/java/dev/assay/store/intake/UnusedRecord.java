package dev.assay.store.intake;

/**
 * A record whose row is refused: it is not absent from a full state, and a later file may bring it.
 *
 * @param line the first line of its row
 * @param place its place among the row's facts, 0 to 15
 * @param kind its kind
 * @param recordKey the record's own key
 */
public record UnusedRecord(long line, int place, String kind, String recordKey) {}

package dev.assay.store.history;

/**
 * How much a file holds of one kind of fact.
 *
 * @param kind the kind
 * @param standing records of which a version stands
 * @param withdrawn records of which none stands any more
 * @param versions versions of both together
 */
public record KindTally(String kind, long standing, long withdrawn, long versions) {}

package dev.assay.store.work;

import java.time.Instant;

/**
 * What came back of a visit.
 *
 * @param id the store's number
 * @param sendKey what the device that sent it calls it
 * @param stands whether it became the fact; others are kept beside it
 * @param content JSON, as it was checked
 * @param by who sent it
 * @param at when it arrived
 */
public record StoredReport(long id, String sendKey, boolean stands, String content, String by, Instant at) {}

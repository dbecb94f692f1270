package dev.assay.store.audit;

import java.time.Instant;

/**
 * Who does something, and when.
 *
 * @param by the account
 * @param at when
 */
public record Acting(String by, Instant at) {}

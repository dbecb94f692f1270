package dev.assay.store.audit;

import dev.assay.core.fact.Values;
import java.time.Instant;

/**
 * An entry of the audit log.
 *
 * @param number its place, from 1
 * @param at when, to the microsecond
 * @param actor the account of who did it
 * @param act what was done, such as {@code model-approved}
 * @param subject to what, such as {@code model-version:12}
 * @param detail what more is to be known of it
 * @param digest hexadecimal SHA-256 over all this and the digest of the entry before
 */
public record AuditEntry(
        long number, Instant at, String actor, String act, String subject, Values detail, String digest) {}

package dev.assay.store.audit;

import dev.assay.core.fact.Values;

/**
 * Something that a person did, to be noted.
 *
 * @param actor the person's account
 * @param act what was done, such as {@code model-approved}
 * @param subject to what, such as {@code model-version:12}
 * @param detail what more is to be known of it
 */
public record AuditAct(String actor, String act, String subject, Values detail) {}

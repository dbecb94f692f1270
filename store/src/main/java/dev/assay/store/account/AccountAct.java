package dev.assay.store.account;

import dev.assay.core.fact.Values;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * An act of a person upon accounts or keys.
 *
 * @param by the person's account
 * @param at when
 * @param subject what the audit log is to call what it was done to, such as {@code business:uscc:9135…} or {@code account:wang}
 */
public record AccountAct(String by, Instant at, String subject) {

    /** Notes it in the transaction that does it. */
    void note(DSLContext tx, String what, Map<String, ?> detail) {
        AuditLog.note(tx, new AuditAct(by, what, subject, Values.of(detail)), at);
    }
}

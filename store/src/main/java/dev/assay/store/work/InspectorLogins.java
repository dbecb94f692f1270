package dev.assay.store.work;

import static dev.assay.store.schema.Tables.INSPECTOR_LOGIN;

import dev.assay.core.fact.Values;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Under which login an inspector works. */
public final class InspectorLogins {

    private final DSLContext dsl;

    /**
     * Logins over a database.
     *
     * @param dsl the database
     */
    public InspectorLogins(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The inspector of a login.
     *
     * @param account the account
     * @return the inspector's number, or empty if the login is no inspector's
     */
    public Optional<String> inspectorOf(String account) {
        return dsl.select(INSPECTOR_LOGIN.INSPECTOR)
                .from(INSPECTOR_LOGIN)
                .where(INSPECTOR_LOGIN.ACCOUNT.eq(account))
                .fetchOptional(row -> row.value1());
    }

    /**
     * All logins.
     *
     * @return accounts by the inspector's number
     */
    public Map<String, String> all() {
        return dsl.selectFrom(INSPECTOR_LOGIN).fetchMap(INSPECTOR_LOGIN.INSPECTOR, INSPECTOR_LOGIN.ACCOUNT);
    }

    /**
     * Gives an inspector a login, in the place of the one before, and notes it.
     *
     * @param inspector the inspector's number
     * @param account the account, or empty for none
     * @param by who decides
     * @param at when
     */
    public void set(String inspector, String account, String by, Instant at) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.deleteFrom(INSPECTOR_LOGIN)
                    .where(INSPECTOR_LOGIN.INSPECTOR.eq(inspector))
                    .or(INSPECTOR_LOGIN.ACCOUNT.eq(account))
                    .execute();
            if (!account.isEmpty()) {
                tx.insertInto(INSPECTOR_LOGIN)
                        .set(INSPECTOR_LOGIN.ACCOUNT, account)
                        .set(INSPECTOR_LOGIN.INSPECTOR, inspector)
                        .execute();
            }
            AuditLog.note(
                    tx,
                    new AuditAct(
                            by,
                            "inspector-login",
                            "inspectors",
                            Values.of(Map.of("inspector", inspector, "account", account))),
                    at);
        });
    }
}

package dev.assay.store.account;

import static dev.assay.store.schema.Tables.ACCOUNT;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** The accounts in the store. */
public final class Accounts {

    private final DSLContext dsl;

    /**
     * Accounts over a database.
     *
     * @param dsl the database
     */
    public Accounts(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * An account by name.
     *
     * @param name the name, compared exactly
     * @return the account, or empty if there is none
     */
    public Optional<Account> find(String name) {
        return dsl.select(ACCOUNT.NAME, ACCOUNT.PASSWORD_HASH, ACCOUNT.ROLE, ACCOUNT.BUSINESS_KEY)
                .from(ACCOUNT)
                .where(ACCOUNT.NAME.eq(name))
                .fetchOptional(
                        row -> new Account(row.value1(), row.value2(), Role.valueOf(row.value3()), row.value4()));
    }

    /**
     * Adds an account, or gives an existing one a new password, role and business.
     *
     * @param account the account
     * @param at now
     */
    public void put(Account account, Instant at) {
        dsl.insertInto(ACCOUNT)
                .set(ACCOUNT.NAME, account.name())
                .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
                .set(ACCOUNT.ROLE, account.role().name())
                .set(ACCOUNT.BUSINESS_KEY, account.businessKey())
                .set(ACCOUNT.CREATED_AT, UtcTime.column(at))
                .onDuplicateKeyUpdate()
                .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
                .set(ACCOUNT.ROLE, account.role().name())
                .set(ACCOUNT.BUSINESS_KEY, account.businessKey())
                .execute();
    }

    /**
     * Whether nobody can log in yet.
     *
     * @return true if there is no account
     */
    public boolean isEmpty() {
        return !dsl.fetchExists(ACCOUNT);
    }
}

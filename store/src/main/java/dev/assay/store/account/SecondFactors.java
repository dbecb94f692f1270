package dev.assay.store.account;

import static dev.assay.store.schema.Tables.ACCOUNT_FACTOR;
import static dev.assay.store.schema.Tables.ACCOUNT_RECOVERY;
import static dev.assay.store.schema.Tables.ROLE_FACTOR;

import dev.assay.store.time.UtcTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** The second factors of accounts, and the roles that need one. Each change stands in the audit log. */
public final class SecondFactors {

    private final DSLContext dsl;

    /**
     * The factors of a database.
     *
     * @param dsl the database
     */
    public SecondFactors(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A second factor.
     *
     * @param nonce what its secret follows from
     * @param confirmed whether it is asked for at login
     */
    public record Factor(String nonce, boolean confirmed) {}

    /**
     * The factor of an account.
     *
     * @param name the account
     * @return it, confirmed or not; empty if none was begun
     */
    public Optional<Factor> find(String name) {
        return dsl.selectFrom(ACCOUNT_FACTOR)
                .where(ACCOUNT_FACTOR.NAME.eq(name))
                .fetchOptional(
                        row -> new Factor(row.get(ACCOUNT_FACTOR.NONCE), row.get(ACCOUNT_FACTOR.CONFIRMED_AT) != null));
    }

    /**
     * The accounts that have one.
     *
     * @return their names
     */
    public Set<String> confirmed() {
        return dsl.select(ACCOUNT_FACTOR.NAME)
                .from(ACCOUNT_FACTOR)
                .where(ACCOUNT_FACTOR.CONFIRMED_AT.isNotNull())
                .fetchSet(ACCOUNT_FACTOR.NAME);
    }

    /**
     * Begins one; what was begun before and not confirmed is forgotten.
     *
     * @param name the account
     * @param nonce a fresh nonce, 32 hexadecimal digits
     * @return false if the account has one already, which stays
     */
    public boolean begin(String name, String nonce) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.deleteFrom(ACCOUNT_FACTOR)
                    .where(ACCOUNT_FACTOR.NAME.eq(name).and(ACCOUNT_FACTOR.CONFIRMED_AT.isNull()))
                    .execute();
            return tx.insertInto(ACCOUNT_FACTOR)
                            .set(ACCOUNT_FACTOR.NAME, name)
                            .set(ACCOUNT_FACTOR.NONCE, nonce)
                            .set(ACCOUNT_FACTOR.LAST_STEP, 0L)
                            .onDuplicateKeyIgnore()
                            .execute()
                    == 1;
        });
    }

    /**
     * Confirms one that was begun.
     *
     * @param name the account
     * @param step the half minute of the code that proved it
     * @param codes hashes of its recovery codes
     * @param act who did it
     * @return false if there was none to confirm
     */
    public boolean confirm(String name, long step, Collection<String> codes, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean done = tx.update(ACCOUNT_FACTOR)
                            .set(ACCOUNT_FACTOR.CONFIRMED_AT, UtcTime.column(act.at()))
                            .set(ACCOUNT_FACTOR.LAST_STEP, step)
                            .where(ACCOUNT_FACTOR.NAME.eq(name).and(ACCOUNT_FACTOR.CONFIRMED_AT.isNull()))
                            .execute()
                    == 1;
            if (done) {
                replace(tx, name, codes);
                act.note(tx, "factor-set", Map.of());
            }
            return done;
        });
    }

    /**
     * Takes a code of a half minute, once.
     *
     * @param name the account
     * @param step the half minute
     * @return false if a code of it, or of a later one, was taken before
     */
    public boolean take(String name, long step) {
        return dsl.update(ACCOUNT_FACTOR)
                        .set(ACCOUNT_FACTOR.LAST_STEP, step)
                        .where(ACCOUNT_FACTOR
                                .NAME
                                .eq(name)
                                .and(ACCOUNT_FACTOR.CONFIRMED_AT.isNotNull())
                                .and(ACCOUNT_FACTOR.LAST_STEP.lt(step)))
                        .execute()
                == 1;
    }

    /**
     * Takes a recovery code, once.
     *
     * @param name the account
     * @param hash the code's hash
     * @param act who did it
     * @return false if it is none, or was taken before
     */
    public boolean recover(String name, String hash, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean taken = tx.deleteFrom(ACCOUNT_RECOVERY)
                            .where(ACCOUNT_RECOVERY.NAME.eq(name).and(ACCOUNT_RECOVERY.CODE_HASH.eq(hash)))
                            .execute()
                    == 1;
            if (taken) {
                act.note(tx, "factor-recovered", Map.of());
            }
            return taken;
        });
    }

    /**
     * How many recovery codes are left.
     *
     * @param name the account
     * @return so many
     */
    public int recoveryCodes(String name) {
        return dsl.fetchCount(ACCOUNT_RECOVERY, ACCOUNT_RECOVERY.NAME.eq(name));
    }

    /**
     * Puts fresh recovery codes in the place of those of before.
     *
     * @param name the account
     * @param codes their hashes
     * @param act who did it
     */
    public void renew(String name, Collection<String> codes, AccountAct act) {
        dsl.transaction(configuration -> {
            replace(configuration.dsl(), name, codes);
            act.note(configuration.dsl(), "factor-codes", Map.of());
        });
    }

    private static void replace(DSLContext tx, String name, Collection<String> codes) {
        tx.deleteFrom(ACCOUNT_RECOVERY).where(ACCOUNT_RECOVERY.NAME.eq(name)).execute();
        for (String code : codes) {
            tx.insertInto(ACCOUNT_RECOVERY)
                    .set(ACCOUNT_RECOVERY.NAME, name)
                    .set(ACCOUNT_RECOVERY.CODE_HASH, code)
                    .execute();
        }
    }

    /**
     * Takes the factor of an account away.
     *
     * @param name the account
     * @param act who did it
     * @return false if it has none
     */
    public boolean drop(String name, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean done = forget(tx, name);
            if (done) {
                act.note(tx, "factor-dropped", Map.of());
            }
            return done;
        });
    }

    static boolean forget(DSLContext tx, String name) {
        replace(tx, name, List.of());
        return tx.deleteFrom(ACCOUNT_FACTOR).where(ACCOUNT_FACTOR.NAME.eq(name)).execute() == 1;
    }

    /**
     * The roles whose accounts must have one.
     *
     * @return them
     */
    public Set<Role> required() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        dsl.selectFrom(ROLE_FACTOR).forEach(row -> roles.add(Role.valueOf(row.get(ROLE_FACTOR.ROLE))));
        return roles;
    }

    /**
     * Says which roles' accounts must have one.
     *
     * @param roles them; those of before that are not among them need none any more
     * @param act who did it
     */
    public void require(Set<Role> roles, AccountAct act) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.deleteFrom(ROLE_FACTOR).execute();
            for (Role role : roles) {
                tx.insertInto(ROLE_FACTOR).set(ROLE_FACTOR.ROLE, role.name()).execute();
            }
            act.note(
                    tx,
                    "factors-required",
                    Map.of("roles", roles.stream().map(Role::name).sorted().toList()));
        });
    }
}

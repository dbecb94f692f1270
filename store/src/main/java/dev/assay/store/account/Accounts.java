package dev.assay.store.account;

import static dev.assay.store.schema.Tables.ACCOUNT;
import static dev.assay.store.schema.Tables.BUSINESS;

import dev.assay.core.identity.Identity;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;

/** The accounts in the store. Every change of one stands in the audit log, and ends the sessions of before. */
public final class Accounts {

    private static final String COMMAND_LINE = "command-line";

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
        return dsl.selectFrom(ACCOUNT).where(ACCOUNT.NAME.eq(name)).fetchOptional(Accounts::account);
    }

    /**
     * Every account.
     *
     * @return them by role and name
     */
    public List<KeptAccount> all() {
        return dsl.select(List.of(ACCOUNT.fields()))
                .select(BUSINESS.SCHEME, BUSINESS.IDENTITY)
                .from(ACCOUNT)
                .leftJoin(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(ACCOUNT.BUSINESS_KEY))
                .orderBy(ACCOUNT.ROLE, ACCOUNT.NAME)
                .fetch(Accounts::kept);
    }

    /**
     * Adds an account, or gives an existing one a new password and role and unlocks it: the command line's way in.
     *
     * @param account the account
     * @param at now
     */
    public void put(Account account, Instant at) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.insertInto(ACCOUNT)
                    .set(ACCOUNT.NAME, account.name())
                    .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
                    .set(ACCOUNT.ROLE, account.role().name())
                    .set(ACCOUNT.BUSINESS_KEY, account.businessKey())
                    .set(ACCOUNT.DIVISIONS, String.join(" ", account.divisions()))
                    .set(ACCOUNT.CREATED_AT, UtcTime.column(at))
                    .onDuplicateKeyUpdate()
                    .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
                    .set(ACCOUNT.ROLE, account.role().name())
                    .set(ACCOUNT.BUSINESS_KEY, account.businessKey())
                    .set(ACCOUNT.DIVISIONS, String.join(" ", account.divisions()))
                    .set(ACCOUNT.LOCKED_AT, (LocalDateTime) null)
                    .set(ACCOUNT.REVISION, ACCOUNT.REVISION.plus(1))
                    .execute();
            // Who has the server may let someone in again who lost password and device.
            SecondFactors.forget(tx, account.name());
            new AccountAct(COMMAND_LINE, at, subject(account.name()))
                    .note(tx, "account-put", Map.of("role", account.role().name()));
        });
    }

    /**
     * Adds an account without a password, and the code with which it is set.
     *
     * @param name the name at login
     * @param role what it may do; not {@link Role#BUSINESS}
     * @param divisions the beginnings of the codes of the divisions for which it acts; empty for all
     * @param code the code
     * @param act who adds it
     * @return false if there is one of that name
     */
    public boolean add(String name, Role role, List<String> divisions, ResetCode code, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            int added = tx.insertInto(ACCOUNT)
                    .set(ACCOUNT.NAME, name)
                    .set(ACCOUNT.PASSWORD_HASH, "")
                    .set(ACCOUNT.ROLE, role.name())
                    .set(ACCOUNT.DIVISIONS, String.join(" ", divisions))
                    .set(ACCOUNT.CREATED_AT, UtcTime.column(act.at()))
                    .set(ACCOUNT.RESET_HASH, code.hash())
                    .set(ACCOUNT.RESET_UNTIL, UtcTime.column(code.until()))
                    .onDuplicateKeyIgnore()
                    .execute();
            if (added == 1) {
                act.note(tx, "account-added", Map.of("role", role.name(), "divisions", divisions));
            }
            return added == 1;
        });
    }

    /**
     * Changes what an account may do; not that of a business.
     *
     * @param name the account
     * @param role its role from now on; not {@link Role#BUSINESS}
     * @param divisions the beginnings of the codes of the divisions for which it acts from now on; empty for all
     * @param act who changes it
     * @return false if there is no such account
     */
    public boolean change(String name, Role role, List<String> divisions, AccountAct act) {
        return changed(
                name,
                ACCOUNT.ROLE.ne(Role.BUSINESS.name()),
                update -> update.set(ACCOUNT.ROLE, role.name()).set(ACCOUNT.DIVISIONS, String.join(" ", divisions)),
                tx -> act.note(tx, "account-changed", Map.of("role", role.name(), "divisions", divisions)));
    }

    /**
     * Locks an account.
     *
     * @param name the account
     * @param act who locks it
     * @return false if there is none, or it is locked
     */
    public boolean lock(String name, AccountAct act) {
        return changed(
                name,
                ACCOUNT.LOCKED_AT.isNull(),
                update -> update.set(ACCOUNT.LOCKED_AT, UtcTime.column(act.at())),
                tx -> act.note(tx, "account-locked", Map.of()));
    }

    /**
     * Unlocks an account.
     *
     * @param name the account
     * @param act who unlocks it
     * @return false if there is none, or it is not locked
     */
    public boolean unlock(String name, AccountAct act) {
        return changed(
                name,
                ACCOUNT.LOCKED_AT.isNotNull(),
                update -> update.set(ACCOUNT.LOCKED_AT, (LocalDateTime) null),
                tx -> act.note(tx, "account-unlocked", Map.of()));
    }

    /**
     * Ends an account's password, and gives the code with which a new one is set.
     *
     * @param name the account
     * @param code the code; an earlier one is good for nothing any more
     * @param act who resets it
     * @return false if there is none
     */
    public boolean reset(String name, ResetCode code, AccountAct act) {
        return changed(
                name,
                ACCOUNT.NAME.isNotNull(),
                update -> update.set(ACCOUNT.PASSWORD_HASH, "")
                        .set(ACCOUNT.RESET_HASH, code.hash())
                        .set(ACCOUNT.RESET_UNTIL, UtcTime.column(code.until())),
                tx -> act.note(
                        tx, "password-reset", Map.of("until", code.until().toString())));
    }

    /**
     * Whether a code sets a new password of an account.
     *
     * @param name the account
     * @param codeHash SHA-256 of the code
     * @param now the time
     * @return true if it does
     */
    public boolean isOpen(String name, String codeHash, Instant now) {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.NAME.eq(name).and(open(codeHash, now)));
    }

    /**
     * Sets a password with a code, which is good for nothing then.
     *
     * @param codeHash SHA-256 of the code
     * @param passwordHash the bcrypt hash of the password
     * @param act the account itself
     * @return false if the code is not one of the account's, or too old
     */
    public boolean setPassword(String codeHash, String passwordHash, AccountAct act) {
        return changed(
                act.by(),
                open(codeHash, act.at()),
                update -> update.set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .set(ACCOUNT.RESET_HASH, (String) null)
                        .set(ACCOUNT.RESET_UNTIL, (LocalDateTime) null),
                tx -> act.note(tx, "password-set", Map.of()));
    }

    /**
     * Whether nobody can log in yet.
     *
     * @return true if there is no account
     */
    public boolean isEmpty() {
        return !dsl.fetchExists(ACCOUNT);
    }

    private interface Change {
        UpdateSetMoreStep<?> to(UpdateSetMoreStep<?> update);
    }

    private interface Note {
        void in(DSLContext tx);
    }

    private boolean changed(String name, Condition where, Change change, Note note) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean done = change.to(tx.update(ACCOUNT).set(ACCOUNT.REVISION, ACCOUNT.REVISION.plus(1)))
                            .where(ACCOUNT.NAME.eq(name).and(where))
                            .execute()
                    == 1;
            if (done) {
                note.in(tx);
            }
            return done;
        });
    }

    /**
     * What the audit log calls an account.
     *
     * @param name its name
     * @return the word
     */
    public static String subject(String name) {
        return "account:" + name;
    }

    private static Condition open(String codeHash, Instant now) {
        return ACCOUNT.RESET_HASH.eq(codeHash).and(ACCOUNT.RESET_UNTIL.gt(UtcTime.column(now)));
    }

    private static List<String> divisions(String text) {
        return Stream.of(text.split(" ")).filter(code -> !code.isEmpty()).toList();
    }

    static Account account(Record row) {
        return new Account(
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.PASSWORD_HASH),
                Role.valueOf(row.get(ACCOUNT.ROLE)),
                row.get(ACCOUNT.BUSINESS_KEY),
                divisions(row.get(ACCOUNT.DIVISIONS)),
                row.get(ACCOUNT.LOCKED_AT) != null,
                row.get(ACCOUNT.REVISION));
    }

    private static KeptAccount kept(Record row) {
        return new KeptAccount(
                row.get(ACCOUNT.NAME),
                Role.valueOf(row.get(ACCOUNT.ROLE)),
                divisions(row.get(ACCOUNT.DIVISIONS)),
                row.get(BUSINESS.SCHEME) == null
                        ? null
                        : new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY)),
                UtcTime.instant(row.get(ACCOUNT.CREATED_AT)),
                instant(row.get(ACCOUNT.LOCKED_AT)),
                instant(row.get(ACCOUNT.RESET_UNTIL)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : UtcTime.instant(utc);
    }
}

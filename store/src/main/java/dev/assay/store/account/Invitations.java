package dev.assay.store.account;

import static dev.assay.store.schema.Tables.ACCOUNT;
import static dev.assay.store.schema.Tables.BUSINESS_LINK;
import static dev.assay.store.schema.Tables.INVITATION;
import static org.jooq.impl.DSL.select;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The codes with which businesses make accounts of their own. Each is good once; every act stands in the audit log. */
public final class Invitations {

    private final DSLContext dsl;

    /**
     * Invitations in a database.
     *
     * @param dsl the database
     */
    public Invitations(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What became of a claim. */
    public enum Outcome {
        /** The account is made. */
        DONE,
        /** No open code of the business is that one. */
        NO_CODE,
        /** Another account has the name. */
        NAME_TAKEN
    }

    /**
     * Notes a new code.
     *
     * @param businessKey the store's key of the business, not of one merged into another
     * @param codeHash SHA-256 of the code, hexadecimal
     * @param expiresAt from when on it is good for nothing
     * @param act who makes it
     */
    public void add(long businessKey, String codeHash, Instant expiresAt, AccountAct act) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.insertInto(INVITATION)
                    .set(INVITATION.BUSINESS_KEY, businessKey)
                    .set(INVITATION.CODE_HASH, codeHash)
                    .set(INVITATION.MADE_BY, act.by())
                    .set(INVITATION.MADE_AT, UtcTime.column(act.at()))
                    .set(INVITATION.EXPIRES_AT, UtcTime.column(expiresAt))
                    .execute();
            act.note(tx, "business-invited", Map.of("until", expiresAt.toString()));
        });
    }

    /**
     * Takes a code back that was not used yet.
     *
     * @param id its number
     * @param businessKey the store's key of its business
     * @param act who takes it back
     * @return true if it is taken back; false if the business has no such code, or it was used or taken back before
     */
    public boolean revoke(long id, long businessKey, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            int revoked = tx.update(INVITATION)
                    .set(INVITATION.REVOKED_BY, act.by())
                    .set(INVITATION.REVOKED_AT, UtcTime.column(act.at()))
                    .where(INVITATION.INVITATION_ID.eq(id).and(isOf(INVITATION.BUSINESS_KEY, businessKey)))
                    .and(INVITATION.USED_AT.isNull())
                    .and(INVITATION.REVOKED_AT.isNull())
                    .execute();
            if (revoked == 1) {
                act.note(tx, "invitation-revoked", Map.of("invitation", Long.toString(id)));
            }
            return revoked == 1;
        });
    }

    /**
     * The codes that were made for a business, and for those merged into it.
     *
     * @param businessKey the store's key of the business
     * @return them, newest first
     */
    public List<Invitation> of(long businessKey) {
        return dsl.selectFrom(INVITATION)
                .where(isOf(INVITATION.BUSINESS_KEY, businessKey))
                .orderBy(INVITATION.INVITATION_ID.desc())
                .fetch(Invitations::invitation);
    }

    /**
     * The accounts that are bound to a business, and to those merged into it.
     *
     * @param businessKey the store's key of the business
     * @return their names
     */
    public List<String> accountsOf(long businessKey) {
        return dsl.select(ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(isOf(ACCOUNT.BUSINESS_KEY, businessKey))
                .orderBy(ACCOUNT.NAME)
                .fetch(Record1::value1);
    }

    /**
     * Whether a code of a business is open.
     *
     * @param businessKey the store's key of the business, not of one merged into another
     * @param codeHash SHA-256 of the code
     * @param now the time
     * @return true if an account can be made with it
     */
    public boolean isOpen(long businessKey, String codeHash, Instant now) {
        return dsl.fetchExists(INVITATION, open(businessKey, codeHash, now));
    }

    /**
     * Makes an account with a code: both the account and the code's use stand, or neither. It is bound to the business for which the code
     * was made, and so follows it where businesses are merged and parted.
     *
     * @param businessKey the store's key of the business, not of one merged into another
     * @param codeHash SHA-256 of the code
     * @param passwordHash the bcrypt hash of the new account's password
     * @param act who claims: the new account itself
     * @return what became of it
     */
    public Outcome claim(long businessKey, String codeHash, String passwordHash, AccountAct act) {
        try {
            return dsl.transactionResult(configuration -> {
                DSLContext tx = configuration.dsl();
                int used = tx.update(INVITATION)
                        .set(INVITATION.USED_BY, act.by())
                        .set(INVITATION.USED_AT, UtcTime.column(act.at()))
                        .where(open(businessKey, codeHash, act.at()))
                        .execute();
                if (used == 0) {
                    return Outcome.NO_CODE;
                }
                tx.insertInto(ACCOUNT)
                        .set(ACCOUNT.NAME, act.by())
                        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .set(ACCOUNT.ROLE, Role.BUSINESS.name())
                        .set(
                                ACCOUNT.BUSINESS_KEY,
                                select(INVITATION.BUSINESS_KEY)
                                        .from(INVITATION)
                                        .where(INVITATION.CODE_HASH.eq(codeHash)))
                        .set(ACCOUNT.CREATED_AT, UtcTime.column(act.at()))
                        .execute();
                act.note(tx, "account-claimed", Map.of("account", act.by()));
                return Outcome.DONE;
            });
        } catch (IntegrityConstraintViolationException taken) {
            return Outcome.NAME_TAKEN;
        }
    }

    private static Condition open(long businessKey, String codeHash, Instant now) {
        return INVITATION
                .CODE_HASH
                .eq(codeHash)
                .and(isOf(INVITATION.BUSINESS_KEY, businessKey))
                .and(INVITATION.USED_AT.isNull())
                .and(INVITATION.REVOKED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(UtcTime.column(now)));
    }

    private static Condition isOf(Field<Long> column, long businessKey) {
        Select<Record1<Long>> merged = select(BUSINESS_LINK.MERGED_KEY)
                .from(BUSINESS_LINK)
                .where(BUSINESS_LINK.INTO_KEY.eq(businessKey).and(BUSINESS_LINK.UNLINKED_AT.isNull()));
        return column.eq(businessKey).or(column.in(merged));
    }

    private static Invitation invitation(Record row) {
        return new Invitation(
                row.get(INVITATION.INVITATION_ID),
                row.get(INVITATION.MADE_BY),
                UtcTime.instant(row.get(INVITATION.MADE_AT)),
                UtcTime.instant(row.get(INVITATION.EXPIRES_AT)),
                mark(row.get(INVITATION.REVOKED_BY), row.get(INVITATION.REVOKED_AT)),
                mark(row.get(INVITATION.USED_BY), row.get(INVITATION.USED_AT)));
    }

    private static Invitation.@Nullable Mark mark(@Nullable String account, @Nullable LocalDateTime at) {
        return account == null || at == null ? null : new Invitation.Mark(account, UtcTime.instant(at));
    }
}

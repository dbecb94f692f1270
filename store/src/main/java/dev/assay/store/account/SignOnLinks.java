package dev.assay.store.account;

import static dev.assay.store.schema.Tables.ACCOUNT;
import static dev.assay.store.schema.Tables.SIGN_ON_LINK;

import dev.assay.store.time.UtcTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Which accounts sign on at an issuer, and as whom. Links, sign-ons and refusals stand in the audit log. */
public final class SignOnLinks {

    private final DSLContext dsl;

    /**
     * The links of a database.
     *
     * @param dsl the database
     */
    public SignOnLinks(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What became of a link that was to be made. */
    public enum Linking {
        /** It stands. */
        DONE,
        /** There is no such account. */
        NO_ACCOUNT,
        /** The account has one already. */
        HAS_ONE,
        /** Another account is linked with the user. */
        TAKEN
    }

    /**
     * Every link.
     *
     * @return them by account
     */
    public Map<String, SignOnLink> all() {
        return dsl.selectFrom(SIGN_ON_LINK).fetch(SignOnLinks::link).stream()
                .collect(Collectors.toMap(SignOnLink::account, Function.identity()));
    }

    /**
     * The link of a user whom an administrator named.
     *
     * @param issuer the issuer
     * @param user the user, compared exactly
     * @return it; empty if no account is linked with the user
     */
    public Optional<SignOnLink> named(String issuer, String user) {
        return dsl.selectFrom(SIGN_ON_LINK)
                .where(SIGN_ON_LINK.ISSUER.eq(issuer).and(SIGN_ON_LINK.USER_NAME.eq(user)))
                .fetchOptional(SignOnLinks::link);
    }

    /**
     * The account that a person signs on to, read together with its link: a link that is gone gives none.
     *
     * @param issuer the issuer
     * @param subject the issuer's word for the person
     * @return it, locked or not; empty if the subject is not kept
     */
    public Optional<Account> find(String issuer, String subject) {
        return dsl.select(List.of(ACCOUNT.fields()))
                .from(ACCOUNT)
                .join(SIGN_ON_LINK)
                .on(SIGN_ON_LINK.NAME.eq(ACCOUNT.NAME))
                .where(SIGN_ON_LINK.ISSUER.eq(issuer).and(SIGN_ON_LINK.SUBJECT.eq(subject)))
                .fetchOptional(Accounts::account);
    }

    /**
     * Links an account with a user.
     *
     * @param account the account
     * @param issuer the issuer
     * @param user the user, as the issuer's claim will say it
     * @param act who links them
     * @return what became of it
     */
    public Linking link(String account, String issuer, String user, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            if (!tx.fetchExists(ACCOUNT, ACCOUNT.NAME.eq(account))) {
                return Linking.NO_ACCOUNT;
            }
            int made = tx.insertInto(SIGN_ON_LINK)
                    .set(SIGN_ON_LINK.NAME, account)
                    .set(SIGN_ON_LINK.ISSUER, issuer)
                    .set(SIGN_ON_LINK.USER_NAME, user)
                    .set(SIGN_ON_LINK.LINKED_BY, act.by())
                    .set(SIGN_ON_LINK.LINKED_AT, UtcTime.column(act.at()))
                    .onDuplicateKeyIgnore()
                    .execute();
            if (made == 1) {
                act.note(tx, "sign-on-linked", Map.of("issuer", issuer, "user", user));
                return Linking.DONE;
            }
            return tx.fetchExists(SIGN_ON_LINK, SIGN_ON_LINK.NAME.eq(account)) ? Linking.HAS_ONE : Linking.TAKEN;
        });
    }

    /**
     * Keeps the issuer's word for the person at the first sign-on.
     *
     * @param link the link, as it was read
     * @param subject the issuer's word for the person
     * @param act the account itself
     * @return false if one is kept already, the link is gone or another's, or the subject is another account's
     */
    public boolean bind(SignOnLink link, String subject, AccountAct act) {
        try {
            return dsl.transactionResult(configuration -> {
                DSLContext tx = configuration.dsl();
                boolean done = tx.update(SIGN_ON_LINK)
                                .set(SIGN_ON_LINK.SUBJECT, subject)
                                .set(SIGN_ON_LINK.BOUND_AT, UtcTime.column(act.at()))
                                .where(SIGN_ON_LINK
                                        .NAME
                                        .eq(link.account())
                                        .and(SIGN_ON_LINK.ISSUER.eq(link.issuer()))
                                        .and(SIGN_ON_LINK.USER_NAME.eq(link.user()))
                                        .and(SIGN_ON_LINK.SUBJECT.isNull()))
                                .execute()
                        == 1;
                if (done) {
                    act.note(
                            tx,
                            "sign-on-bound",
                            Map.of("issuer", link.issuer(), "user", link.user(), "subject", subject));
                }
                return done;
            });
        } catch (IntegrityConstraintViolationException taken) {
            return false;
        }
    }

    /**
     * Takes a link away, and ends the account's open sessions.
     *
     * @param account the account
     * @param act who does it
     * @return false if it has none
     */
    public boolean unlink(String account, AccountAct act) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean done = tx.deleteFrom(SIGN_ON_LINK)
                            .where(SIGN_ON_LINK.NAME.eq(account))
                            .execute()
                    == 1;
            if (done) {
                tx.update(ACCOUNT)
                        .set(ACCOUNT.REVISION, ACCOUNT.REVISION.plus(1))
                        .where(ACCOUNT.NAME.eq(account))
                        .execute();
                act.note(tx, "sign-on-unlinked", Map.of());
            }
            return done;
        });
    }

    /**
     * Notes a sign-on.
     *
     * @param issuer the issuer
     * @param act the account itself
     */
    public void signedOn(String issuer, AccountAct act) {
        dsl.transaction(configuration -> act.note(configuration.dsl(), "signed-on", Map.of("issuer", issuer)));
    }

    /**
     * Notes a sign-on that was refused.
     *
     * @param reason why, as a word
     * @param user who came, as the issuer named the user; empty where that is not known
     * @param act the act; its subject is the account, where it is known
     */
    public void refused(String reason, String user, AccountAct act) {
        dsl.transaction(configuration ->
                act.note(configuration.dsl(), "sign-on-refused", Map.of("reason", reason, "user", user)));
    }

    private static SignOnLink link(Record row) {
        LocalDateTime bound = row.get(SIGN_ON_LINK.BOUND_AT);
        return new SignOnLink(
                row.get(SIGN_ON_LINK.NAME),
                row.get(SIGN_ON_LINK.ISSUER),
                row.get(SIGN_ON_LINK.USER_NAME),
                row.get(SIGN_ON_LINK.SUBJECT),
                row.get(SIGN_ON_LINK.LINKED_BY),
                UtcTime.instant(row.get(SIGN_ON_LINK.LINKED_AT)),
                bound == null ? null : UtcTime.instant(bound));
    }
}

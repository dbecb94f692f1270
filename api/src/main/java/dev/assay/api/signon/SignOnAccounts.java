package dev.assay.api.signon;

import dev.assay.api.AuthorityClock;
import dev.assay.api.signon.SignOnRefusedException.Reason;
import dev.assay.store.account.Account;
import dev.assay.store.account.AccountAct;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.SignOnLink;
import dev.assay.store.account.SignOnLinks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whose account somebody signs on to. The issuer says who it is, and nothing else: an account, its role and its divisions are there before, and an
 * administrator has linked it with the user. Nobody gets an account by signing on.
 */
@Component
public final class SignOnAccounts {

    /** Who acts, and upon what, where nobody is known yet. */
    private static final String UNKNOWN = "sign-on";

    /** As long as the column of the audit log's word for a user. */
    private static final int LONGEST_USER = 190;

    /** The standard allows no longer one. */
    private static final int LONGEST_SUBJECT = 255;

    private final SignOnSettings settings;
    private final Accounts accounts;
    private final SignOnLinks links;
    private final AuthorityClock clock;

    SignOnAccounts(SignOnSettings settings, Accounts accounts, SignOnLinks links, AuthorityClock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The account that somebody may sign on to. Nothing is changed: a second factor may still be missing.
     *
     * @param person who signed on at the issuer
     * @return it
     * @throws SignOnRefusedException if there is none
     */
    public Account check(SignedOn person) {
        if (person.subject().length() > LONGEST_SUBJECT) {
            throw refused(Reason.TOKEN, person, "");
        }
        Account account = links.find(person.issuer(), person.subject()).orElseGet(() -> first(person));
        if (account.locked()) {
            throw refused(Reason.LOCKED, person, account.name());
        }
        if (!SignOnSettings.ROLES.contains(account.role())) {
            throw refused(Reason.ROLE, person, account.name());
        }
        if (!isAssured(person)) {
            throw refused(Reason.ASSURANCE, person, account.name());
        }
        return account;
    }

    /** The account of somebody whose subject is not kept yet. */
    private Account first(SignedOn person) {
        SignOnLink link = named(person).orElseThrow(() -> refused(Reason.NOT_LINKED, person, ""));
        if (link.subject() != null) {
            throw refused(Reason.OTHER_PERSON, person, link.account());
        }
        return accounts.find(link.account()).orElseThrow(() -> refused(Reason.NOT_LINKED, person, ""));
    }

    private Optional<SignOnLink> named(SignedOn person) {
        return person.user().isEmpty() ? Optional.empty() : links.named(person.issuer(), person.user());
    }

    private boolean isAssured(SignedOn person) {
        return (settings.requiredAcr().isEmpty() || settings.requiredAcr().contains(person.acr()))
                && person.amr().containsAll(settings.requiredAmr());
    }

    /**
     * Lets somebody in: checks again, keeps the subject at the first sign-on, and notes it.
     *
     * @param person who signed on at the issuer, and showed the second factor if one is asked for
     * @return the account
     * @throws SignOnRefusedException if it must not be signed on to any more
     */
    public Account enter(SignedOn person) {
        Account account = check(person);
        AccountAct own = act(account.name(), Accounts.subject(account.name()));
        boolean bound = links.find(person.issuer(), person.subject()).isPresent()
                || named(person)
                        .filter(link -> link.account().equals(account.name()))
                        .filter(link -> links.bind(link, person.subject(), own))
                        .isPresent();
        if (!bound) {
            throw refused(Reason.OTHER_PERSON, person, account.name());
        }
        // Read with its link: an account whose link was taken away meanwhile is not signed on to.
        Account signedOn = links.find(person.issuer(), person.subject())
                .filter(found -> found.name().equals(account.name()) && !found.locked())
                .orElseThrow(() -> refused(Reason.NOT_LINKED, person, account.name()));
        links.signedOn(person.issuer(), own);
        return signedOn;
    }

    /**
     * Notes a refusal.
     *
     * @param refusal it
     */
    public void note(SignOnRefusedException refusal) {
        String account = refusal.account();
        String user = refusal.user();
        links.refused(
                refusal.reason().name(),
                user.length() <= LONGEST_USER ? user : user.substring(0, LONGEST_USER),
                act(UNKNOWN, account.isEmpty() ? UNKNOWN : Accounts.subject(account)));
    }

    private static SignOnRefusedException refused(Reason reason, SignedOn person, String account) {
        return new SignOnRefusedException(reason, person.user(), account);
    }

    private AccountAct act(String by, String subject) {
        return new AccountAct(by, clock.now(), subject);
    }
}

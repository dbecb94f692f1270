package dev.assay.api.account;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.signon.SignOnSettings;
import dev.assay.store.account.AccountAct;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.SignOnLink;
import dev.assay.store.account.SignOnLinks;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** As whom accounts sign on at the authority's issuer: an administrator names the user, and takes the link away again. */
@Component
public class SignOnKeeping {

    private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}]{1,190}");

    private final SignOnSettings settings;
    private final Accounts accounts;
    private final SignOnLinks links;
    private final AuthorityClock clock;

    SignOnKeeping(SignOnSettings settings, Accounts accounts, SignOnLinks links, AuthorityClock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.links = links;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        /** It stands. */
        DONE,
        /** No issuer is set. */
        NO_SIGN_ON,
        /** The user's name is empty, or longer than 190 signs. */
        USER,
        /** Accounts of the role log in here. */
        SIGN_ON_ROLE,
        /** The account has a link already. */
        HAS_LINK,
        /** Another account is linked with the user. */
        USER_TAKEN,
        /** There is no such account, or no link. */
        NOTHING
    }

    /**
     * The settings.
     *
     * @return them
     */
    public SignOnSettings settings() {
        return settings;
    }

    /**
     * Every link.
     *
     * @return them by account
     */
    public Map<String, SignOnLink> all() {
        return links.all();
    }

    /**
     * Links an account with a user of the issuer. Who signs on first as that user is the account's person from then on.
     *
     * @param name the account
     * @param user the user, as the issuer's claim will say it
     * @param viewer who links them
     * @return what became of it
     */
    public Outcome link(String name, String user, Viewer viewer) {
        String issuer = settings.issuer();
        var account = accounts.find(name);
        if (issuer == null) {
            return Outcome.NO_SIGN_ON;
        }
        if (account.isEmpty()) {
            return Outcome.NOTHING;
        }
        if (!SignOnSettings.ROLES.contains(account.get().role())) {
            return Outcome.SIGN_ON_ROLE;
        }
        if (!USER.matcher(user.strip()).matches()) {
            return Outcome.USER;
        }
        return switch (links.link(name, issuer, user.strip(), act(name, viewer))) {
            case DONE -> Outcome.DONE;
            case NO_ACCOUNT -> Outcome.NOTHING;
            case HAS_ONE -> Outcome.HAS_LINK;
            case TAKEN -> Outcome.USER_TAKEN;
        };
    }

    /**
     * Takes a link away, and ends the account's open sessions.
     *
     * @param name the account
     * @param viewer who does it
     * @return what became of it
     */
    public Outcome unlink(String name, Viewer viewer) {
        return links.unlink(name, act(name, viewer)) ? Outcome.DONE : Outcome.NOTHING;
    }

    private AccountAct act(String name, Viewer viewer) {
        return new AccountAct(viewer.name(), clock.now(), Accounts.subject(name));
    }
}

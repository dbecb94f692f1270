package dev.assay.api.account;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.AccessSettings;
import dev.assay.api.access.LoginThrottle;
import dev.assay.api.access.Viewer;
import dev.assay.core.identity.Identity;
import dev.assay.store.account.AccountAct;
import dev.assay.store.account.Invitation;
import dev.assay.store.account.Invitations;
import dev.assay.store.register.BusinessMerges;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The way from a business to its login: a regulator makes a code, and who has the code makes an account that is bound to the business. */
@Component
public class BusinessLogins {

    /** The name under which the throttle counts claims: all of one address together, whatever business they name. */
    private static final String CLAIM = "claim";

    private final Invitations invitations;
    private final BusinessRegister register;
    private final BusinessMerges merges;
    private final PasswordEncoder encoder;
    private final AccessSettings settings;
    private final AuthorityClock clock;
    private final LoginThrottle throttle = new LoginThrottle();
    private final SecureRandom random = new SecureRandom();

    BusinessLogins(
            Invitations invitations,
            BusinessRegister register,
            BusinessMerges merges,
            PasswordEncoder encoder,
            AccessSettings settings,
            AuthorityClock clock) {
        this.invitations = invitations;
        this.register = register;
        this.merges = merges;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An invitation as a page shows it.
     *
     * @param invitation it
     * @param state where it stands now
     */
    public record Shown(Invitation invitation, Invitation.State state) {}

    /**
     * A code that was made; it can be shown now and never again.
     *
     * @param code it, in groups
     * @param until from when on it is good for nothing
     */
    public record Made(String code, Instant until) {

        /** Without the code: what is printed may end in a log. */
        @Override
        public String toString() {
            return "Made[until=" + until + "]";
        }
    }

    /**
     * What somebody typed who wants an account.
     *
     * @param identity the business's identity: {@code SCHEME:VALUE}, or a unified social credit code alone
     * @param code the code
     * @param name the name at login
     * @param password the password
     * @param again the password again
     */
    public record Claim(String identity, String code, String name, String password, String again) {

        /** A field that was not sent is empty. */
        public Claim {
            identity = Objects.requireNonNullElse(identity, "");
            code = Objects.requireNonNullElse(code, "");
            name = Objects.requireNonNullElse(name, "");
            password = Objects.requireNonNullElse(password, "");
            again = Objects.requireNonNullElse(again, "");
        }

        /** Without code and passwords: what is printed may end in a log. */
        @Override
        public String toString() {
            return "Claim[identity=" + identity + ", name=" + name + "]";
        }
    }

    /**
     * Makes a code.
     *
     * @param business for whom; for the one that goes on if it was merged
     * @param viewer who makes it
     * @return the code
     */
    public Made invite(RegisteredBusiness business, Viewer viewer) {
        SecretCode code = SecretCode.random(random);
        Instant until = clock.now().plus(settings.invitation());
        invitations.add(merges.survivorOf(business.key()), code.hash(), until, act(viewer.name(), business.identity()));
        return new Made(code.grouped(), until);
    }

    /**
     * Takes a code back.
     *
     * @param business for whom it was made
     * @param id its number
     * @param viewer who takes it back
     * @return false if it was used or taken back before, or is none of the business
     */
    public boolean revoke(RegisteredBusiness business, long id, Viewer viewer) {
        return invitations.revoke(id, merges.survivorOf(business.key()), act(viewer.name(), business.identity()));
    }

    /**
     * The codes that were made for a business.
     *
     * @param business the business
     * @return them, newest first
     */
    public List<Shown> invitationsOf(RegisteredBusiness business) {
        Instant now = clock.now();
        return invitations.of(merges.survivorOf(business.key())).stream()
                .map(invitation -> new Shown(invitation, invitation.stateAt(now)))
                .toList();
    }

    /**
     * The accounts of a business.
     *
     * @param business the business
     * @return their names
     */
    public List<String> accountsOf(RegisteredBusiness business) {
        return invitations.accountsOf(merges.survivorOf(business.key()));
    }

    /**
     * Makes an account with a code.
     *
     * @param claim what was typed
     * @param address where it comes from
     * @return {@code DONE}; or why not: {@code WAIT} after too many wrong ones, {@code NO_CODE} whatever of identity and code was wrong,
     *     {@code NAME_TAKEN}, or what is wrong with name or password
     */
    public String claim(Claim claim, String address) {
        Instant now = clock.now();
        if (throttle.mustWait(CLAIM, address, now)) {
            return "WAIT";
        }
        String hash = SecretCode.typed(claim.code()).hash();
        OptionalLong business = find(claim.identity());
        if (business.isEmpty() || !invitations.isOpen(business.getAsLong(), hash, now)) {
            throttle.failed(CLAIM, address, now);
            return Invitations.Outcome.NO_CODE.name();
        }
        var fault = NewPassword.findFault(claim.name(), claim.password(), claim.again());
        if (fault.isPresent()) {
            return fault.get().name();
        }
        throttle.succeeded(CLAIM, address);
        Identity identity = register.get(business.getAsLong()).identity();
        String password = Objects.requireNonNull(encoder.encode(claim.password()));
        return invitations
                .claim(business.getAsLong(), hash, password, act(claim.name(), identity))
                .name();
    }

    private OptionalLong find(String text) {
        try {
            String stripped = text.strip();
            Identity identity = Identity.parse(stripped.contains(":") ? stripped : "uscc:" + stripped);
            return register.find(identity).stream()
                    .mapToLong(business -> merges.survivorOf(business.key()))
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return OptionalLong.empty();
        }
    }

    private AccountAct act(String by, Identity business) {
        return new AccountAct(by, clock.now(), "business:" + business);
    }
}

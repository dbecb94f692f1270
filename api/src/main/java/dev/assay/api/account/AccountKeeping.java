package dev.assay.api.account;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.AccessSettings;
import dev.assay.api.access.LoginThrottle;
import dev.assay.api.access.Viewer;
import dev.assay.store.account.AccountAct;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.KeptAccount;
import dev.assay.store.account.ResetCode;
import dev.assay.store.account.Role;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps accounts. Nobody who keeps them ever knows a password of another: an account begins, and begins anew, with a code with which its person
 * sets one. Nobody changes or locks the own account, so that one who keeps accounts is always left.
 */
@Component
public class AccountKeeping {

    private static final String RESET = "reset";
    private static final int MOST_DIVISIONS = 50;
    private static final Pattern DIVISION = Pattern.compile("[\\w-]{1,16}");

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final AccessSettings settings;
    private final AuthorityClock clock;
    private final LoginThrottle throttle = new LoginThrottle();
    private final SecureRandom random = new SecureRandom();

    AccountKeeping(Accounts accounts, PasswordEncoder encoder, AccessSettings settings, AuthorityClock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        /** It stands. */
        DONE,
        /** Another account has the name. */
        NAME_TAKEN,
        /** The name is not 1 to 64 letters, digits, points, hyphens. */
        NAME,
        /** The role is none, or a business's, which is made with a code of its own. */
        ROLE,
        /** A division's code is none, or there are more than 50. */
        DIVISIONS,
        /** It is one's own account. */
        OWN,
        /** There is no such account, or it is so already. */
        NOTHING
    }

    /**
     * What became of it, and the code that can be shown now and never again.
     *
     * @param outcome what became of it
     * @param name the account
     * @param code the code, in groups; empty where none was made
     * @param until from when on it is good for nothing
     */
    public record Made(Outcome outcome, String name, String code, Instant until) {

        /** Without the code: what is printed may end in a log. */
        @Override
        public String toString() {
            return "Made[" + outcome + ", " + name + "]";
        }
    }

    /**
     * What somebody typed who sets a password.
     *
     * @param name the account
     * @param code the code
     * @param password the password
     * @param again the password again
     */
    public record NewPasswordForm(String name, String code, String password, String again) {

        /** A field that was not sent is empty. */
        public NewPasswordForm {
            name = Objects.requireNonNullElse(name, "");
            code = Objects.requireNonNullElse(code, "");
            password = Objects.requireNonNullElse(password, "");
            again = Objects.requireNonNullElse(again, "");
        }

        /** Without code and passwords: what is printed may end in a log. */
        @Override
        public String toString() {
            return "NewPasswordForm[" + name + "]";
        }
    }

    /**
     * Every account.
     *
     * @return them by role and name
     */
    public List<KeptAccount> all() {
        return accounts.all();
    }

    /**
     * Adds an account.
     *
     * @param name its name
     * @param role its role's name
     * @param divisions the divisions' codes or their beginnings, with blanks or commas between; blank for all
     * @param viewer who adds it
     * @return what became of it, with the code for its password
     */
    public Made add(String name, String role, String divisions, Viewer viewer) {
        Optional<Role> wanted = role(role);
        Optional<List<String>> scope = divisions(divisions);
        if (!name.matches(NewPassword.NAME)) {
            return refused(Outcome.NAME, name);
        }
        if (wanted.isEmpty()) {
            return refused(Outcome.ROLE, name);
        }
        if (scope.isEmpty()) {
            return refused(Outcome.DIVISIONS, name);
        }
        SecretCode code = SecretCode.random(random);
        ResetCode kept = new ResetCode(code.hash(), clock.now().plus(settings.reset()));
        return accounts.add(name, wanted.get(), scope.get(), kept, act(name, viewer))
                ? new Made(Outcome.DONE, name, code.grouped(), kept.until())
                : refused(Outcome.NAME_TAKEN, name);
    }

    /**
     * Changes what an account may do.
     *
     * @param name the account
     * @param role its role's name from now on
     * @param divisions the codes from now on, as in {@link #add}
     * @param viewer who changes it
     * @return what became of it
     */
    public Outcome change(String name, String role, String divisions, Viewer viewer) {
        Optional<Role> wanted = role(role);
        Optional<List<String>> scope = divisions(divisions);
        if (name.equals(viewer.name())) {
            return Outcome.OWN;
        }
        if (wanted.isEmpty()) {
            return Outcome.ROLE;
        }
        return scope.map(codes -> outcome(accounts.change(name, wanted.get(), codes, act(name, viewer))))
                .orElse(Outcome.DIVISIONS);
    }

    /**
     * Locks an account: it is out at once.
     *
     * @param name the account
     * @param viewer who locks it
     * @return what became of it
     */
    public Outcome lock(String name, Viewer viewer) {
        return name.equals(viewer.name()) ? Outcome.OWN : outcome(accounts.lock(name, act(name, viewer)));
    }

    /**
     * Unlocks an account.
     *
     * @param name the account
     * @param viewer who unlocks it
     * @return what became of it
     */
    public Outcome unlock(String name, Viewer viewer) {
        return outcome(accounts.unlock(name, act(name, viewer)));
    }

    /**
     * Ends the password of an account and its sessions, and makes the code for a new one.
     *
     * @param name the account
     * @param viewer who resets it
     * @return what became of it, with the code
     */
    public Made reset(String name, Viewer viewer) {
        if (name.equals(viewer.name())) {
            return refused(Outcome.OWN, name);
        }
        SecretCode code = SecretCode.random(random);
        ResetCode kept = new ResetCode(code.hash(), clock.now().plus(settings.reset()));
        return accounts.reset(name, kept, act(name, viewer))
                ? new Made(Outcome.DONE, name, code.grouped(), kept.until())
                : refused(Outcome.NOTHING, name);
    }

    /**
     * Sets a password with a code.
     *
     * @param form what was typed
     * @param address where it comes from
     * @return {@code DONE}; or why not: {@code WAIT} after too many wrong ones, {@code NO_CODE}, or what is wrong with the password
     */
    public String setPassword(NewPasswordForm form, String address) {
        Instant now = clock.now();
        if (throttle.mustWait(RESET, address, now)) {
            return "WAIT";
        }
        String hash = SecretCode.typed(form.code()).hash();
        if (!accounts.isOpen(form.name(), hash, now)) {
            throttle.failed(RESET, address, now);
            return "NO_CODE";
        }
        var fault = NewPassword.findFault(form.name(), form.password(), form.again());
        if (fault.isPresent()) {
            return fault.get().name();
        }
        throttle.succeeded(RESET, address);
        String password = Objects.requireNonNull(encoder.encode(form.password()));
        AccountAct own = new AccountAct(form.name(), now, Accounts.subject(form.name()));
        return accounts.setPassword(hash, password, own) ? "DONE" : "NO_CODE";
    }

    private static Optional<Role> role(String name) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name) && role != Role.BUSINESS)
                .findFirst();
    }

    /** Codes of divisions out of a text; empty if one of them is none, or there are too many. */
    static Optional<List<String>> divisions(String text) {
        List<String> codes = Stream.of(text.split("[\\s,，、]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        return codes.size() <= MOST_DIVISIONS
                        && codes.stream()
                                .allMatch(code -> DIVISION.matcher(code).matches())
                ? Optional.of(codes)
                : Optional.empty();
    }

    private Made refused(Outcome outcome, String name) {
        return new Made(outcome, name, "", clock.now());
    }

    private static Outcome outcome(boolean done) {
        return done ? Outcome.DONE : Outcome.NOTHING;
    }

    private AccountAct act(String name, Viewer viewer) {
        return new AccountAct(viewer.name(), clock.now(), Accounts.subject(name));
    }
}

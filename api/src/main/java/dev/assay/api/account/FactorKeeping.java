package dev.assay.api.account;

import dev.assay.api.AssaySettings;
import dev.assay.api.AuthorityClock;
import dev.assay.api.access.LoginThrottle;
import dev.assay.api.access.SecondFactor;
import dev.assay.api.access.Viewer;
import dev.assay.batch.signing.FactorSecrets;
import dev.assay.store.account.AccountAct;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.Role;
import dev.assay.store.account.SecondFactors;
import dev.assay.store.account.SecondFactors.Factor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Second factors: a person sets up the own one, an administrator says who needs one, and takes that of a lost device away. */
@Component
public class FactorKeeping implements SecondFactor {

    /** The roles that may be required to have one. */
    public static final List<Role> ROLES = List.of(Role.REGULATOR, Role.APPROVER, Role.OPERATOR, Role.ADMINISTRATOR);

    private static final int NONCE_BYTES = 16;
    private static final int RECOVERY_CODES = 10;

    private final SecondFactors factors;
    private final FactorSecrets secrets;
    private final AuthorityClock clock;
    private final LoginThrottle throttle = new LoginThrottle();
    private final SecureRandom random = new SecureRandom();

    FactorKeeping(SecondFactors factors, AssaySettings settings, AuthorityClock clock) {
        this.factors = factors;
        this.secrets = new FactorSecrets(settings.dataDir());
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        /** It stands. */
        DONE,
        /** The code is not that of the device now, or was used already. */
        CODE,
        /** Too many were wrong. */
        WAIT,
        /** The role needs one. */
        REQUIRED,
        /** There is nothing to be done. */
        NOTHING
    }

    /**
     * What became of it, with what is shown now and never again.
     *
     * @param outcome what became of it
     * @param recovery recovery codes, in groups; empty where none were made
     */
    public record Made(Outcome outcome, List<String> recovery) {

        /** Copies the codes. */
        public Made {
            recovery = List.copyOf(recovery);
        }

        /** Without the codes: what is printed may end in a log. */
        @Override
        public String toString() {
            return "Made[" + outcome + "]";
        }
    }

    /**
     * How a device is told the secret.
     *
     * @param secret in base 32
     * @param address for apps that read addresses
     */
    public record Setup(String secret, String address) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Setup[…]";
        }
    }

    @Override
    public boolean isSet(String account) {
        return factors.find(account).filter(Factor::confirmed).isPresent();
    }

    @Override
    public boolean isRequired(Role role) {
        return factors.required().contains(role);
    }

    @Override
    public boolean accepts(String account, String code) {
        return factors.find(account)
                .filter(Factor::confirmed)
                .filter(factor -> {
                    OptionalLong step = TimedCode.match(secrets.of(account, factor.nonce()), plain(code), clock.now());
                    return step.isPresent()
                            ? factors.take(account, step.getAsLong())
                            : factors.recover(account, SecretCode.typed(code).hash(), act(account, account));
                })
                .isPresent();
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }

    /**
     * The own factor's setup, while it waits for its first code.
     *
     * @param viewer who sets it up
     * @return it; empty where none was begun, or it is confirmed: a secret is shown no longer than needed
     */
    public java.util.Optional<Setup> setup(Viewer viewer) {
        return factors.find(viewer.name()).filter(factor -> !factor.confirmed()).map(factor -> {
            String secret = TimedCode.base32(secrets.of(viewer.name(), factor.nonce()));
            String name = URLEncoder.encode(viewer.name(), StandardCharsets.UTF_8);
            return new Setup(
                    secret.replaceAll("(.{4})(?=.)", "$1 "),
                    "otpauth://totp/Assay:" + name + "?secret=" + secret + "&issuer=Assay");
        });
    }

    /**
     * How many recovery codes somebody has left.
     *
     * @param viewer who asks
     * @return so many
     */
    public int recoveryCodes(Viewer viewer) {
        return factors.recoveryCodes(viewer.name());
    }

    /**
     * Begins the own factor.
     *
     * @param viewer whose
     * @return what became of it
     */
    public Outcome begin(Viewer viewer) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return factors.begin(viewer.name(), HexFormat.of().formatHex(nonce)) ? Outcome.DONE : Outcome.NOTHING;
    }

    /**
     * Proves with a first code that the device is set up.
     *
     * @param code what the device shows
     * @param viewer whose
     * @param address whence it comes
     * @return what became of it, with the recovery codes
     */
    public Made confirm(String code, Viewer viewer, String address) {
        String name = viewer.name();
        if (throttle.mustWait(name, address, clock.now())) {
            return new Made(Outcome.WAIT, List.of());
        }
        OptionalLong step = factors.find(name).filter(factor -> !factor.confirmed()).stream()
                .mapToLong(factor -> TimedCode.match(secrets.of(name, factor.nonce()), plain(code), clock.now())
                        .orElse(-1))
                .filter(matched -> matched >= 0)
                .findFirst();
        if (step.isEmpty()) {
            throttle.failed(name, address, clock.now());
            return new Made(Outcome.CODE, List.of());
        }
        List<SecretCode> codes = recovery();
        boolean done = factors.confirm(name, step.getAsLong(), hashes(codes), act(name, name));
        return done ? new Made(Outcome.DONE, shown(codes)) : new Made(Outcome.NOTHING, List.of());
    }

    /**
     * Makes fresh recovery codes; those of before are good for nothing then.
     *
     * @param code a code of the factor
     * @param viewer whose
     * @param address whence it comes
     * @return what became of it, with the codes
     */
    public Made renew(String code, Viewer viewer, String address) {
        Outcome proved = prove(code, viewer, address);
        if (proved != Outcome.DONE) {
            return new Made(proved, List.of());
        }
        List<SecretCode> codes = recovery();
        factors.renew(viewer.name(), hashes(codes), act(viewer.name(), viewer.name()));
        return new Made(Outcome.DONE, shown(codes));
    }

    /**
     * Takes the own factor away.
     *
     * @param code a code of it
     * @param viewer whose
     * @param address whence it comes
     * @return what became of it; not where the role needs one
     */
    public Outcome remove(String code, Viewer viewer, String address) {
        Role role = viewer.role();
        if (role != null && isRequired(role)) {
            return Outcome.REQUIRED;
        }
        Outcome proved = prove(code, viewer, address);
        if (proved == Outcome.DONE) {
            factors.drop(viewer.name(), act(viewer.name(), viewer.name()));
        }
        return proved;
    }

    private Outcome prove(String code, Viewer viewer, String address) {
        if (throttle.mustWait(viewer.name(), address, clock.now())) {
            return Outcome.WAIT;
        }
        if (accepts(viewer.name(), code)) {
            throttle.succeeded(viewer.name(), address);
            return Outcome.DONE;
        }
        throttle.failed(viewer.name(), address, clock.now());
        return Outcome.CODE;
    }

    /**
     * Takes the factor of another's lost device away.
     *
     * @param name the account
     * @param viewer who does it
     * @return false if the account has none, or is the own one
     */
    public boolean drop(String name, Viewer viewer) {
        return !name.equals(viewer.name()) && factors.drop(name, act(viewer.name(), name));
    }

    /**
     * Says which roles need one.
     *
     * @param roles them
     * @param viewer who says it
     */
    public void require(List<Role> roles, Viewer viewer) {
        Set<Role> possible = EnumSet.noneOf(Role.class);
        roles.stream().filter(ROLES::contains).forEach(possible::add);
        factors.require(possible, new AccountAct(viewer.name(), clock.now(), "accounts"));
    }

    /**
     * The roles that need one.
     *
     * @return them
     */
    public Set<Role> required() {
        return factors.required();
    }

    /**
     * The accounts that have one.
     *
     * @return their names
     */
    public Set<String> confirmed() {
        return factors.confirmed();
    }

    private List<SecretCode> recovery() {
        return Stream.generate(() -> SecretCode.random(random))
                .limit(RECOVERY_CODES)
                .toList();
    }

    private static List<String> hashes(List<SecretCode> codes) {
        return codes.stream().map(SecretCode::hash).toList();
    }

    private static List<String> shown(List<SecretCode> codes) {
        return codes.stream().map(SecretCode::grouped).toList();
    }

    private AccountAct act(String by, String of) {
        return new AccountAct(by, clock.now(), Accounts.subject(of));
    }
}

package dev.assay.api.signon;

import dev.assay.store.account.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people of the authority sign on. Without an issuer there is no sign-on.
 *
 * @param issuer the issuer's address, exactly as it calls itself; null for no sign-on
 * @param clientId as what the issuer knows this server
 * @param clientSecret its secret there; null where a file holds it
 * @param clientSecretFile a file with the secret; null where it is given itself
 * @param name what the login page calls the sign-on
 * @param userClaim the claim by which an administrator names a user
 * @param scopes what is asked of the issuer beside {@code openid}
 * @param requiredAcr one of these the issuer must say of how somebody proved who he is ({@code acr}); empty for no matter which
 * @param requiredAmr all of these it must say of it ({@code amr}); empty for no matter which
 */
@ConfigurationProperties("assay.sign-on")
public record SignOnSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue Name name,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("profile") List<String> scopes,
        @DefaultValue List<String> requiredAcr,
        @DefaultValue List<String> requiredAmr) {

    /** The roles that may sign on; those who keep accounts, other bodies and businesses log in here. */
    public static final List<Role> ROLES = List.of(Role.REGULATOR, Role.APPROVER, Role.OPERATOR);

    private static final int LONGEST_ISSUER = 255;
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * What the login page calls the sign-on.
     *
     * @param zh in Chinese; null for the page's own word
     * @param en in English; null for the page's own word
     */
    public record Name(@Nullable String zh, @Nullable String en) {

        /**
         * The name in a language.
         *
         * @param language {@code zh} or {@code en}
         * @return it; null for the page's own word
         */
        public @Nullable String in(String language) {
            return language.equals("en") ? en : zh;
        }
    }

    /** Checks that all is given, or nothing; what is blank is not given. */
    public SignOnSettings {
        issuer = given(issuer);
        clientId = given(clientId);
        clientSecret = given(clientSecret);
        scopes = List.copyOf(scopes);
        requiredAcr = List.copyOf(requiredAcr);
        requiredAmr = List.copyOf(requiredAmr);
        if (userClaim.isBlank()) {
            throw new IllegalArgumentException(
                    "The setting assay.sign-on.user-claim is empty.%nMaybe write preferred_username, or leave it out."
                            .formatted());
        }
        if (issuer == null) {
            requireNothingElse(Stream.of(clientId, clientSecret, clientSecretFile, name.zh(), name.en()));
        } else {
            requireAddress(issuer);
            requireClient(clientId, clientSecret, clientSecretFile);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void requireNothingElse(Stream<? extends @Nullable Object> others) {
        if (others.anyMatch(other -> other != null)) {
            throw new IllegalArgumentException(
                    "Settings of assay.sign-on are given, but not the issuer.%nMaybe set assay.sign-on.issuer (ASSAY_SIGNON_ISSUER), or take the others away."
                            .formatted());
        }
    }

    private static void requireAddress(String issuer) {
        URI address;
        try {
            address = URI.create(issuer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(notAnIssuer(issuer), e);
        }
        if (issuer.length() > LONGEST_ISSUER
                || !isProtected(address)
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException(notAnIssuer(issuer));
        }
    }

    private static String notAnIssuer(String issuer) {
        return "The setting assay.sign-on.issuer (%s) is not an https address of at most 255 letters without ? and #.%nMaybe write what the issuer's /.well-known/openid-configuration says behind issuer, such as https://sso.example.gov.cn/realms/staff."
                .formatted(issuer);
    }

    private static void requireClient(@Nullable String id, @Nullable String secret, @Nullable Path file) {
        if (id == null) {
            throw new IllegalArgumentException(
                    "The setting assay.sign-on.client-id is missing.%nMaybe set it (ASSAY_SIGNON_CLIENTID) to the name by which the issuer knows this server."
                            .formatted());
        }
        if ((secret == null) == (file == null)) {
            throw new IllegalArgumentException(
                    "Of assay.sign-on.client-secret and assay.sign-on.client-secret-file %s given.%nMaybe give one of them (ASSAY_SIGNON_CLIENTSECRET or ASSAY_SIGNON_CLIENTSECRETFILE)."
                            .formatted(secret == null ? "neither is" : "both are"));
        }
        if (file != null) {
            read(file);
        }
    }

    /**
     * Whether what is sent to an address can be read by nobody else.
     *
     * @param address the address
     * @return true for https, and for http on this machine itself
     */
    static boolean isProtected(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && OWN_MACHINE.contains(host)));
    }

    /**
     * Whether there is a sign-on.
     *
     * @return true if an issuer is set
     */
    public boolean isOn() {
        return issuer != null;
    }

    /**
     * Whether the issuer says how well somebody proved who he is, and its word takes the place of the second factor here.
     *
     * @return true if something is required of it
     */
    public boolean issuerVouches() {
        return !requiredAcr.isEmpty() || !requiredAmr.isEmpty();
    }

    /**
     * The secret, read from its file where one holds it.
     *
     * @return it
     * @throws IllegalArgumentException if its file cannot be read; the message does not hold the secret
     */
    String secret() {
        Path file = clientSecretFile;
        return clientSecret != null ? clientSecret : file != null ? read(file) : "";
    }

    private static String read(Path file) {
        String secret;
        try {
            secret = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file (%s) with the secret of the sign-on (assay.sign-on.client-secret-file) cannot be read.%nMaybe it is elsewhere, or the server's user may not read it."
                            .formatted(file),
                    e);
        }
        if (secret.isEmpty() || secret.lines().count() > 1) {
            throw new IllegalArgumentException(
                    "The file (%s) with the secret of the sign-on (assay.sign-on.client-secret-file) does not hold one line.%nMaybe write the secret alone into it."
                            .formatted(file));
        }
        return secret;
    }

    /** Leaves the secret out, because settings are printed. */
    @Override
    public String toString() {
        return "SignOnSettings[issuer=%s, clientId=%s, clientSecretFile=%s, userClaim=%s, scopes=%s, requiredAcr=%s, requiredAmr=%s]"
                .formatted(issuer, clientId, clientSecretFile, userClaim, scopes, requiredAcr, requiredAmr);
    }
}

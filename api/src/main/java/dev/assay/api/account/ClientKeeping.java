package dev.assay.api.account;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.AccessSettings;
import dev.assay.api.access.AccessTokens;
import dev.assay.api.access.LoginThrottle;
import dev.assay.api.access.Viewer;
import dev.assay.api.account.SignedAssertions.Signer;
import dev.assay.store.account.AccountAct;
import dev.assay.store.account.ApiClient;
import dev.assay.store.account.ApiClients;
import dev.assay.store.account.ClientKey;
import dev.assay.store.account.ClientKeys;
import dev.assay.store.account.ClientScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the programs of platforms, and gives them tokens for their secrets or signatures (RFC 6749, client credentials). */
@Component
public class ClientKeeping {

    private static final int LONGEST_TITLE = 190;
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 9;

    private final ApiClients clients;
    private final AccessTokens tokens;
    private final AccessSettings settings;
    private final AuthorityClock clock;
    private final ClientKeys keys;
    private final SignedAssertions assertions;
    private final LoginThrottle throttle = new LoginThrottle();
    private final SecureRandom random = new SecureRandom();

    ClientKeeping(
            ApiClients clients,
            SignedAssertions assertions,
            AccessTokens tokens,
            AccessSettings settings,
            AuthorityClock clock) {
        this.clients = clients;
        this.keys = clients.keys();
        this.assertions = assertions;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A secret that was made; it can be shown now and never again.
     *
     * @param client the client's id
     * @param secret the secret
     */
    public record Made(String client, String secret) {

        /** Without the secret: what is printed may end in a log. */
        @Override
        public String toString() {
            return "Made[" + client + "]";
        }
    }

    /** Why no token is given, as RFC 6749 section 5.2 calls it. */
    public enum Refusal {
        /** Id and secret do not fit, or too many wrong ones came before. */
        INVALID_CLIENT,
        /** A scope is asked for that the client does not have. */
        INVALID_SCOPE,
        /** The proof of a key that came with the request does not hold (RFC 9449 section 5). */
        INVALID_DPOP_PROOF
    }

    /**
     * What came of a request for a token.
     *
     * @param token the token; null if none is given
     * @param refusal why not; null if one is given
     */
    public record Answer(
            AccessTokens.@Nullable Token token, @Nullable Refusal refusal) {}

    /**
     * Every client.
     *
     * @return them by title
     */
    public List<ApiClient> all() {
        return clients.all(clock.now());
    }

    /**
     * Adds a client.
     *
     * @param title who it is
     * @param scopes what it may, at least one
     * @param own whether it is the authority's own
     * @param divisions the codes or beginnings of the divisions to which it is kept, with blanks or commas between; blank where it is not its own
     * @param viewer who adds it
     * @return its id and secret; empty as in {@link #add(String, Set, List, String)}, or if a code is none, or an own program has none, or
     *     another has one
     */
    public Optional<Made> add(String title, Set<ClientScope> scopes, boolean own, String divisions, Viewer viewer) {
        return AccountKeeping.divisions(divisions)
                .filter(codes -> own != codes.isEmpty())
                .flatMap(codes -> add(title, scopes, codes, viewer.name()));
    }

    /**
     * Adds a client in the name of somebody who is not at a page.
     *
     * @param title who it is
     * @param scopes what it may, at least one
     * @param divisions of a program of the authority the divisions to which it is kept, at least one; empty for a platform's
     * @param by who adds it
     * @return its id and secret; empty if the title is blank or too long, no scope is named, or one that only programs of the authority may have
     */
    public Optional<Made> add(String title, Set<ClientScope> scopes, List<String> divisions, String by) {
        if (isRefused(title, scopes, divisions)) {
            return Optional.empty();
        }
        String id = text(ID_BYTES);
        String secret = text(SECRET_BYTES);
        clients.add(
                id, title.strip(), scopes, divisions, hash(secret), new AccountAct(by, clock.now(), "client:" + id));
        return Optional.of(new Made(id, secret));
    }

    /**
     * Adds a client that signs with its own key and has no secret.
     *
     * @param title who it is
     * @param scopes what it may, at least one
     * @param own whether it is the authority's own
     * @param divisions as for a client with a secret
     * @param key the public half of its key
     * @param viewer who adds it
     * @return its id; empty as for a client with a secret
     */
    public Optional<String> add(
            String title, Set<ClientScope> scopes, boolean own, String divisions, ClientKey key, Viewer viewer) {
        return AccountKeeping.divisions(divisions)
                .filter(codes -> own != codes.isEmpty())
                .filter(codes -> !isRefused(title, scopes, codes))
                .map(codes -> {
                    String id = text(ID_BYTES);
                    keys.add(id, title.strip(), scopes, codes, key, act(id, viewer));
                    return id;
                });
    }

    private static boolean isRefused(String title, Set<ClientScope> scopes, List<String> divisions) {
        String stripped = title.strip();
        return stripped.isEmpty()
                || stripped.length() > LONGEST_TITLE
                || scopes.isEmpty()
                || (divisions.isEmpty() && scopes.stream().anyMatch(ClientScope::isOfAuthority));
    }

    /**
     * Gives a client that has a key a new one; the old one stays good for the overlap.
     *
     * @param id the client
     * @param key the public half of the new key
     * @param viewer who does it
     * @return false if there is no such client with a key, it is revoked, or it has this key already
     */
    public boolean changeKey(String id, ClientKey key, Viewer viewer) {
        return keys.change(id, key, clock.now().plus(settings.overlap()), act(id, viewer));
    }

    /**
     * The good keys of every client.
     *
     * @return thumbprints by the client's id, the newest first
     */
    public Map<String, List<String>> keys() {
        return keys.all(clock.now());
    }

    /**
     * Gives a client a new secret beside the old one, which ends after the overlap.
     *
     * @param id the client
     * @param viewer who does it
     * @return the secret; empty if there is no such client, or it is revoked
     */
    public Optional<Made> rotate(String id, Viewer viewer) {
        String secret = text(SECRET_BYTES);
        Instant until = clock.now().plus(settings.overlap());
        return clients.rotate(id, hash(secret), until, act(id, viewer))
                ? Optional.of(new Made(id, secret))
                : Optional.empty();
    }

    /**
     * Ends a client; a token that it has ends with its own time.
     *
     * @param id the client
     * @param viewer who ends it
     * @return false if there is no such client, or it is revoked
     */
    public boolean revoke(String id, Viewer viewer) {
        return clients.revoke(id, act(id, viewer));
    }

    /**
     * Gives a token.
     *
     * @param id the client's id as given
     * @param secret its secret as given
     * @param wish what kind of token it asks for
     * @return the token, or why there is none
     */
    public Answer token(String id, String secret, Wish wish) {
        return token(id, wish, now -> clients.find(id, hash(secret), now).map(client -> new Signer(client, null)));
    }

    /**
     * Gives a token to a client that signs with its key. The token is bound to a key in any case: to that of the proof which came with the request,
     * else to the one that signed.
     *
     * @param assertion what it signed
     * @param audiences what it may call this server
     * @param wish what kind of token it asks for
     * @return the token, or why there is none
     */
    public Answer token(String assertion, List<String> audiences, Wish wish) {
        return token(SignedAssertions.claimed(assertion), wish, now -> assertions.check(assertion, audiences, now));
    }

    /**
     * What kind of token is asked for.
     *
     * @param scope the scopes, with blanks between; null for all that the client has
     * @param key the thumbprint of the key of which a proof came with the request; null if none came
     * @param address where the request comes from
     */
    public record Wish(@Nullable String scope, @Nullable String key, String address) {}

    private Answer token(String id, Wish wish, Function<Instant, Optional<Signer>> known) {
        Instant now = clock.now();
        if (throttle.mustWait(id, wish.address(), now)) {
            return new Answer(null, Refusal.INVALID_CLIENT);
        }
        Optional<Signer> signer = known.apply(now);
        if (signer.isEmpty()) {
            throttle.failed(id, wish.address(), now);
            return new Answer(null, Refusal.INVALID_CLIENT);
        }
        throttle.succeeded(id, wish.address());
        return token(
                signer.get().client(), wish, wish.key() == null ? signer.get().thumbprint() : wish.key());
    }

    private Answer token(ApiClient client, Wish wish, @Nullable String key) {
        String scope = wish.scope();
        Set<ClientScope> asked = scope == null || scope.isBlank() ? client.scopes() : ClientScope.read(scope);
        boolean known = scope == null
                || scope.isBlank()
                || asked.size()
                        == Stream.of(scope.strip().split(" +", -1)).distinct().count();
        return known && client.scopes().containsAll(asked)
                ? new Answer(tokens.make(client, asked, key), null)
                : new Answer(null, Refusal.INVALID_SCOPE);
    }

    private String text(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private AccountAct act(String id, Viewer viewer) {
        return new AccountAct(viewer.name(), clock.now(), "client:" + id);
    }
}

package dev.assay.api.following;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.api.AuthorityClock;
import dev.assay.batch.publish.ChangeLine;
import dev.assay.batch.signing.PushSecrets;
import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.Follower;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.SetDigest;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.FollowerState;
import dev.assay.store.publication.Followers;
import dev.assay.store.publication.Followers.Outcome;
import dev.assay.store.publication.PublishedItem;
import dev.assay.store.publication.PushSignature;
import dev.assay.store.publication.Pushing;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two partners to whom changes are pushed, one of them down for a day; both end with the authority's own digest. */
class PushIT {

    private static final Instant START = Instant.parse("2026-11-22T08:15:00Z");
    private static final AuthorityClock CLOCK = new AuthorityClock(() -> START);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path data;

    /** A partner's own server, which carries out what it is sent if the signature is right. */
    private static final class Receiver implements AutoCloseable {
        private final HttpServer server;
        private final String check;
        private final Follower follower = new Follower(Chain.PUBLIC, ChainEnd.NONE);
        private final SetDigest.Sum digest = new SetDigest.Sum(SetDigest.EMPTY);
        private final List<String> faults = new ArrayList<>();
        private volatile boolean down;
        private final AtomicInteger asked = new AtomicInteger();

        Receiver(String check) throws IOException {
            this.check = check;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/in", exchange -> {
                asked.incrementAndGet();
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String signature = exchange.getRequestHeaders().getFirst("Assay-Signature");
                exchange.sendResponseHeaders(down ? 503 : take(body, signature) ? 204 : 400, -1);
                exchange.close();
            });
            server.start();
        }

        private boolean take(String body, String signature) {
            String[] parts = signature.split("[=,]", -1);
            long second = Long.parseLong(parts[1]);
            boolean signed = parts[2].equals("sm2")
                    ? isSigned(check, second + "." + body, parts[3])
                    : PushSecrets.sign(check, second, body).equals(parts[3]);
            if (!signed) {
                faults.add("signature");
                return false;
            }
            body.lines().forEach(line -> {
                Change change =
                        ChangeLine.parse(line.getBytes(StandardCharsets.UTF_8)).change();
                follower.apply(change).ifPresent(fault -> faults.add(fault + " at " + change.number()));
                digest.apply(change);
            });
            return true;
        }

        /** As a partner checks it, with what its platform has for SM2. */
        static boolean isSigned(String publicKey, String text, String signature) {
            try {
                BouncyCastleProvider platform = new BouncyCastleProvider();
                Signature check = Signature.getInstance("SM3withSM2", platform);
                check.initVerify(KeyFactory.getInstance("EC", platform)
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
                check.update(text.getBytes(StandardCharsets.UTF_8));
                return check.verify(HexFormat.of().parseHex(signature));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static void publish(DSLContext dsl, int from, int to) {
        for (int i = from; i < to; i++) {
            int number = i;
            dsl.transaction(tx -> {
                ChangeLog.publish(
                        tx.dsl(),
                        PublishedItem.of(
                                new ItemId("list-entry", "" + number % 40),
                                "list",
                                number,
                                Chain.PUBLIC,
                                Values.of(Map.of("text", "甲 " + number))),
                        ChangeReason.CORRECTION,
                        START);
            });
        }
    }

    private static FollowerState state(DSLContext dsl, String partner) {
        return new Followers(dsl)
                .all().stream()
                        .filter(state -> state.partner().equals(partner))
                        .findFirst()
                        .orElseThrow();
    }

    @OnEachServer
    void a_partner_that_was_down_for_a_day_catches_up_and_both_hold_the_same_set(TestDatabases server)
            throws Exception {
        PushSecrets secrets = new PushSecrets(data);
        try (TestDatabase test = server.fresh();
                Receiver up = new Receiver(new PushSigner(secrets, data).check(PushSignature.SM2, "up"));
                Receiver down = new Receiver(secrets.of("down"))) {
            DSLContext dsl = test.database().dsl();
            ChangeLog log = new ChangeLog(dsl);
            Pusher pusher = new Pusher(test.database(), new Pushing(dsl), log, new PushSigner(secrets, data), CLOCK);
            pusher.stop();
            for (Receiver one : List.of(up, down)) {
                dsl.transaction(tx -> Pushing.direct(
                        tx.dsl(),
                        one == up ? "up" : "down",
                        Chain.PUBLIC,
                        new Pushing.Target(one.address(), one == up ? PushSignature.SM2 : PushSignature.HMAC_SHA_256)));
            }
            publish(dsl, 0, 30);
            assertThat(pusher.push(START)).isEqualTo(2);

            down.down = true;
            Instant now = START;
            int askedBefore = down.asked.get();
            for (int hour = 0; hour < 24; hour++) {
                now = now.plus(Duration.ofHours(1));
                publish(dsl, 30 + hour, 31 + hour);
                pusher.push(now);
            }
            dsl.transaction(tx -> {
                ChangeLog.withdraw(tx.dsl(), new ItemId("list-entry", "3"), ChangeReason.REPAIR, START);
            });
            pusher.push(now);
            assertThat(down.asked.get() - askedBefore)
                    .as("it is asked less and less often")
                    .isBetween(5, 14);
            assertThat(Objects.requireNonNull(state(dsl, "down").push()).lastAnswer())
                    .isEqualTo("HTTP 503");
            assertThat(state(dsl, "down").open()).isEqualTo(1);

            down.down = false;
            now = now.plus(Duration.ofHours(7));
            assertThat(pusher.push(now)).isEqualTo(1);
            for (Receiver one : List.of(up, down)) {
                assertThat(one.faults).isEmpty();
                assertThat(one.follower.end()).isEqualTo(log.head(Chain.PUBLIC).end());
                assertThat(one.digest.digest()).isEqualTo(log.head(Chain.PUBLIC).digest());
            }
            assertThat(state(dsl, "down").open())
                    .as("taken is not yet carried out")
                    .isEqualTo(1);
            Followers followers = new Followers(dsl);
            ChainEnd end = down.follower.end();
            assertThat(followers.acknowledge("down", Chain.PUBLIC, end.number(), end.hash(), now))
                    .isEqualTo(Outcome.ACKNOWLEDGED);
            assertThat(state(dsl, "down").open()).isZero();
            assertThat(state(dsl, "down").behind()).isZero();
        }
    }

    @OnEachServer
    void an_address_that_never_answers_is_given_up(TestDatabases server) throws Exception {
        PushSecrets secrets = new PushSecrets(data);
        try (TestDatabase test = server.fresh();
                Receiver down = new Receiver(secrets.of("down"))) {
            down.down = true;
            DSLContext dsl = test.database().dsl();
            Pusher pusher = new Pusher(
                    test.database(), new Pushing(dsl), new ChangeLog(dsl), new PushSigner(secrets, data), CLOCK);
            pusher.stop();
            dsl.transaction(tx -> Pushing.direct(
                    tx.dsl(), "down", Chain.PUBLIC, new Pushing.Target(down.address(), PushSignature.HMAC_SHA_256)));
            publish(dsl, 0, 1);
            Instant now = START;
            for (int i = 0; i < 2 * Pusher.ATTEMPTS; i++) {
                pusher.push(now);
                now = now.plus(Duration.ofHours(6));
            }

            assertThat(down.asked.get()).isEqualTo(Pusher.ATTEMPTS);
            assertThat(Objects.requireNonNull(state(dsl, "down").push()).givenUpAt())
                    .isNotNull();
        }
    }

    @Test
    void an_sm2_signature_is_of_its_second_its_body_and_its_authority_alone() {
        PushSigner signer = new PushSigner(new PushSecrets(data), data);
        String key = signer.check(PushSignature.SM2, "any");
        String signature =
                signer.header(PushSignature.SM2, "any", 1_795_334_400, "{}").substring("t=1795334400,sm2=".length());

        assertThat(Receiver.isSigned(key, "1795334400.{}", signature)).isTrue();
        assertThat(Receiver.isSigned(key, "1795334401.{}", signature)).isFalse();
        assertThat(Receiver.isSigned(key, "1795334400.[]", signature)).isFalse();
        assertThat(new PushSigner(new PushSecrets(data), data).check(PushSignature.SM2, "other"))
                .as("the key stays, and is the same for all partners")
                .isEqualTo(key);
        PushSigner another = new PushSigner(new PushSecrets(data.resolve("b")), data.resolve("b"));
        assertThat(Receiver.isSigned(another.check(PushSignature.SM2, "any"), "1795334400.{}", signature))
                .isFalse();
    }

    @Test
    void the_pauses_grow_to_six_hours() {
        assertThat(Pusher.pause(0)).hasSeconds(30);
        assertThat(Pusher.pause(1)).hasSeconds(60);
        assertThat(Pusher.pause(9)).hasHours(4);
        assertThat(Pusher.pause(10)).hasHours(6);
        assertThat(Pusher.pause(23)).hasHours(6);
    }

    @Test
    void each_partner_has_a_secret_of_its_own_that_stays() {
        PushSecrets secrets = new PushSecrets(data);

        assertThat(secrets.of("a")).matches("[0-9a-f]{64}").isNotEqualTo(secrets.of("b"));
        assertThat(new PushSecrets(data).of("a")).isEqualTo(secrets.of("a"));
    }
}

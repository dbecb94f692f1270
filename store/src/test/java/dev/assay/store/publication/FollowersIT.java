package dev.assay.store.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.store.publication.Followers.Outcome;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

class FollowersIT {

    private static final Instant AT = Instant.parse("2026-11-22T08:15:00Z");

    private static void publish(DSLContext dsl, String key) {
        dsl.transaction(tx -> {
            ChangeLog.publish(
                    tx.dsl(),
                    PublishedItem.of(
                            new ItemId("list-entry", key), "list", 1, Chain.PUBLIC, Values.of(Map.of("text", key))),
                    ChangeReason.NEW_RECORD,
                    AT);
        });
    }

    private static void withdraw(DSLContext dsl, String key) {
        dsl.transaction(tx -> {
            ChangeLog.withdraw(tx.dsl(), new ItemId("list-entry", key), ChangeReason.REPAIR, AT);
        });
    }

    private static String hash(DSLContext dsl, long number) {
        return new ChangeLog(dsl)
                .after(Chain.PUBLIC, number - 1, 1)
                .getFirst()
                .change()
                .hash();
    }

    private static List<String> open(Followers followers) {
        return followers.openWithdrawals(10).stream()
                .map(open -> open.partner() + " " + open.change().item().key())
                .toList();
    }

    @OnEachServer
    void a_withdrawal_stays_open_until_everyone_who_took_the_item_has_acknowledged_it(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            Followers followers = new Followers(dsl);
            publish(dsl, "1");
            publish(dsl, "2");
            followers.delivered("platform", Chain.PUBLIC, 2, AT);
            followers.delivered("bank", Chain.PUBLIC, 1, AT);
            followers.delivered("late", Chain.PUBLIC, 0, AT);
            withdraw(dsl, "2");

            assertThat(open(followers))
                    .as("the bank never had it, and nobody knows of the late one")
                    .containsExactly("platform 2");
            assertThat(followers.all())
                    .extracting(state ->
                            state.partner() + " " + state.delivered() + " " + state.behind() + " " + state.open())
                    .containsExactly("bank 1 3 0", "platform 2 3 1");

            assertThat(followers.acknowledge("platform", Chain.PUBLIC, 2, hash(dsl, 2), AT))
                    .isEqualTo(Outcome.ACKNOWLEDGED);
            assertThat(open(followers)).containsExactly("platform 2");
            assertThat(followers.acknowledge("platform", Chain.PUBLIC, 3, hash(dsl, 3), AT))
                    .isEqualTo(Outcome.ACKNOWLEDGED);
            assertThat(open(followers)).isEmpty();
            assertThat(followers.acknowledge("platform", Chain.PUBLIC, 1, hash(dsl, 1), AT))
                    .isEqualTo(Outcome.ACKNOWLEDGED);
            assertThat(followers.all().getLast().acknowledged())
                    .as("what was acknowledged stays so")
                    .isEqualTo(3);
        }
    }

    @OnEachServer
    void who_followed_something_else_cannot_acknowledge(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            Followers followers = new Followers(dsl);
            publish(dsl, "1");

            assertThat(followers.acknowledge("platform", Chain.PUBLIC, 1, "0".repeat(64), AT))
                    .isEqualTo(Outcome.DIFFERENT);
            assertThat(followers.acknowledge("platform", Chain.PUBLIC, 2, hash(dsl, 1), AT))
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(followers.all()).isEmpty();
        }
    }

    @OnEachServer
    void what_an_address_does_not_take_is_due_again_until_it_is_given_up(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            Pushing pushing = new Pushing(dsl);
            dsl.transaction(tx -> Pushing.direct(
                    tx.dsl(),
                    "platform",
                    Chain.PUBLIC,
                    new Pushing.Target("https://example.org/in", PushSignature.HMAC_SHA_256)));
            assertThat(pushing.due(AT)).as("there is nothing yet").isEmpty();
            publish(dsl, "1");
            Pushing.Due due = pushing.due(AT).getFirst();

            pushing.failed(due, "HTTP 500 " + "x".repeat(400), AT.plusSeconds(30), AT);
            assertThat(pushing.due(AT.plusSeconds(29))).isEmpty();
            Pushing.Due again = pushing.due(AT.plusSeconds(30)).getFirst();
            assertThat(again.attempts()).isEqualTo(1);
            pushing.failed(again, "HTTP 500", null, AT.plusSeconds(31));
            assertThat(pushing.due(AT.plusSeconds(99_999))).isEmpty();
            assertThat(Objects.requireNonNull(
                                    new Followers(dsl).all().getFirst().push())
                            .givenUpAt())
                    .isEqualTo(AT.plusSeconds(31));

            dsl.transaction(tx -> Pushing.direct(
                    tx.dsl(),
                    "platform",
                    Chain.PUBLIC,
                    new Pushing.Target("https://example.org/in", PushSignature.HMAC_SHA_256)));
            pushing.taken(pushing.due(AT).getFirst(), 1, "HTTP 204", AT);
            assertThat(pushing.due(AT)).isEmpty();
            assertThat(new Followers(dsl).all().getFirst().delivered()).isEqualTo(1);
        }
    }
}

package dev.assay.store.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.Follower;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.SetDigest;
import dev.assay.store.publication.SeriesDiff.Series;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

class ChangeLogIT {

    private static final Instant AT = Instant.parse("2026-11-22T08:15:00.123456Z");
    private static final Series SERIES = new Series("sample", "one");
    private static final Grounds GROUNDS = (_, _, now) -> now == null ? ChangeReason.ABSENCE : ChangeReason.CORRECTION;

    private static PublishedItem item(int number, String text) {
        return item(number, text, Chain.PUBLIC);
    }

    private static PublishedItem item(int number, String text, Chain chain) {
        return PublishedItem.of(id(number), SERIES.name(), number / 3, chain, Values.of(Map.of("text", text)));
    }

    private static ItemId id(int number) {
        return new ItemId(SERIES.kind(), "sample " + number);
    }

    private static void publish(DSLContext dsl, PublishedItem item) {
        dsl.transaction(tx -> ChangeLog.publish(tx.dsl(), item, ChangeReason.NEW_RECORD, AT));
    }

    private static void withdraw(DSLContext dsl, int number) {
        dsl.transaction(tx -> ChangeLog.withdraw(tx.dsl(), id(number), ChangeReason.EXPIRY, AT));
    }

    private static List<String> lines(ChangeLog log, Chain chain) {
        return log.after(chain, 0, 1000).stream()
                .map(logged -> "%d %s %s %s %s"
                        .formatted(
                                logged.change().number(),
                                logged.change().operation().code(),
                                logged.change().item().key(),
                                logged.change().reason().code(),
                                logged.content()))
                .toList();
    }

    /** Follows a chain from its beginning, holds every hash against what it says, and the head against what was followed. */
    private static Follower followed(ChangeLog log, Chain chain) {
        Follower follower = new Follower(chain, ChainEnd.NONE);
        SetDigest.Sum sum = new SetDigest.Sum(SetDigest.EMPTY);
        List<LoggedChange> some;
        do {
            some = log.after(chain, follower.end().number(), 700);
            for (LoggedChange logged : some) {
                Change change = logged.change();
                assertThat(change.computedHash()).isEqualTo(change.hash());
                assertThat(follower.apply(change)).isEmpty();
                sum.apply(new Change.Draft(
                        change.operation(), change.item(), change.reason(), change.was(), change.contentHash()));
            }
        } while (!some.isEmpty());
        ChainHead head = log.head(chain);
        assertThat(follower.end()).isEqualTo(head.end());
        assertThat(follower.size()).isEqualTo((int) head.items());
        assertThat(sum.digest()).isEqualTo(head.digest());
        return follower;
    }

    @OnEachServer
    void an_item_comes_in_changes_and_goes_and_its_contents_go_with_it(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            ChangeLog log = new ChangeLog(dsl);
            publish(dsl, item(1, "a"));
            publish(dsl, item(2, "海安老街面馆"));
            publish(dsl, item(1, "b"));
            publish(dsl, item(1, "b"));

            assertThat(lines(log, Chain.PUBLIC))
                    .containsExactly(
                            "1 add sample 1 new-record null",
                            "2 add sample 2 new-record {\"text\":\"海安老街面馆\"}",
                            "3 modify sample 1 new-record {\"text\":\"b\"}");

            withdraw(dsl, 2);
            withdraw(dsl, 2);
            assertThat(lines(log, Chain.PUBLIC))
                    .containsExactly(
                            "1 add sample 1 new-record null",
                            "2 add sample 2 new-record null",
                            "3 modify sample 1 new-record {\"text\":\"b\"}",
                            "4 withdraw sample 2 expiry null");
            assertThat(dsl.fetch("SELECT * FROM published_item WHERE content LIKE '%海安%'"))
                    .isEmpty();
            assertThat(log.after(Chain.PUBLIC, 0, 1).getFirst().change().at()).isEqualTo(AT);
            assertThat(log.hasWithdrawnAfter(Chain.PUBLIC, 3)).isTrue();
            assertThat(log.hasWithdrawnAfter(Chain.PUBLIC, 4)).isFalse();
            followed(log, Chain.PUBLIC);
        }
    }

    @OnEachServer
    void an_item_for_other_readers_is_withdrawn_here_and_added_there(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            ChangeLog log = new ChangeLog(dsl);
            publish(dsl, item(1, "a"));
            publish(dsl, item(1, "a", Chain.PARTNERS));

            assertThat(lines(log, Chain.PUBLIC))
                    .containsExactly("1 add sample 1 new-record null", "2 withdraw sample 1 visibility null");
            assertThat(lines(log, Chain.PARTNERS)).containsExactly("1 add sample 1 visibility {\"text\":\"a\"}");
            assertThat(followed(log, Chain.PUBLIC).size()).isZero();
            assertThat(followed(log, Chain.PARTNERS).size()).isEqualTo(1);
        }
    }

    @OnEachServer
    void a_decision_that_fails_leaves_no_gap(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            publish(dsl, item(1, "a"));
            assertThatThrownBy(() -> dsl.transaction(tx -> {
                        ChangeLog.publish(tx.dsl(), item(2, "b"), ChangeReason.NEW_RECORD, AT);
                        throw new IllegalStateException("the decision failed");
                    }))
                    .hasMessageContaining("the decision failed");
            publish(dsl, item(3, "c"));

            assertThat(followed(new ChangeLog(dsl), Chain.PUBLIC).items()).containsExactlyInAnyOrder(id(1), id(3));
        }
    }

    @OnEachServer
    void who_reads_on_while_many_write_misses_nothing(TestDatabases server) throws Exception {
        try (TestDatabase test = server.fresh();
                ExecutorService threads = Executors.newFixedThreadPool(5)) {
            DSLContext dsl = test.database().dsl();
            ChangeLog log = new ChangeLog(dsl);
            List<Future<?>> writers = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                        Random random = new Random(writer);
                        for (int i = 0; i < 40; i++) {
                            int number = random.nextInt(10);
                            dsl.transaction(tx -> {
                                // The transaction has seen the tables before it publishes: what it saw then may be old.
                                tx.dsl().fetchCount(dsl.selectOne().from("published_item"));
                                ChangeLog.publish(
                                        tx.dsl(), item(number, "x" + random.nextInt(3)), ChangeReason.CORRECTION, AT);
                                Thread.sleep(random.nextInt(4));
                            });
                        }
                    }))
                    .toList();
            Future<List<Long>> reader = threads.submit(() -> {
                List<Long> read = new ArrayList<>();
                boolean done;
                do {
                    done = writers.stream().allMatch(Future::isDone);
                    log.after(Chain.PUBLIC, read.size(), 7)
                            .forEach(logged -> read.add(logged.change().number()));
                } while (!done || read.size() < log.head(Chain.PUBLIC).end().number());
                return read;
            });
            for (Future<?> writer : writers) {
                writer.get();
            }

            assertThat(reader.get())
                    .isEqualTo(IntStream.rangeClosed(
                                    1, (int) log.head(Chain.PUBLIC).end().number())
                            .mapToObj(number -> (long) number)
                            .toList());
            followed(log, Chain.PUBLIC);
        }
    }

    private static long diff(TestDatabase test, Map<Integer, String> standing) throws SQLException {
        try (SeriesDiff diff = SeriesDiff.open(test.database(), SERIES, GROUNDS, AT)) {
            standing.forEach((number, text) -> diff.present(item(number, text)));
            return diff.complete();
        }
    }

    @OnEachServer
    void the_difference_is_exact_over_random_states_and_a_second_time_there_is_none(TestDatabases server)
            throws SQLException {
        try (TestDatabase test = server.fresh()) {
            ChangeLog log = new ChangeLog(test.database().dsl());
            publish(
                    test.database().dsl(),
                    PublishedItem.of(
                            new ItemId("other", "1"),
                            "other",
                            0,
                            Chain.PUBLIC,
                            Values.of(Map.of("text", "not of the series"))));
            Random random = new Random(5);
            Map<Integer, String> standing = new TreeMap<>();
            for (int night = 0; night < 6; night++) {
                Map<Integer, String> before = new TreeMap<>(standing);
                // More than are written at once, so that several chunks make one night.
                IntStream.range(0, night == 0 ? 6000 : 300).forEach(_ -> {
                    int number = random.nextInt(9000);
                    if (random.nextInt(4) == 0) {
                        standing.remove(number);
                    } else {
                        standing.put(number, "t" + random.nextInt(5));
                    }
                });
                long expected = 0;
                for (int number = 0; number < 9000; number++) {
                    expected += java.util.Objects.equals(before.get(number), standing.get(number)) ? 0 : 1;
                }

                assertThat(diff(test, standing)).as("night %d", night).isEqualTo(expected);
                assertThat(diff(test, standing)).as("again").isZero();
            }
            Follower follower = followed(log, Chain.PUBLIC);
            assertThat(follower.size()).isEqualTo(standing.size() + 1);
            standing.forEach((number, text) -> assertThat(follower.find(id(number)))
                    .contains(item(number, text).contentHash()));

            assertThat(diff(test, Map.of())).isEqualTo(standing.size());
            assertThat(followed(log, Chain.PUBLIC).size()).isEqualTo(1);
        }
    }

    @OnEachServer
    void what_a_person_withdraws_while_the_job_compares_stays_withdrawn(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            Map<Integer, String> standing = new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c"));
            diff(test, standing);
            try (SeriesDiff diff = SeriesDiff.open(test.database(), SERIES, GROUNDS, AT)) {
                withdraw(dsl, 2);
                publish(dsl, item(4, "d"));
                diff.present(item(1, "a"));
                diff.present(item(2, "changed, as it was read before it went"));
                diff.present(item(3, "changed"));
                assertThat(diff.complete()).isEqualTo(1);
            }

            assertThat(followed(new ChangeLog(dsl), Chain.PUBLIC).items())
                    .containsExactlyInAnyOrder(id(1), id(3), id(4));
        }
    }

    @OnEachServer
    void an_item_that_stands_at_another_place_is_neither_lost_nor_doubled(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh()) {
            ChangeLog log = new ChangeLog(test.database().dsl());
            at(test, Map.of(5, "a", 6, "b"));
            assertThat(at(test, Map.of(2, "a", 9, "b")))
                    .as("moved, and nothing else")
                    .isZero();
            assertThat(at(test, Map.of(2, "a", 9, "b"))).isZero();
            at(test, Map.of(8, "c", 1, "d"));
            assertThat(at(test, Map.of(8, "c", 1, "d"))).isZero();

            assertThat(followed(log, Chain.PUBLIC).items()).containsExactlyInAnyOrder(id(0), id(1));
            assertThat(test.database()
                            .dsl()
                            .fetch("SELECT place FROM published_item ORDER BY place")
                            .getValues(0))
                    .hasToString("[1, 8]");
        }
    }

    /** Publishes two items at places: the first has the text a or c, the second b or d. */
    private static long at(TestDatabase test, Map<Integer, String> places) throws SQLException {
        try (SeriesDiff diff = SeriesDiff.open(test.database(), SERIES, GROUNDS, AT)) {
            new TreeMap<>(places)
                    .forEach((place, text) -> diff.present(PublishedItem.of(
                            id((text.charAt(0) - 'a') % 2),
                            SERIES.name(),
                            place,
                            Chain.PUBLIC,
                            Values.of(Map.of("text", text)))));
            return diff.complete();
        }
    }

    @OnEachServer
    void an_item_of_another_series_or_out_of_order_is_refused(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh();
                SeriesDiff diff = SeriesDiff.open(test.database(), SERIES, GROUNDS, AT)) {
            diff.present(item(9, "a"));
            assertThatThrownBy(() -> diff.present(item(1, "a"))).hasMessageContaining("not in its order");
            assertThatThrownBy(() -> diff.present(item(9, "b"))).hasMessageContaining("stands twice");
            assertThatThrownBy(() -> diff.present(PublishedItem.of(id(10), "another", 10, Chain.PUBLIC, Values.EMPTY)))
                    .hasMessageContaining("not of the series");
        }
    }
}

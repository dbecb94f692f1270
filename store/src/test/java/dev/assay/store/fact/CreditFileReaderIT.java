package dev.assay.store.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import dev.assay.store.load.TableTarget;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class CreditFileReaderIT {

    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Instant CORRECTED = Instant.parse("2026-02-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final Cut NEWEST = new Cut(LocalDate.of(2026, 6, 1), Instant.parse("2026-06-01T00:00:00Z"));

    private static final TableTarget FACT = TableTarget.of(
            "fact",
            "business_key",
            "fact_id",
            "kind",
            "licence",
            "occurred_on",
            "known_on",
            "recorded_at",
            "superseded_at",
            "superseded_as",
            "as_at",
            "feed",
            "record_key",
            "run_id",
            "line",
            "content");

    @OnEachServer
    void files_come_in_the_order_of_their_keys_with_all_that_a_fact_has(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Database database = test.database();
            businesses(database, 3);
            fact(database, 3, 30, DAY, RECORDED, null);
            fact(database, 1, 10, DAY, RECORDED, null);
            fact(database, 3, 31, DAY.minusDays(1), RECORDED, null);
            List<StoredCreditFile> files = readAll(database, KeyRange.ALL, NEWEST);
            assertThat(files).extracting(StoredCreditFile::businessKey).containsExactly(1L, 2L, 3L);
            assertThat(files).extracting(file -> ids(file)).containsExactly(List.of(10L), List.of(), List.of(31L, 30L));
            Fact fact = files.getFirst().file().facts().getFirst();
            assertThat(files.getFirst().file().business()).isEqualTo(new Identity("fhrs", "1"));
            assertThat(fact.recordedAt()).isEqualTo(RECORDED);
            assertThat(fact.occurredOn()).isEqualTo(DAY);
            assertThat(fact.licence()).isNull();
            assertThat(fact.source()).hasToString("fhrs week-1.csv:10");
            assertThat(fact.values()).isEqualTo(Values.of(Map.of("name", "茶", "score", new BigDecimal("5.0"))));
        }
    }

    @OnEachServer
    void a_file_is_cut_at_the_day_and_at_the_instant(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Database database = test.database();
            businesses(database, 1);
            fact(database, 1, 1, DAY, RECORDED, CORRECTED);
            fact(database, 1, 2, DAY, CORRECTED, null);
            // Up to and including the day and the instant of recording; a version ends at the instant that supersedes
            // it.
            assertThat(idsAt(database, DAY, CORRECTED)).containsExactly(2L);
            assertThat(idsAt(database, DAY, CORRECTED.minusNanos(1000))).containsExactly(1L);
            assertThat(idsAt(database, DAY, RECORDED)).containsExactly(1L);
            assertThat(idsAt(database, DAY.minusDays(1), CORRECTED)).isEmpty();
            assertThat(readAll(database, KeyRange.ALL, new Cut(DAY, RECORDED.minusNanos(1000))))
                    .isEmpty();
        }
    }

    @OnEachServer
    void a_business_is_found_by_each_of_its_identities(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Database database = test.database();
            businesses(database, 2);
            fact(database, 2, 20, DAY, RECORDED, null);
            database.dsl().execute("INSERT INTO identity VALUES ('food-licence', 'JY13501020000011', 2)");
            CreditFileReader reader = new CreditFileReader(database);
            assertThat(reader.find(new Identity("food-licence", "JY13501020000011"), NEWEST))
                    .hasValueSatisfying(file -> assertThat(ids(file)).containsExactly(20L));
            assertThat(reader.find(new Identity("fhrs", "2"), NEWEST)).isPresent();
            assertThat(reader.find(new Identity("fhrs", "9"), NEWEST)).isEmpty();
        }
    }

    @OnEachServer
    void an_incremental_run_reads_the_changed_the_expired_and_what_has_come_to_pass(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Database database = test.database();
            businesses(database, 5);
            Cut last = new Cut(LocalDate.of(2026, 5, 31), Instant.parse("2026-05-31T00:00:00Z"));
            rating(database, 1, null);
            rating(database, 2, "2026-05-31"); // ran out the day before
            rating(database, 3, "2026-06-01"); // holds for the last day
            rating(database, 4, null);
            fact(database, 4, 40, NEWEST.asOf(), RECORDED, null); // recorded long ago, happens today
            assertThat(changed(database, last))
                    .as("5 has nothing that the model grades")
                    .containsExactly(2L, 4L);
            database.dsl()
                    .execute("UPDATE business SET changed_at = '2026-05-31 00:00:00.000001' WHERE business_key = 1");
            assertThat(changed(database, last)).containsExactly(1L, 2L, 4L);
        }
    }

    @OnEachServer
    void ranges_share_the_businesses_out_and_leave_no_gap(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Database database = test.database();
            assertThat(KeyRanges.split(database, 4)).isEmpty();
            businesses(database, 10);
            List<KeyRange> ranges = KeyRanges.split(database, 3);
            assertThat(ranges).containsExactly(new KeyRange(0, 4), new KeyRange(5, 7), new KeyRange(8, 10));
            assertThat(KeyRanges.split(database, 50)).hasSize(10);
        }
    }

    @OnEachServer
    void a_cursor_closed_early_ends_at_once(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Database database = test.database();
            businesses(database, 2000);
            CreditFileCursor cursor = new CreditFileReader(database).readAll(KeyRange.ALL, NEWEST);
            assertThat(cursor.next().businessKey()).isEqualTo(1);
            cursor.close();
            assertThat(cursor.hasNext()).isFalse();
        }
    }

    private static List<Long> changed(Database database, Cut last) {
        FilesToRate gathered = new FilesToRate(database.dsl());
        gathered.drop(3);
        gathered.gather(3, "uk-fhrs", NEWEST, last);
        gathered.gather(3, "uk-fhrs", NEWEST, last);
        try (CreditFileCursor files = new CreditFileReader(database).readGathered(KeyRange.ALL, NEWEST, 3)) {
            return files.stream().map(StoredCreditFile::businessKey).toList();
        }
    }

    private static List<StoredCreditFile> readAll(Database database, KeyRange range, Cut cut) {
        try (CreditFileCursor files = new CreditFileReader(database).readAll(range, cut)) {
            List<StoredCreditFile> all = new ArrayList<>();
            files.forEachRemaining(all::add);
            return all;
        }
    }

    private static List<Long> idsAt(Database database, LocalDate asOf, Instant knownAt) {
        return ids(readAll(database, KeyRange.ALL, new Cut(asOf, knownAt)).getFirst());
    }

    private static List<Long> ids(StoredCreditFile file) {
        return file.file().facts().stream().map(Fact::id).toList();
    }

    private static void businesses(Database database, int count) {
        database.dsl()
                .execute("INSERT INTO import_run (run_id, feed, file, sha256, state, started_at)"
                        + " VALUES (7, 'fhrs', 'week-1.csv', '', 'PUBLISHED', '2026-01-01')");
        database.loader()
                .load(
                        TableTarget.of("business", "business_key", "scheme", "identity", "recorded_at", "changed_at"),
                        rows -> {
                            for (int i = 1; i <= count; i++) {
                                rows.number(i)
                                        .text("fhrs")
                                        .text(Integer.toString(i))
                                        .instant(RECORDED)
                                        .instant(RECORDED)
                                        .end();
                            }
                        });
    }

    private static void fact(
            Database database, long business, long id, LocalDate day, Instant recorded, @Nullable Instant superseded) {
        database.loader()
                .load(
                        FACT,
                        rows -> rows.number(business)
                                .number(id)
                                .text("inspection")
                                .text(null)
                                .day(day)
                                .day(day)
                                .instant(recorded)
                                .instant(superseded)
                                .text(superseded == null ? null : "CORRECTED")
                                .day(day)
                                .text("fhrs")
                                .text("key-" + id)
                                .number(7)
                                .number(id)
                                .text("{\"name\":\"茶\",\"score\":5.0}")
                                .end());
    }

    private static void rating(Database database, long business, @Nullable String validUntil) {
        database.dsl().execute("""
                        INSERT INTO rating (model, business_key, subject_scheme, subject, as_of, known_at, newest, model_key, engine_version,
                          sector, state, effective_from, valid_until, digest, rating_run_id)
                        VALUES ('uk-fhrs', ?, 'fhrs', ?, '2026-05-31', '2026-05-31', TRUE, 1, '1', 'catering', 'NEW', '2026-05-31', ?, '', 1)
                        """, business, Long.toString(business), validUntil);
    }
}

package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.Follower;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.SetDigest;
import dev.assay.core.publication.Sha256;
import dev.assay.store.database.Database;
import dev.assay.store.fact.FactJson;
import dev.assay.store.publication.ChainHead;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.LoggedChange;
import dev.assay.store.publication.PublishedItem;
import dev.assay.store.publication.SeriesDiff;
import dev.assay.store.publication.SeriesDiff.Series;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dated lists of recalls, published one after another: a real list that changes. Recalls are no ratings, so what is published here are the
 * facts of the feed, an item each, by the same comparison that publishes ratings. What the log says is held against the difference of
 * the files, computed from the files alone; and the digest of one who followed is held against the digest of all that stands.
 */
class RecallsPublishedRealDataIT {

    private static final Path REAL = Path.of("../../shared/data/us_recalls");
    private static final Set<String> KEY = Set.of("notice_id_number", "title", "notification_dttm");

    /** A step of the log in figures. */
    private record Step(long added, long modified, long withdrawn) {}

    private static Map<String, Map<String, String>> read(Path file) throws IOException {
        Map<String, Map<String, String>> records = new HashMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (JsonNode row : JsonMapper.shared().readTree(in)) {
                Map<String, String> cells = new TreeMap<>();
                row.properties().forEach(cell -> cells.put(cell.getKey(), text(cell.getValue())));
                cells.remove("uid");
                cells.values().removeIf(String::isEmpty);
                StringJoiner key = new StringJoiner("\n");
                KEY.stream().sorted().forEach(column -> key.add(cells.getOrDefault(column, "")));
                records.put(key.toString(), cells);
            }
        }
        return records;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asString()));
            return String.join(";", parts);
        }
        return value.asString().strip();
    }

    private static Step difference(Map<String, Map<String, String>> before, Map<String, Map<String, String>> now) {
        long added =
                now.keySet().stream().filter(key -> !before.containsKey(key)).count();
        long withdrawn =
                before.keySet().stream().filter(key -> !now.containsKey(key)).count();
        long modified = now.entrySet().stream()
                .filter(entry ->
                        before.containsKey(entry.getKey()) && !entry.getValue().equals(before.get(entry.getKey())))
                .count();
        return new Step(added, modified, withdrawn);
    }

    @OnEachServer
    void the_list_of_both_authorities_is_published_as_the_difference_of_its_files(TestDatabases server)
            throws IOException, SQLException {
        assertThat(publishAll(server, "us-recalls", "clean_")).isEqualTo(8);
    }

    @OnEachServer
    void the_list_whose_window_changes_is_published_as_the_difference_of_its_files(TestDatabases server)
            throws IOException, SQLException {
        assertThat(publishAll(server, "usda-recalls", "usda_")).isEqualTo(7);
    }

    private static int publishAll(TestDatabases server, String feed, String prefix) throws IOException, SQLException {
        assumeTrue(Files.isDirectory(REAL), "The real recalls are not there: " + REAL.toAbsolutePath());
        List<Path> files;
        try (Stream<Path> all = Files.list(REAL)) {
            files = all.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
        }
        try (Intake intake = Intake.on(server)) {
            Database database = intake.test().database();
            ChangeLog log = new ChangeLog(database.dsl());
            Follower follower = new Follower(Chain.PUBLIC, ChainEnd.NONE);
            SetDigest.Sum followed = new SetDigest.Sum(SetDigest.EMPTY);
            Map<String, Map<String, String>> before = Map.of();
            for (Path file : files) {
                Map<String, Map<String, String>> now = read(file);
                intake.run(feed, file, RetractionCheck.CONFIRMED);
                Map<ItemId, String> standing = publish(database, feed);
                assertThat(publish(database, feed)).as("again: nothing").isEqualTo(standing);
                Step step = follow(log, follower, followed);
                assertThat(step).as(file.toString()).isEqualTo(difference(before, now));
                check(log.head(Chain.PUBLIC), follower, followed.digest(), standing);
                assertThat(standing).hasSize(now.size());
                before = now;
            }
        }
        return files.size();
    }

    /** Publishes the facts of the feed that stand, and answers them with the hashes of their contents. */
    private static Map<ItemId, String> publish(Database database, String feed) throws SQLException {
        Map<ItemId, String> standing = new HashMap<>();
        Series series = new Series("recall", feed);
        try (SeriesDiff diff = SeriesDiff.open(
                database,
                series,
                (_, before, now) -> before == null
                        ? ChangeReason.NEW_RECORD
                        : now == null ? ChangeReason.ABSENCE : ChangeReason.CORRECTION,
                Instant.parse("2026-11-22T08:15:00Z"))) {
            database.dsl()
                    .fetch(
                            "SELECT business_key, record_key, occurred_on, content FROM fact"
                                    + " WHERE feed = ? AND kind = 'recall' AND superseded_at IS NULL ORDER BY business_key",
                            feed)
                    .forEach(row -> {
                        String key = Objects.requireNonNull(row.get("record_key", String.class));
                        Values content = FactJson.read(Objects.requireNonNull(row.get("content", String.class)));
                        PublishedItem item = PublishedItem.of(
                                new ItemId("recall", Sha256.of(key)),
                                feed,
                                Objects.requireNonNull(row.get("business_key", Long.class)),
                                Chain.PUBLIC,
                                content);
                        standing.put(item.id(), item.contentHash());
                        diff.present(item);
                    });
            diff.complete();
        }
        return standing;
    }

    private static Step follow(ChangeLog log, Follower follower, SetDigest.Sum digest) {
        long added = 0;
        long modified = 0;
        long withdrawn = 0;
        for (LoggedChange logged : log.after(Chain.PUBLIC, follower.end().number(), 100_000)) {
            Change change = logged.change();
            assertThat(change.computedHash()).isEqualTo(change.hash());
            assertThat(follower.apply(change)).isEmpty();
            digest.apply(change);
            switch (change.operation()) {
                case ADD -> added++;
                case MODIFY -> modified++;
                case WITHDRAW -> withdrawn++;
            }
        }
        return new Step(added, modified, withdrawn);
    }

    private static void check(ChainHead head, Follower follower, SetDigest followed, Map<ItemId, String> standing) {
        SetDigest.Sum all = new SetDigest.Sum(SetDigest.EMPTY);
        standing.forEach(all::add);
        assertThat(follower.items()).isEqualTo(standing.keySet());
        assertThat(followed).isEqualTo(all.digest());
        assertThat(head.digest()).isEqualTo(all.digest());
        assertThat(head.end()).isEqualTo(follower.end());
        assertThat(head.items()).isEqualTo(standing.size());
    }
}

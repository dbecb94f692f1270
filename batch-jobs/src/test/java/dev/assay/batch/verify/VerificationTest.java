package dev.assay.batch.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.assay.batch.publish.Manifest;
import dev.assay.batch.signing.SigningKey;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.batch.verify.Finding.Kind;
import dev.assay.batch.verify.Verification.Report;
import dev.assay.batch.verify.Verification.Request;
import dev.assay.core.publication.SetDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories: whole ones are proved, and whatever somebody did to a file is found. */
class VerificationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private Path from = Path.of("unset");
    private Path to = Path.of("unset");
    private int read;

    private PublishedHistory history(long seed) throws IOException {
        PublishedHistory history = new PublishedHistory(seed, folder);
        history.grow(history.random().nextInt(200));
        from = history.full("a.ndjson");
        read = history.length();
        history.grow(150);
        to = history.full("b.ndjson");
        return history;
    }

    private Report verify(PublishedHistory history, List<String> lines) throws IOException {
        return verify(history.keys().all(), Files.write(folder.resolve("changes.ndjson"), lines));
    }

    private Report verify(List<SigningKey> keys, Path changes) throws IOException {
        return Verification.run(new Request(from, changes, to, keys));
    }

    private static List<Kind> kinds(Report report) {
        return report.findings().stream().map(Finding::kind).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_full_file_and_the_changes_since_give_the_later_one(long seed) throws IOException {
        PublishedHistory history = history(seed);

        Report report = verify(history, history.lines(read));

        assertThat(report.findings()).isEmpty();
        assertThat(report.changes()).isEqualTo(history.length() - read);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void a_line_that_is_missing_doubled_reordered_or_forged_is_found(long seed) throws IOException {
        PublishedHistory history = history(seed);
        int at = 1 + history.random().nextInt(history.length() - read - 2);
        String there = history.lines(read).get(at);

        List<String> missing = history.lines(read);
        missing.remove(at);
        assertFound(verify(history, missing), Kind.NUMBER, at + 1);
        List<String> doubled = history.lines(read);
        doubled.add(at, there);
        assertFound(verify(history, doubled), Kind.NUMBER, at + 2);
        List<String> reordered = history.lines(read);
        Collections.swap(reordered, at, at + 1);
        assertFound(verify(history, reordered), Kind.NUMBER, at + 1);
        List<String> forged = history.lines(read);
        forged.set(at, there.replace("\"reason\":\"correction\"", "\"reason\":\"repair\""));
        assertFound(verify(history, forged), Kind.HASH, at + 1);
        List<String> garbled = history.lines(read);
        garbled.set(at, there.substring(0, there.length() / 2));
        assertFound(verify(history, garbled), Kind.LINE, at + 1);
    }

    private static void assertFound(Report report, Kind kind, int line) {
        assertThat(kinds(report)).containsExactly(kind);
        assertThat(report.findings().getFirst().where()).endsWith("line " + line);
    }

    @Test
    void another_content_under_the_hash_of_the_true_one_is_found() throws IOException {
        PublishedHistory history = history(21);
        List<String> lines = history.lines(read);
        int last = lines.size() - 1;
        while (!lines.get(last).contains("\"content\"")) {
            last--;
        }
        lines.set(last, lines.get(last).replace(".5}", ".25}"));

        assertFound(verify(history, lines), Kind.CONTENT, last + 1);
    }

    @Test
    void changes_that_end_early_do_not_lead_to_the_later_file() throws IOException {
        PublishedHistory history = history(22);
        List<String> lines = history.lines(read);

        Report report = verify(history, lines.subList(0, lines.size() - 1));

        assertThat(kinds(report)).contains(Kind.END, Kind.RESULT);
    }

    @Test
    void changes_that_the_earlier_file_holds_already_do_no_harm() throws IOException {
        PublishedHistory history = history(23);

        assertThat(verify(history, history.lines(Math.max(0, read - 5))).findings())
                .isEmpty();
    }

    @Test
    void two_files_without_changes_between_are_held_against_each_other() throws IOException {
        PublishedHistory history = history(24);

        assertThat(kinds(Verification.run(
                        new Request(from, null, to, history.keys().all()))))
                .contains(Kind.END, Kind.RESULT);
        assertThat(Verification.run(new Request(to, null, to, history.keys().all()))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_later_file_that_lacks_an_item_or_has_one_too_many_is_found_even_where_its_manifest_agrees()
            throws IOException {
        PublishedHistory history = history(25);
        List<String> lines = Files.readAllLines(to);
        String last = lines.removeLast();
        lines.add(last.replace("\"key\":\"m", "\"key\":\"n"));
        PublishedHistory forger = new PublishedHistory(1, folder);
        to = forger.full(
                "forged.ndjson",
                lines,
                lines.size(),
                SetDigest.EMPTY,
                Manifest.parse(Files.readAllLines(folder.resolve("b.ndjson.manifest"))
                                .getFirst())
                        .end());

        assertThat(kinds(verify(history, history.lines(read))))
                .containsExactlyInAnyOrder(Kind.DIGEST, Kind.MISSING, Kind.SURPLUS, Kind.RESULT);
    }

    @Test
    void bytes_that_changed_on_their_way_are_found() throws IOException {
        PublishedHistory history = history(26);
        Files.writeString(to, Files.readString(to).replaceFirst("\"score\":\\d+", "\"score\":7777"));

        assertThat(kinds(verify(history, history.lines(read))))
                .contains(Kind.FILE_HASH, Kind.DIGEST, Kind.DIFFERENT, Kind.RESULT);
    }

    @Test
    void a_manifest_that_nobody_known_signed_is_found() throws IOException {
        PublishedHistory history = history(27);
        List<SigningKey> strangers = List.of(new SigningKeys(folder.resolve("strangers")).rotate(Instant.EPOCH));
        Path changes = Files.write(folder.resolve("changes.ndjson"), history.lines(read));
        assertThat(kinds(verify(strangers, changes))).containsExactly(Kind.SIGNATURE, Kind.SIGNATURE);
        assertThat(verify(List.of(), changes).findings())
                .as("without keys nothing is said of signatures")
                .isEmpty();

        Path manifest = folder.resolve("b.ndjson.manifest");
        Files.writeString(manifest, Files.readString(manifest).replace("2026-11-22\"", "2026-11-21\""));
        assertThat(kinds(verify(history.keys().all(), changes))).containsExactly(Kind.SIGNATURE);
    }

    @Test
    void an_item_that_stands_twice_is_found() throws IOException {
        PublishedHistory history = history(28);
        List<String> lines = Files.readAllLines(to);
        lines.add(lines.getFirst());
        Files.write(to, lines);

        assertThat(kinds(verify(history, history.lines(read)))).contains(Kind.DOUBLE, Kind.FILE_HASH, Kind.DIGEST);
    }

    @Test
    void packed_changes_are_read_as_plain_ones() throws IOException {
        PublishedHistory history = history(29);
        byte[] plain = (String.join("\n", history.lines(read)) + "\n").getBytes(StandardCharsets.UTF_8);
        Path zst = folder.resolve("changes.ndjson.zst");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(zst))) {
            out.write(plain);
        }
        Path gz = folder.resolve("changes.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(plain);
        }

        assertThat(verify(history.keys().all(), zst).findings()).isEmpty();
        assertThat(verify(history.keys().all(), gz).findings()).isEmpty();
    }

    @Test
    void a_file_without_manifest_is_refused() throws IOException {
        PublishedHistory history = history(30);
        Files.delete(folder.resolve("a.ndjson.manifest"));

        assertThatThrownBy(() -> verify(history, history.lines(read)))
                .hasMessageContaining("has no manifest beside it");
    }
}

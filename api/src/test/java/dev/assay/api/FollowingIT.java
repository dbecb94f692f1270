package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.publish.ChangeLine;
import dev.assay.batch.publish.FullFiles;
import dev.assay.batch.publish.Manifest;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.batch.verify.Verification;
import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.store.database.Database;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.PublishedItem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Following what is published over HTTP, as a stranger and as a partner. */
@WithSampleServer
class FollowingIT {

    private static final Instant AT = Instant.parse("2026-11-22T08:15:00Z");
    private static final String LINES = "application/x-ndjson";

    private final SampleServer server;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    FollowingIT(SampleServer server) {
        this.server = server;
    }

    private Database database() {
        return server.bean("database", Database.class);
    }

    private void publish(Chain chain, String key, String text) {
        database().dsl().transaction(tx -> {
            PublishedItem item =
                    PublishedItem.of(new ItemId("sample", key), "sample", 1, chain, Values.of(Map.of("text", text)));
            ChangeLog.publish(tx.dsl(), item, ChangeReason.NEW_RECORD, AT);
        });
    }

    private void withdraw(String key) {
        database().dsl().transaction(tx -> {
            ChangeLog.withdraw(tx.dsl(), new ItemId("sample", key), ChangeReason.REPAIR, AT);
        });
    }

    private long end(Chain chain) {
        return new ChangeLog(database().dsl()).head(chain).end().number();
    }

    private Manifest writeFull(Chain chain) throws Exception {
        AssaySettings settings = server.bean(AssaySettings.class);
        return new FullFiles(
                        database(),
                        new SigningKeys(settings.dataDir()),
                        settings.dataDir().resolve("published"))
                .write(chain, LocalDate.parse("2026-11-22"), AT);
    }

    @Test
    void anyone_follows_what_is_public_and_only_partners_the_rest() {
        publish(Chain.PUBLIC, "seen by all", "海安");
        publish(Chain.PARTNERS, "seen by partners", "乙");
        long before = end(Chain.PUBLIC) - 1;

        JsonNode page = Caller.anyone(server).json("/v1/changes?after=" + before);
        assertThat(page.get("chain").asString()).isEqualTo("public");
        assertThat(page.get("items").get(0).get("content").get("text").asString())
                .isEqualTo("海安");
        assertThat(page.get("items").get(0).get("number").asLong()).isEqualTo(before + 1);
        assertThat(page.get("head").get("number").asLong()).isEqualTo(before + 1);
        assertThat(page.get("next").isNull()).isTrue();
        String all = Caller.anyone(server).get("/v1/changes?limit=10000").body();
        assertThat(all).doesNotContain("seen by partners");
        for (String stranger : List.of("", "operator")) {
            assertThat(new Caller(server, stranger)
                            .get("/v1/changes?chain=partners")
                            .statusCode())
                    .isEqualTo(404);
        }
        for (String reader : List.of("partner", "regulator")) {
            assertThat(new Caller(server, reader)
                            .get("/v1/changes?chain=partners")
                            .body())
                    .contains("seen by partners");
        }
    }

    @Test
    void pages_follow_one_another_without_a_gap_and_lines_prove_themselves() {
        for (int i = 0; i < 5; i++) {
            publish(Chain.PUBLIC, "page " + i % 2, "text " + i);
        }
        long read = 0;
        String next = "/v1/changes?limit=2";
        while (next != null) {
            JsonNode page = Caller.anyone(server).json(next);
            for (JsonNode item : page.get("items")) {
                assertThat(item.get("number").asLong()).isEqualTo(++read);
            }
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(read).isEqualTo(end(Chain.PUBLIC));

        HttpResponse<String> lines = Caller.anyone(server).get("/v1/changes?limit=10000", "Accept", LINES);
        assertThat(lines.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(LINES));
        assertThat(lines.body().lines()).hasSize((int) read).allSatisfy(line -> {
            var change = ChangeLine.parse(line.getBytes(StandardCharsets.UTF_8)).change();
            assertThat(change.computedHash()).isEqualTo(change.hash());
        });
    }

    @Test
    void who_waits_is_answered_when_something_is_published_or_the_time_is_over() throws Exception {
        publish(Chain.PARTNERS, "waited for", "0");
        long end = end(Chain.PARTNERS);
        Caller partner = new Caller(server, "partner");
        CompletableFuture<JsonNode> waiting =
                CompletableFuture.supplyAsync(() -> partner.json("/v1/changes?chain=partners&wait=50&after=" + end));
        Thread.sleep(300);
        assertThat(waiting).isNotDone();
        publish(Chain.PARTNERS, "waited for", "1");

        JsonNode page = waiting.get(20, TimeUnit.SECONDS);

        assertThat(page.get("items").get(0).get("number").asLong()).isEqualTo(end + 1);
        long start = System.nanoTime();
        JsonNode nothing = partner.json("/v1/changes?chain=partners&wait=1&after=" + (end + 1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        assertThat(nothing.get("items")).isEmpty();
    }

    @Test
    void questions_that_cannot_be_answered_are_refused_with_their_parameter() {
        Caller anyone = Caller.anyone(server);
        assertThat(anyone.get("/v1/changes?after=999999999").body())
                .contains("\"parameter\":\"after\"", "never becomes shorter");
        for (String bad : List.of("after=-1", "limit=0", "limit=10001", "wait=61", "wait=x", "after=1e9")) {
            assertThat(anyone.get("/v1/changes?" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(anyone.get("/v1/changes?chain=internal").statusCode()).isEqualTo(404);
    }

    private Path fetch(String path, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address(path))).build(),
                        HttpResponse.BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        return file;
    }

    @Test
    void a_full_file_the_changes_and_the_next_full_file_are_proved_from_what_was_fetched() throws Exception {
        publish(Chain.PUBLIC, "full 1", "甲");
        publish(Chain.PUBLIC, "full 2", "乙");
        Manifest first = writeFull(Chain.PUBLIC);
        String address = "/v1/full-files/" + first.file();
        Path from = fetch(address, first.file());
        fetch(address + "/manifest", first.file() + FullFiles.MANIFEST);
        JsonNode listed =
                Caller.anyone(server).json("/v1/full-files").get("items").get(0);
        assertThat(listed.get("file").asString()).isEqualTo(first.file());
        assertThat(listed.get("signed").asString()).isEqualTo(first.text());
        assertThat(listed.get("available").asBoolean()).isTrue();

        withdraw("full 1");
        HttpResponse<String> gone = Caller.anyone(server).get(address);
        assertThat(gone.statusCode())
                .as("what was withdrawn is not handed out any more")
                .isEqualTo(410);
        assertThat(gone.body()).contains("is not given out any more");
        assertThat(Caller.anyone(server).get(address + "/manifest").statusCode())
                .isEqualTo(200);

        publish(Chain.PUBLIC, "full 3", "丙");
        Manifest second = writeFull(Chain.PUBLIC);
        Path to = fetch("/v1/full-files/" + second.file(), second.file());
        fetch("/v1/full-files/" + second.file() + "/manifest", second.file() + FullFiles.MANIFEST);
        Path changes = Files.writeString(
                folder.resolve("changes.ndjson"),
                Caller.anyone(server)
                        .get("/v1/changes?after=" + first.end().number(), "Accept", LINES)
                        .body());
        Path keys = fetch("/v1/keys", "keys.json");
        Verification.Report report =
                Verification.run(new Verification.Request(from, changes, to, SigningKeys.read(keys)));
        assertThat(report.findings()).isEmpty();
        assertThat(report.changes()).isEqualTo(2);
        assertThat(Caller.anyone(server)
                        .json("/v1/changes?after=" + second.end().number())
                        .get("head")
                        .get("digest")
                        .asString())
                .isEqualTo(report.digest());
    }

    @Test
    void a_partner_says_what_it_carried_out_and_the_authority_sees_how_far_it_is() {
        publish(Chain.PARTNERS, "to be acknowledged", "甲");
        long end = end(Chain.PARTNERS);
        Caller partner = new Caller(server, "partner");
        String hash = partner.json("/v1/changes?chain=partners&after=" + (end - 1))
                .get("items")
                .get(0)
                .get("hash")
                .asString();
        String said = "{\"chain\":\"partners\",\"number\":%d,\"hash\":\"%s\"}";

        assertThat(partner.post("/v1/acknowledgements", said.formatted(end, "0".repeat(64)))
                        .body())
                .contains("\"parameter\":\"hash\"");
        assertThat(partner.post("/v1/acknowledgements", said.formatted(end + 9, hash))
                        .statusCode())
                .isEqualTo(400);
        assertThat(partner.post("/v1/acknowledgements", "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> done = partner.post("/v1/acknowledgements", said.formatted(end, hash));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("\"acknowledged\":" + end, "\"behind\":0");
        assertThat(new Caller(server, "regulator").get("/v1/followers").body()).contains("\"partner\":\"partner\"");
        assertThat(new Caller(server, "regulator").get("/partners?lang=en").body())
                .contains("Acknowledged up to", "fetches changes itself");
        assertThat(Caller.anyone(server)
                        .post("/v1/acknowledgements", said.formatted(end, hash))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_full_file_for_partners_is_not_there_for_others() throws Exception {
        publish(Chain.PARTNERS, "for partners", "甲");
        String address = "/v1/full-files/" + writeFull(Chain.PARTNERS).file();

        assertThat(Caller.anyone(server).get(address).statusCode()).isEqualTo(404);
        assertThat(Caller.anyone(server).get(address + "/manifest").statusCode())
                .isEqualTo(404);
        assertThat(Caller.anyone(server).get("/v1/full-files").body()).doesNotContain("full-partners");
        assertThat(new Caller(server, "partner").get(address).statusCode()).isEqualTo(200);
        assertThat(new Caller(server, "partner")
                        .get("/v1/full-files/..%2Fkeys%2Fkeys.json")
                        .statusCode())
                .isIn(400, 404);
    }
}

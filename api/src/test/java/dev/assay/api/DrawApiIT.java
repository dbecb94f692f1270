package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.draw.DrawCheck;
import dev.assay.core.draw.DrawCheck.Noted;
import dev.assay.core.draw.DrawText;
import dev.assay.core.inspector.Inspector;
import dev.assay.store.draw.Draws;
import dev.assay.store.draw.StoredDraw;
import dev.assay.store.inspector.Inspectors;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Draws over the API, as those who make them, as others of the authority, and as everyone. */
@WithSampleServer
class DrawApiIT {

    private static final String SEED = "fedcba9876543210".repeat(4);

    private final SampleServer server;
    private final Visitor regulator;
    private final Visitor approver;
    private final Caller inside;
    private final Caller elsewhere;
    private final Caller outside;

    DrawApiIT(SampleServer server) {
        this.server = server;
        this.regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
        this.approver = Visitor.of(server, "approver", SampleServer.PASSWORD);
        this.inside = new Caller(server, "regulator");
        this.elsewhere = new Caller(server, "draw-elsewhere");
        this.outside = Caller.anyone(server);
    }

    @BeforeEach
    void prepare() {
        server.bean(Inspectors.class)
                .replace(
                        List.of(inspector("JC1"), inspector("JC2"), inspector("JC3")),
                        "regulator",
                        Instant.parse("2026-11-20T18:00:00Z"));
        // The plans of the sample cover 320612 and 320613; who acts for one of the two acts for neither draw.
        server.bean("dsl", DSLContext.class)
                .execute(
                        "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'draw-elsewhere', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
    }

    private static Inspector inspector(String number) {
        return new Inspector(number, "检查员" + number, "market", "3206", Set.of(), Set.of(), List.of(), Set.of());
    }

    private int fix(String plan) {
        regulator.submit("/draws", "/draws", Map.of("plan", plan, "publicValue", "", "leftOut", ""));
        return server.bean(Draws.class).all().getFirst().id();
    }

    private void step(Visitor visitor, int id, String step, Map<String, String> fields) {
        SampleVisits.step(visitor, "/draws/" + id, step, fields);
    }

    private StoredDraw draw(int id) {
        return server.bean(Draws.class).find(id).orElseThrow();
    }

    private static String file(int id) {
        return "/v1/draws/" + id + "/file";
    }

    private static List<Integer> numbers(JsonNode page) {
        return page.get("items").valueStream().map(one -> one.get("id").asInt()).toList();
    }

    @Test
    void a_draw_is_known_outside_from_its_commitment_and_its_file_from_its_publication_on() {
        int id = fix("sample-public");
        String address = "/v1/draws/" + id;
        assertThat(outside.get(address).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(address).statusCode()).isEqualTo(404);
        assertThat(inside.json(address).get("state").asString()).isEqualTo("FIXED");
        // Before the draw it is the file that was fixed, and its digest is the one that is told.
        assertThat(DrawText.read(inside.get(file(id)).body()).digest())
                .isEqualTo(inside.json(address).get("digest").asString());

        step(regulator, id, "commit", Map.of("seed", SEED));
        step(regulator, id, "draw", Map.of("seed", SEED, "publicValue", "507"));
        StoredDraw drawn = draw(id);
        for (Caller who : List.of(outside, elsewhere, new Caller(server, "partner"), new Caller(server, "operator"))) {
            JsonNode known = who.json(address);
            assertThat(known.get("digest").asString()).isEqualTo(drawn.digest());
            assertThat(known.get("commitment").asString()).isEqualTo(drawn.commitment());
            for (String hidden : List.of("drawn", "file", "making")) {
                assertThat(known.get(hidden).isNull()).as(hidden).isTrue();
            }
            assertThat(who.get(file(id)).statusCode()).isEqualTo(404);
            assertThat(numbers(who.json("/v1/draws?limit=1000"))).contains(id);
        }
        JsonNode known = inside.json(address);
        assertThat(known.get("drawn").asInt()).isEqualTo(Objects.requireNonNull(drawn.drawn()));
        assertThat(known.get("making").get("fixedBy").asString()).isEqualTo("regulator");
        assertThat(known.get("making").get("divisions").valueStream().map(JsonNode::asString))
                .containsExactly("320612", "320613");
        String unpublished = inside.get(file(id)).body();

        step(approver, id, "publish", Map.of());
        JsonNode published = outside.json(address);
        HttpResponse<String> answer = outside.get(published.get("file").asString());
        assertThat(answer.body()).isEqualTo(unpublished);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        DrawCheck.Verdict verdict = DrawCheck.check(
                answer.body(),
                new Noted(
                        published.get("digest").asString(),
                        published.get("commitment").asString()));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.drawn()).isEqualTo(published.get("drawn").asInt()).isPositive();
        // The digest of another draw is not that of this one.
        assertThat(DrawCheck.check(
                                answer.body(),
                                new Noted(
                                        "0".repeat(64),
                                        published.get("commitment").asString()))
                        .findings())
                .extracting(DrawCheck.Finding::fault)
                .containsExactly(DrawCheck.Fault.NOT_THE_FIXED);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(outside.get(file(id), "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void an_internal_draw_is_there_for_those_who_act_for_its_divisions_alone() {
        int id = fix("sample-internal");
        step(regulator, id, "commit", Map.of("seed", SEED));
        step(regulator, id, "draw", Map.of("seed", SEED, "publicValue", "1"));
        step(approver, id, "publish", Map.of());
        for (Caller who : List.of(outside, elsewhere, new Caller(server, "partner"))) {
            assertThat(who.get("/v1/draws/" + id).statusCode()).isEqualTo(404);
            assertThat(who.get(file(id)).statusCode()).isEqualTo(404);
            assertThat(numbers(who.json("/v1/draws?limit=1000"))).doesNotContain(id);
        }
        assertThat(DrawCheck.check(inside.get(file(id)).body(), Noted.NOTHING).findings())
                .isEmpty();
        assertThat(numbers(inside.json("/v1/draws?limit=1000"))).contains(id);
    }

    @Test
    void a_withdrawn_draw_says_why_and_is_none_that_partners_may_not_see() {
        int id = fix("sample-partners");
        step(regulator, id, "commit", Map.of("seed", SEED));
        step(regulator, id, "draw", Map.of("seed", SEED, "publicValue", "1"));
        step(approver, id, "withdraw", Map.of("reason", "The list was wrong."));
        JsonNode seen = new Caller(server, "partner").json("/v1/draws/" + id);
        assertThat(seen.get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(seen.get("reason").asString()).isEqualTo("The list was wrong.");
        assertThat(seen.get("drawn").isNull()).isTrue();
        assertThat(new Caller(server, "partner").get(file(id)).statusCode()).isEqualTo(404);
        assertThat(outside.get("/v1/draws/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void draws_are_read_page_by_page_and_a_cursor_is_none_that_somebody_made_up() {
        Set<Integer> made = Set.of(fix("sample-public"), fix("sample-partners"), fix("sample-internal"));
        Set<Integer> read = new TreeSet<>();
        int pages = 0;
        @Nullable String next = "/v1/draws?limit=2";
        while (next != null) {
            JsonNode page = inside.json(next);
            assertThat(page.get("items").size()).isBetween(1, 2);
            assertThat(read).doesNotContainAnyElementsOf(numbers(page));
            read.addAll(numbers(page));
            pages++;
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(read).containsAll(made);
        assertThat(pages).isEqualTo(Math.ceilDiv(read.size(), 2));

        HttpResponse<String> madeUp = inside.get("/v1/draws?cursor=Nw");
        assertThat(madeUp.statusCode()).isEqualTo(400);
        assertThat(madeUp.body()).contains("\"parameter\":\"cursor\"", "is not one of this server");
        assertThat(inside.get("/v1/draws/999999").body()).contains("There is no draw (999999)");
        assertThat(inside.get("/v1/draws/twelve").statusCode()).isEqualTo(400);
        assertThat(inside.get("/v1/draws?limit=0").statusCode()).isEqualTo(400);
    }
}

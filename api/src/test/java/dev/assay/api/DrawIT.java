package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.draw.DrawCheck;
import dev.assay.core.draw.DrawCheck.Noted;
import dev.assay.core.inspector.Inspector;
import dev.assay.store.audit.AuditEntry;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.draw.Draws;
import dev.assay.store.draw.StoredDraw;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.testing.SampleRegister;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draw on the pages, from its fixing to whoever repeats it. */
@WithSampleServer
class DrawIT {

    private static final String SEED = "0123456789abcdef".repeat(4);
    private static final Pattern NUMBER = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private final SampleServer server;
    private final Visitor regulator;
    private final Visitor approver;

    @TempDir
    private Path folder = Path.of("");

    DrawIT(SampleServer server) {
        this.server = server;
        this.regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
        this.approver = Visitor.of(server, "approver", SampleServer.PASSWORD);
    }

    @BeforeEach
    void takeInspectorsIn() {
        // One of them has a relation to the 7th business.
        server.bean(Inspectors.class)
                .replace(
                        List.of(
                                inspector("JC1", Set.of("sample:" + SampleRegister.identity(7))),
                                inspector("JC2", Set.of()),
                                inspector("JC3", Set.of())),
                        "regulator",
                        Instant.parse("2026-11-20T18:00:00Z"));
    }

    private static Inspector inspector(String number, Set<String> conflicts) {
        return new Inspector(number, "检查员", "market", "3206", Set.of(), Set.of(), List.of(), conflicts);
    }

    private StoredDraw fix(String plan) {
        assertThat(regulator
                        .submit("/draws", "/draws", Map.of("plan", plan, "publicValue", "", "leftOut", ""))
                        .body())
                .contains("Commit to a seed");
        return server.bean(Draws.class).all().getFirst();
    }

    private String step(Visitor visitor, int id, String step, Map<String, String> fields) {
        String page = "/draws/" + id;
        Matcher revision = NUMBER.matcher(visitor.get(page).body());
        assertThat(revision.find()).isTrue();
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("revision", revision.group(1));
        return visitor.submit(page, page + "/" + step, all).body();
    }

    @Test
    void aDrawIsFixedCommittedDrawnPublishedAndRepeatedByAnyone() throws Exception {
        StoredDraw fixed = fix("sample-public");
        int id = fixed.id();
        assertThat(anyone("/public/draws/" + id).statusCode()).isEqualTo(404);

        assertThat(step(regulator, id, "commit", Map.of("seed", SEED))).contains("Keep the seed", SEED);
        String outside = anyone("/public/draws/" + id).body();
        StoredDraw committed = server.bean(Draws.class).find(id).orElseThrow();
        assertThat(outside).contains(committed.digest(), String.valueOf(committed.commitment()), "3D 2026312");
        assertThat(anyone("/public/draws/" + id + "/file").statusCode()).isEqualTo(404);

        assertThat(step(regulator, id, "draw", Map.of("seed", "f".repeat(64), "publicValue", "507")))
                .contains("The seed is not the one that was committed to");
        assertThat(step(regulator, id, "draw", Map.of("seed", SEED, "publicValue", "5 0 7")))
                .contains("The public value (5 0 7)");
        assertThat(step(regulator, id, "draw", Map.of("seed", SEED, "publicValue", "507")))
                .contains("drawn, not published", "JC");
        assertThat(anyone("/public/draws/" + id + "/file").statusCode()).isEqualTo(404);

        assertThat(step(approver, id, "publish", Map.of())).contains("anyone can repeat it");
        String file = anyone("/public/draws/" + id + "/file").body();
        DrawCheck.Verdict verdict = DrawCheck.check(file, new Noted(committed.digest(), committed.commitment()));
        assertThat(verdict.findings()).isEmpty();
        // 20 %, rounded up.
        assertThat(verdict.drawn()).isEqualTo(Math.ceilDiv(fixed.population(), 5));
        assertThat(file.lines().filter(line -> line.startsWith("excluded\t")))
                .allMatch(line -> line.endsWith("个月内不重复检查"));
        assertThat(checked(file)).isZero();
        assertThat(checked(file.replace("public\t507", "public\t508"))).isEqualTo(1);

        assertThat(server.bean(AuditLog.class)
                        .newest(AuditQuery.of("draw:" + id), 0, 9)
                        .reversed())
                .extracting(AuditEntry::act)
                .containsExactly("draw-fixed", "draw-committed", "draw-drawn", "draw-published");
    }

    @Test
    void aDrawOfInternalGradesIsForNobodyOutside() {
        int id = fix("sample-internal").id();
        step(regulator, id, "commit", Map.of("seed", SEED));
        step(regulator, id, "draw", Map.of("seed", SEED, "publicValue", "1"));
        step(approver, id, "publish", Map.of());
        assertThat(anyone("/public/draws/" + id).statusCode()).isEqualTo(404);
        assertThat(anyone("/public/draws").body()).doesNotContain("Sample draw internal");
        assertThat(Visitor.of(server, "partner", SampleServer.PASSWORD)
                        .get("/public/draws/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(regulator.get("/public/draws/" + id).statusCode()).isEqualTo(200);

        // Nor for someone of the authority who acts for one of its two divisions: he reads it as everyone does.
        server.bean("dsl", DSLContext.class)
                .execute(
                        "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'scoped-drawer', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
        Visitor scoped = Visitor.of(server, "scoped-drawer", SampleServer.PASSWORD);
        assertThat(scoped.get("/public/draws/" + id).statusCode()).isEqualTo(404);
        assertThat(scoped.get("/public/draws/" + id + "/file").statusCode()).isEqualTo(404);
        assertThat(scoped.get("/public/draws").body()).doesNotContain("Sample draw internal");
    }

    @Test
    void twoRegulatorsAtOneDrawAreToldOfEachOther() {
        int id = fix("sample-partners").id();
        step(regulator, id, "commit", Map.of("seed", SEED));
        assertThat(step(approver, id, "withdraw", Map.of("reason", "The list was wrong.", "revision", "1")))
                .contains("Somebody else has moved the draw in the meantime");
        assertThat(step(approver, id, "withdraw", Map.of("reason", "The list was wrong.")))
                .contains("withdrawn", "The list was wrong.");
        assertThat(Visitor.of(server, "partner", SampleServer.PASSWORD)
                        .get("/public/draws/" + id)
                        .body())
                .contains("The list was wrong.");
    }

    @Test
    void aBusinessThatClosesBetweenFixingAndDrawingIsNamedAndNotDrawn() {
        StoredDraw fixed = fix("sample-public");
        String business = server.bean(Draws.class)
                .file(fixed.id())
                .businesses()
                .getFirst()
                .id();
        int number = Integer.parseInt(business.substring("sample:S".length()));
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute("""
                INSERT INTO fact (business_key, fact_id, kind, licence, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                SELECT business_key, fact_id + 900, kind, licence, '2026-11-19', known_on, recorded_at, as_at, feed, 'closing', run_id, line, '{"valid_to":"2026-11-19"}'
                FROM fact WHERE kind = 'licence' AND business_key = ?
                """, number);
        try {
            step(regulator, fixed.id(), "commit", Map.of("seed", SEED));
            assertThat(step(regulator, fixed.id(), "draw", Map.of("seed", SEED, "publicValue", "1")))
                    .contains("Closed since the population was fixed", business);
            String file = regulator.get("/draws/" + fixed.id() + "/file").body();
            assertThat(file).contains("closed\t" + business + "\t许可已终止（2026-11-20 起）");
            assertThat(file.lines().filter(line -> line.startsWith("drawn\t")))
                    .noneMatch(line -> line.contains(business + "\t"));
            assertThat(DrawCheck.check(file, Noted.NOTHING).findings()).isEmpty();
        } finally {
            dsl.execute("DELETE FROM fact WHERE record_key = 'closing'");
        }
    }

    @Test
    void aDrawThatCannotBeMadeSaysEveryReason() {
        server.bean(Inspectors.class)
                .replace(List.of(inspector("JC1", Set.of())), "regulator", Instant.parse("2026-11-20T18:00:00Z"));
        assertThat(regulator
                        .submit("/draws", "/draws", Map.of("plan", "sample-public", "publicValue", "", "leftOut", ""))
                        .body())
                .contains("Fewer than 2 inspectors may inspect for market of");
        assertThat(regulator
                        .submit(
                                "/draws",
                                "/draws",
                                Map.of("plan", "sample-public", "publicValue", "", "leftOut", "sample:nobody 已搬迁"))
                        .body())
                .contains("Businesses are left out that are not in the population: sample:nobody");
    }

    private HttpResponse<String> anyone(String path) {
        return new Visitor(server).get(path);
    }

    /** The checker as whoever doubts the draw runs it: without a line of this code. */
    private int checked(String text) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is not on this machine.");
        Path checker = folder.resolve("draw-check.py");
        Files.writeString(checker, anyone("/assets/draw-check.py").body());
        Path file = Files.writeString(folder.resolve("draw.txt"), text);
        Process process = new ProcessBuilder("python3", checker.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assertThat(said).contains(status == 0 ? "as published" : "WRONG");
        return status;
    }
}

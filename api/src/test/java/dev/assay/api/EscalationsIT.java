package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.grading.Basis;
import dev.assay.core.warning.Against;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.core.warning.TrendRules;
import dev.assay.core.warning.TrendSearch.Found;
import dev.assay.core.warning.TrendSearch.Rise;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.escalation.Escalations;
import dev.assay.store.escalation.StoredEscalation;
import dev.assay.store.warning.TrendAlarms;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Papers to governments and departments, from a figure or an alarm to the printed page. */
@WithSampleServer
class EscalationsIT {

    /** Of the sample no sample taken is known: the figure of samples per inhabitants misses its target. */
    private static final Map<String, String> FIGURE = Map.of(
            "figure",
            "samples-per-thousand",
            "division",
            "320612",
            "from",
            "2025-11-21",
            "to",
            "2026-11-20",
            "asOf",
            "2026-11-20");

    private static final String ADDRESS =
            "/escalations/new?figure=samples-per-thousand&division=320612&from=2025-11-21&to=2026-11-20&asOf=2026-11-20";

    private final SampleServer server;
    private final Visitor regulator;
    private final Visitor approver;

    EscalationsIT(SampleServer server) {
        this.server = server;
        this.regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
        this.approver = Visitor.of(server, "approver", SampleServer.PASSWORD);
    }

    private static Map<String, String> with(Map<String, String> ground, String addressee) {
        Map<String, String> all = new java.util.HashMap<>(ground);
        all.putAll(Map.of("kind", "SUMMONS", "addressee", addressee, "demand", "请加大抽检力度。", "due", "2099-12-31"));
        return all;
    }

    private StoredEscalation newest() {
        return server.bean(Escalations.class).all().getFirst();
    }

    @Test
    void aFigureThatMissesItsTargetBecomesADraftThatAnotherPersonIssues() {
        assertThat(regulator.get(ADDRESS).body())
                .contains("每千人抽检批次", "为0（0/1250000），低于目标4（目标暂定）")
                .contains("as of 2026-11-20): 0 (0 of 1250000), below the target of 4 (a provisional target).");
        HttpResponse<String> kept = regulator.submit(ADDRESS, "/escalations", with(FIGURE, "某区人民政府"));
        StoredEscalation draft = newest();
        assertThat(kept.uri().getPath()).isEqualTo("/escalations/" + draft.id());
        assertThat(draft.number())
                .isEqualTo(
                        "谈〔%d〕%d号".formatted(LocalDate.now(AuthorityClock.ZONE).getYear(), draft.id()));
        assertThat(kept.body())
                .contains("data-state=\"DRAFT\"", "责任约谈通知书", draft.number(), "某区人民政府：", "请加大抽检力度。", "2099-12-31")
                .contains("division=320612")
                .contains("id=\"ground-en\"", "Samples per 1,000 inhabitants (division 320612,");
        // What was drafted before English grounds were written down has none, and its page stands all the same.
        DSLContext database = server.bean("dsl", DSLContext.class);
        database.execute("UPDATE escalation SET ground_en = NULL WHERE escalation_id = ?", draft.id());
        assertThat(regulator.get("/escalations/" + draft.id()).body())
                .contains("责任约谈通知书")
                .doesNotContain("id=\"ground-en\"");
        database.execute(
                "UPDATE escalation SET ground_en = ? WHERE escalation_id = ?",
                draft.paper().groundEnglish(),
                draft.id());
        // The same numbers lead to the same rows.
        assertThat(regulator.get(draft.paper().link()).statusCode()).isEqualTo(200);

        String page = "/escalations/" + draft.id();
        Map<String, String> seen = Map.of("revision", "1");
        assertThat(regulator.submit(page, page + "/issue", seen).statusCode()).isEqualTo(403);
        assertThat(approver.submit(page, page + "/issue", Map.of("revision", "7"))
                        .body())
                .contains("Somebody else has moved");
        assertThat(approver.submit(page, page + "/issue", seen).body())
                .contains("data-state=\"ISSUED\"", "issued a paper", "drafted a paper");
        assertThat(newest().ended()).isNotNull();
        assertThat(new AuditLog(server.bean("dsl", DSLContext.class))
                        .newest(AuditQuery.of(StoredEscalation.auditSubject(draft.id())), 0, 9))
                .hasSize(2);
    }

    @Test
    void whoDraftedAPaperCannotIssueItAndADroppedOneIsNeverIssued() {
        approver.submit(ADDRESS, "/escalations", with(FIGURE, "某区农业农村局"));
        String page = "/escalations/" + newest().id();
        Map<String, String> seen = Map.of("revision", "1");
        assertThat(approver.submit(page, page + "/drop", Map.of("revision", "1"))
                        .body())
                .contains("data-state=\"DROPPED\"");
        assertThat(newest().state().name()).isEqualTo("DROPPED");

        approver.submit(ADDRESS, "/escalations", with(FIGURE, "某区农业农村局"));
        String own = "/escalations/" + newest().id();
        assertThat(approver.submit(own, own + "/issue", seen).body())
                .contains("Who drafted the paper (approver) cannot issue it", "data-state=\"DRAFT\"");
    }

    @Test
    void aBusinessIsNeverAnAddresseeAndNothingThatWasWrittenIsLost() {
        String name = server.bean("dsl", DSLContext.class)
                .fetchSingle("SELECT name FROM business WHERE business_key = 7")
                .get(0, String.class);
        int before = server.bean(Escalations.class).all().size();
        assertThat(regulator.submit(ADDRESS, "/escalations", with(FIGURE, name)).body())
                .contains("is a business of the register", "请加大抽检力度。", "2099-12-31");
        assertThat(regulator.submit(ADDRESS, "/escalations", with(FIGURE, " ")).body())
                .contains("The addressee is blank");
        assertThat(server.bean(Escalations.class).all()).hasSize(before);
    }

    @Test
    void aFigureThatMeetsItsTargetAndAClosedAlarmAreNoGrounds() {
        assertThat(regulator
                        .get(ADDRESS.replace("samples-per-thousand", "credit-files"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(regulator
                        .get(ADDRESS.replace("samples-per-thousand", "pass-rate"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(regulator.get("/escalations/new").statusCode()).isEqualTo(400);
        TrendAlarms alarms = server.bean(TrendAlarms.class);
        alarms.note(
                new TrendRules(
                        "papers",
                        28,
                        13,
                        10,
                        5,
                        new BigDecimal("0.05"),
                        new Basis("a text", true, "", LocalDate.EPOCH, null)),
                LocalDate.of(2026, 11, 1),
                new Found(
                        1,
                        List.of(new Rise(
                                new Trend(Dimension.DIVISION, "320613", 8, 2, Against.running(13)),
                                BigDecimal.ZERO,
                                BigDecimal.ONE))),
                Map.of(),
                Instant.parse("2026-11-20T18:00:00Z"));
        long id = alarms.list(true, List.of()).getFirst().id();
        assertThat(regulator.get("/escalations/new?alarm=" + id).body())
                .contains("“320613”", "有8件抽检不合格", "/warnings/" + id)
                .contains("8 samples of “320613” failed", "2 in all of the periods before");
        regulator.submit(
                "/escalations/new?alarm=" + id, "/escalations", with(Map.of("alarm", String.valueOf(id)), "某市场监管局"));
        long paper = newest().id();
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute(
                "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'paper-reader', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
        Caller scoped = new Caller(server, "paper-reader");
        assertThat(scoped.get("/escalations/" + paper).statusCode()).isEqualTo(404);
        assertThat(scoped.get("/escalations").body()).doesNotContain("/escalations/" + paper + "\"");
        assertThat(scoped.get("/escalations/new?alarm=" + id).statusCode()).isEqualTo(404);
        dsl.execute("UPDATE trend_alarm SET state = 'CLOSED' WHERE alarm_id = ?", id);
        assertThat(regulator.get("/escalations/new?alarm=" + id).statusCode()).isEqualTo(400);
    }
}

package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.access.Viewer;
import dev.assay.api.work.VisitPapers;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.work.Consequence;
import dev.assay.core.work.Mark;
import dev.assay.core.work.WorkState;
import dev.assay.store.account.Role;
import dev.assay.store.request.Papers;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.VisitReports;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** What comes back of visits, on the pages: results, refusals, photos. */
@WithSampleServer
class VisitPagesIT {

    /** A restaurant. */
    private static final int NUMBER = 8;

    private final SampleServer server;
    private final Visitor regulator;
    private final SampleVisits visits;
    private final LocalDate today = new AuthorityClock(Instant::now).today();

    VisitPagesIT(SampleServer server) {
        this.server = server;
        this.regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
        this.visits = new SampleVisits(server);
    }

    private Assignments assignments() {
        return server.bean(Assignments.class);
    }

    @Test
    void aResultIsTakenOnceCheckedShownAndItsPublicationIsClocked() {
        Assignment visit = visits.handedOut(NUMBER + 4, 900_004);
        String page = "/assignments/" + visit.id();
        assertThat(regulator.get(page).body()).contains("data-item=\"30\"", "Send the result");
        assertThat(SampleVisits.step(regulator, page, "begin", Map.of())).contains("under way");

        assertThat(send(page, "device-1-key", "{").statusCode()).isEqualTo(422);
        assertThat(send(page, "device-1-key", visits.report(Mark.FAILS, Consequence.NONE))
                        .body())
                .contains("What follows (NONE) does not fit");
        assertThat(send(
                                page,
                                "device-1-key",
                                visits.report(Mark.CONFORMS, Consequence.NONE).replace(today.toString(), "today"))
                        .body())
                .contains("The day of the visit is missing, or is no day");
        assertThat(send(page, "x", visits.report(Mark.CONFORMS, Consequence.NONE))
                        .body())
                .contains("The report has no key of its own");
        assertThat(send(
                                page,
                                "device-1-key",
                                visits.report(Mark.CONFORMS, Consequence.NONE)
                                        .replace("\"version\":\"1\"", "\"version\":\"0\""))
                        .body())
                .contains("The checklist is now");
        assertThat(send(page, "device-1-key", visits.report(Mark.FAILS, Consequence.ORDERED))
                        .body())
                .contains("DONE");
        assertThat(send(page, "device-1-key", visits.report(Mark.FAILS, Consequence.ORDERED))
                        .body())
                .contains("ALREADY");
        assertThat(send(page, "device-2-key", visits.report(Mark.CONFORMS, Consequence.NONE))
                        .body())
                .contains("BESIDE");

        String shown = regulator.get(page).body();
        assertThat(shown).contains("2 results came in", "kept beside", "differs", "does not conform", "第三十九条");
        Assignment done = assignments().find(visit.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(WorkState.DONE);
        assertThat(done.end().fact()).isNotNull();
        assertThat(server.bean(VisitReports.class).of(visit.id())).hasSize(2);
        assertThat(regulator
                        .get("/businesses/" + visit.what().business() + "/credit-file")
                        .body())
                .contains("visit-" + visit.id());

        assertThat(SampleVisits.step(
                        regulator,
                        page,
                        "published",
                        Map.of("day", today.plusDays(1).toString())))
                .contains("is not between the visit and today");
        assertThat(SampleVisits.step(regulator, page, "published", Map.of("day", today.toString())))
                .contains("public since " + today);
        assertThat(SampleVisits.step(
                        regulator, page, "not-made", Map.of("obstacle", "OTHER", "reason", "ill", "revision", "9")))
                .contains("somebody else has moved it");
    }

    private HttpResponse<String> send(String page, String key, String report) {
        return regulator.submit(page, page + "/result", Map.of("key", key, "report", report));
    }

    @Test
    void aVisitThatIsRefusedIsAFactAndOneThatFailsForAnotherReasonIsNone() {
        Assignment refused = visits.handedOut(NUMBER + 5, 900_005);
        Assignment ill = visits.handedOut(NUMBER + 6, 900_006);

        assertThat(SampleVisits.step(
                        regulator,
                        "/assignments/" + refused.id(),
                        "not-made",
                        Map.of("obstacle", "REFUSED", "reason", "The door stayed shut.")))
                .contains("could not be made", "The door stayed shut.");
        SampleVisits.step(
                regulator, "/assignments/" + ill.id(), "not-made", Map.of("obstacle", "OTHER", "reason", "Both ill."));

        DSLContext dsl = server.bean("dsl", DSLContext.class);
        assertThat(dsl.fetchSingle(
                                "SELECT content FROM fact WHERE feed = 'by-hand' AND business_key = ?",
                                refused.what().businessKey())
                        .get(0, String.class))
                .contains("refused-inspection", "visit-" + refused.id());
        assertThat(dsl.fetch(
                        "SELECT content FROM fact WHERE feed = 'by-hand' AND business_key = ?",
                        ill.what().businessKey()))
                .isEmpty();
        assertThat(assignments().find(ill.id()).orElseThrow().state()).isEqualTo(WorkState.NOT_DONE);
    }

    @Test
    void aPhotoIsWhatItsBytesSayIsKeptOnceAndIsForTheAuthorityAlone() {
        Assignment visit = visits.handedOut(NUMBER + 7, 900_007);
        VisitPapers papers = server.bean(VisitPapers.class);
        Viewer viewer = new Viewer("regulator", Role.REGULATOR);
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a00");

        assertThatThrownBy(() -> papers.add(visit, "a.png", "<html>".getBytes(StandardCharsets.UTF_8), viewer))
                .isInstanceOf(RequestRefusedException.class);
        assertThat(papers.add(visit, "a.jpg", png, viewer)).isEqualTo(VisitPapers.Outcome.KEPT);
        assertThat(papers.add(visit, "a.jpg", png, viewer)).isEqualTo(VisitPapers.Outcome.ALREADY);

        Papers.Paper kept =
                server.bean(Papers.class).of(Assignment.subject(visit.id())).getFirst();
        assertThat(kept.name()).isEqualTo("a.png");
        assertThat(regulator.get("/papers/" + kept.id()).statusCode()).isEqualTo(200);
        assertThat(new Visitor(server).get("/papers/" + kept.id()).uri().getPath())
                .isEqualTo("/login");
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute("""
                INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at)
                SELECT 'shop-visited', password_hash, 'BUSINESS', ?, created_at FROM account WHERE name = 'partner'
                """, visit.what().businessKey());
        assertThat(Visitor.of(server, "shop-visited", SampleServer.PASSWORD)
                        .get("/my/papers/" + kept.id())
                        .statusCode())
                .isEqualTo(404);
    }
}

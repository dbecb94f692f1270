package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.work.Consequence;
import dev.assay.core.work.Mark;
import dev.assay.core.work.WorkState;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.VisitReports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is entered on a visit where the connection is poor is never lost. */
@WithSampleServer
class VisitBrowserIT {

    @TempDir
    Path folder;

    private final SampleServer server;
    private final SampleVisits visits;

    VisitBrowserIT(SampleServer server) {
        this.server = server;
        this.visits = new SampleVisits(server);
    }

    private static void offline(Browser browser, boolean off) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", off, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private static void mark(Browser browser, String item, Mark mark, String note) {
        String place = "[data-item='" + item + "'] ";
        browser.driver().executeScript("arguments[0].click()", browser.element(place + "input[value=" + mark + "]"));
        if (!note.isEmpty()) {
            browser.write(place + ".note input", note);
        }
    }

    private Assignment begun(int business, int draw) {
        Assignment visit = visits.handedOut(business, draw);
        SampleVisits.step(
                Visitor.of(server, "regulator", SampleServer.PASSWORD),
                "/assignments/" + visit.id(),
                "begin",
                Map.of());
        return visit;
    }

    private WorkState state(Assignment visit) {
        return server.bean(Assignments.class).find(visit.id()).orElseThrow().state();
    }

    private int reports(Assignment visit) {
        return server.bean(VisitReports.class).of(visit.id()).size();
    }

    @Test
    void a_result_that_is_sent_without_a_connection_waits_and_comes_in_once_by_itself() {
        Browser.require();
        Assignment visit = begun(21, 900_021);
        try (Browser browser = Browser.open(server, folder.resolve("profile"))) {
            browser.as("regulator").go("/assignments/" + visit.id());
            offline(browser, true);
            for (int item = 1; item <= 30; item++) {
                mark(browser, Integer.toString(item), Mark.CONFORMS, "");
            }
            browser.set("[name=consequence]", "NONE");
            mark(browser, "2", Mark.GAP, "not asked for here");
            browser.driver().executeScript("arguments[0].click()", browser.element("#send"));
            browser.until("it waits", () -> browser.text("#send-state").contains("waiting for a connection"));
            assertThat(state(visit)).isEqualTo(WorkState.UNDER_WAY);

            offline(browser, false);
            browser.driver().executeScript("window.dispatchEvent(new Event('online'))");
            browser.until("the result is in", () -> browser.text("#state").equals("done"));
            assertThat(state(visit)).isEqualTo(WorkState.DONE);
            assertThat(reports(visit)).isEqualTo(1);
            assertThat(browser.text("#told")).contains("not asked for here");
            assertThat(browser.element("#left").isDisplayed()).isFalse();
        }
    }

    @Test
    void what_was_entered_before_the_visit_ended_can_be_read_and_sent_beside_the_result_or_let_go() {
        Browser.require();
        for (String end : List.of("sent", "let go")) {
            Assignment visit = begun(22, end.equals("sent") ? 900_022 : 900_023);
            try (Browser browser = Browser.open(server, folder.resolve(end))) {
                browser.as("regulator").go("/assignments/" + visit.id());
                for (int item = 1; item <= 30; item++) {
                    mark(browser, Integer.toString(item), Mark.CONFORMS, "");
                }
                mark(browser, "3", Mark.FAILS, "the sheet was not there");
                browser.set("[name=consequence]", "ORDERED");
                browser.write("[name=remark]", "seen with my own eyes");
                Visitor.of(server, "approver", SampleServer.PASSWORD)
                        .submit(
                                "/assignments/" + visit.id(),
                                "/assignments/" + visit.id() + "/result",
                                Map.of(
                                        "key",
                                        "another-device",
                                        "report",
                                        visits.report(Mark.CONFORMS, Consequence.NONE)));
                assertThat(reports(visit)).isEqualTo(1);

                browser.go("/assignments/" + visit.id());
                browser.until("it is shown", () -> browser.element("#left").isDisplayed());
                assertThat(browser.text("#left"))
                        .contains("seen with my own eyes", "the sheet was not there", "Does not");
                assertThat(browser.elements("#left tbody tr")).hasSize(30);
                if (end.equals("sent")) {
                    browser.press("#left-send");
                    assertThat(browser.text("#told")).contains("seen with my own eyes", "the sheet was not there");
                    assertThat(reports(visit)).isEqualTo(2);
                } else {
                    browser.element("#left summary").click();
                    browser.element("#left-drop").click();
                    browser.go("/assignments/" + visit.id());
                    assertThat(reports(visit)).isEqualTo(1);
                }
                assertThat(browser.element("#left").isDisplayed()).isFalse();
            }
        }
    }
}

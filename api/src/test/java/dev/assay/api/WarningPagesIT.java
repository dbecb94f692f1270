package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.grading.Basis;
import dev.assay.core.warning.Against;
import dev.assay.core.warning.Against.Samples;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.core.warning.TrendRules;
import dev.assay.core.warning.TrendSearch.Found;
import dev.assay.core.warning.TrendSearch.Rise;
import dev.assay.store.warning.StoredAlarm;
import dev.assay.store.warning.TrendAlarms;
import dev.assay.store.warning.TrendAlarms.Behind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** An alarm on its pages, from the overview to its end. */
@WithSampleServer
class WarningPagesIT {

    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final BigDecimal CHANCE = new BigDecimal("0.0000123");

    private final SampleServer server;
    private final Visitor regulator;
    private final Visitor approver;

    WarningPagesIT(SampleServer server) {
        this.server = server;
        this.regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
        this.approver = Visitor.of(server, "approver", SampleServer.PASSWORD);
    }

    /** Two alarms whose failures are penalties of the sample, every 20th business's: the page lists whatever facts made it. */
    private List<StoredAlarm> raise(String rules) {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        List<Behind> behind = new ArrayList<>();
        dsl.fetch("SELECT fact_id, business_key FROM fact WHERE kind = 'penalty' ORDER BY business_key")
                .forEach(row ->
                        behind.add(new Behind(row.get(0, Long.class), row.get(1, Long.class), row.get(1, Long.class))));
        Trend product = new Trend(Dimension.PRODUCT, "豆制品", behind.size(), 3, new Against(9, 3, new Samples(40, 900)));
        Trend division = new Trend(Dimension.DIVISION, "320613", 0, 9, Against.running(13));
        Basis basis = new Basis("a text", true, "", LocalDate.EPOCH, null);
        TrendAlarms alarms = server.bean(TrendAlarms.class);
        alarms.note(
                new TrendRules(rules, 28, 13, 10, 5, new BigDecimal("0.05"), basis),
                LocalDate.of(2026, 11, 1),
                new Found(20, List.of(new Rise(product, CHANCE, CHANCE), new Rise(division, CHANCE, CHANCE))),
                Map.of(product, behind),
                Instant.parse("2026-11-20T18:00:00Z"));
        return alarms.list(true, List.of()).stream()
                .filter(alarm -> alarm.rules().equals(rules))
                .toList();
    }

    private static StoredAlarm of(List<StoredAlarm> alarms, Dimension dimension) {
        return alarms.stream()
                .filter(alarm -> alarm.trend().dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    private static String step(Visitor visitor, long id, String step, Map<String, String> fields) {
        String page = "/warnings/" + id;
        Matcher revision = REVISION.matcher(visitor.get(page).body());
        assertThat(revision.find()).isTrue();
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("revision", revision.group(1));
        return visitor.submit(page, page + "/" + step, all).body();
    }

    @Test
    void anAlarmIsDispatchedHandledAndClosedByAnotherPerson() {
        StoredAlarm alarm = of(raise("walk"), Dimension.PRODUCT);
        long id = alarm.id();
        assertThat(regulator.get("/overview").body()).contains("id=\"warnings\"");
        assertThat(regulator.get("/warnings").body()).contains("/warnings/" + id + "\"", "豆制品");
        String page = regulator.get("/warnings/" + id).body();
        assertThat(page)
                .contains(
                        "data-state=\"RAISED\"",
                        "id=\"shown\" data-total=\"" + alarm.trend().newest() + "\"")
                .contains("0.0000123", "20 series were tested together", "5 %")
                .contains(
                        "in all of the 9 periods of the same season of 3 past year(s)",
                        "40 samples of the series in the period, 900 in those");

        assertThat(step(regulator, id, "dispatch", Map.of("to", " ", "due", "2099-01-01")))
                .contains("The name of who gets it is blank", "data-state=\"RAISED\"");
        assertThat(step(regulator, id, "dispatch", Map.of("to", "生产科", "due", "2020-01-01")))
                // What was written stands in the form again.
                .contains("The day (2020-01-01) has passed", "value=\"生产科\"");
        assertThat(step(regulator, id, "dispatch", Map.of("to", "生产科")))
                .contains("The day by which it is to be handled is missing");
        assertThat(step(regulator, id, "dispatch", Map.of("to", "生产科", "due", "2099-01-01")))
                .contains("data-state=\"DISPATCHED\"", "2099-01-01", "生产科");
        assertThat(step(regulator, id, "dispatch", Map.of("to", "他科", "due", "2099-01-01", "revision", "1")))
                .contains("Somebody else has moved the alarm (" + id + ")");
        assertThat(step(regulator, id, "handle", Map.of("done", "现场检查三户", "revision", "1")))
                .contains("Somebody else has moved the alarm", ">现场检查三户</textarea>");
        assertThat(step(regulator, id, "handle", Map.of("done", "现场检查三户")))
                .contains("data-state=\"HANDLED\"", "现场检查三户", "Who handled it cannot close it");
        assertThat(step(regulator, id, "close", Map.of("note", "over"))).contains("cannot strike it off");
        assertThat(step(approver, id, "close", Map.of("note", "复核属实")))
                .contains("data-state=\"CLOSED\"", "复核属实", "closed an alarm", "handled");
        assertThat(regulator.get("/warnings").body()).doesNotContain("/warnings/" + id + "\"");
        assertThat(regulator.get("/warnings?state=ALL").body()).contains("/warnings/" + id + "\"");
    }

    @Test
    void whoActsForOneDivisionSeesItsAlarmsAndItsFailuresAlone() {
        List<StoredAlarm> alarms = raise("scope");
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute(
                "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'warned-reader', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
        Caller scoped = new Caller(server, "warned-reader");
        StoredAlarm product = of(alarms, Dimension.PRODUCT);
        long own = dsl.fetchSingle(
                        "SELECT COUNT(*) FROM fact f JOIN business b ON b.business_key = f.business_key WHERE f.kind = 'penalty' AND b.division = '320612'")
                .get(0, Long.class);
        String page = scoped.get("/warnings/" + product.id()).body();
        assertThat(own).isPositive().isLessThan(product.trend().newest());
        assertThat(page)
                .contains("id=\"shown\" data-total=\"" + own + "\"", "in all; the others are in other divisions")
                .doesNotContain("320613");
        long elsewhere = of(alarms, Dimension.DIVISION).id();
        assertThat(scoped.get("/warnings/" + elsewhere).statusCode()).isEqualTo(404);
        assertThat(scoped.get("/warnings").body()).doesNotContain("/warnings/" + elsewhere + "\"");
        // Without samples, and against the periods right before, which it says.
        assertThat(new Caller(server, "regulator").get("/warnings/" + elsewhere).body())
                .contains("in all of the 13 periods right before", "with the chance of 1 in 14");
    }
}

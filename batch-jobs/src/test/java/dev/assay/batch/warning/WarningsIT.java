package dev.assay.batch.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.warning.Warnings.Look;
import dev.assay.batch.warning.Warnings.Outcome;
import dev.assay.core.area.Period;
import dev.assay.core.warning.Against;
import dev.assay.core.warning.Against.Samples;
import dev.assay.core.warning.AlarmState;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.core.warning.TrendRules;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.warning.TrendRulesFile;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import dev.assay.store.warning.AlarmMovedException;
import dev.assay.store.warning.AlarmRow;
import dev.assay.store.warning.StoredAlarm;
import dev.assay.store.warning.TrendAlarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;

/** Trends over failures in a real database, from the look to the alarm that is struck off. */
class WarningsIT {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TrendRules RULES =
            TrendRulesFile.load(ConfigFiles.packaged()).getFirst();
    private static final LocalDate END = RULES.newestEnd(TODAY);

    private long facts;

    private void business(DSLContext dsl, long key, String division) {
        dsl.execute(
                "INSERT INTO business (business_key, scheme, identity, name, division, sector, recorded_at, changed_at) VALUES (?, 'sample', ?, '店', ?, 'catering', '2026-11-20 10:00:00', '2026-11-20 10:00:00')",
                key,
                "B" + key,
                division);
    }

    private void failure(DSLContext dsl, long business, LocalDate day, String category, String item) {
        facts++;
        dsl.execute(
                "INSERT INTO fact (business_key, fact_id, kind, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content) VALUES (?, ?, 'sampling-result', ?, ?, '2026-11-20 10:00:00', ?, 'f', ?, 1, 1, ?)",
                business,
                facts,
                day,
                day,
                day,
                "k" + facts,
                "{\"category\":\"" + category + "\",\"failures\":[{\"item\":\"" + item
                        + "\"}],\"product\":\"散装\",\"sample_no\":\"N" + facts + "\"}");
    }

    /** Each period as many failures of cakes and oil in two divisions; in the newest those of bean products by the pesticide in the second. */
    private void fill(DSLContext dsl, int planted) {
        business(dsl, 1, "320612");
        business(dsl, 2, "320613");
        failure(dsl, 1, RULES.pastStart(END).minusDays(40), "糕点", "霉菌");
        for (int period = 0; period <= RULES.pastPeriods(); period++) {
            LocalDate day = RULES.newestStart(END).minusDays((long) period * RULES.periodDays());
            for (int i = 0; i < 6; i++) {
                failure(dsl, 1 + i % 2, day.plusDays(i), i < 3 ? "糕点" : "食用油", i < 3 ? "霉菌" : "酸价");
            }
        }
        for (int i = 0; i < planted; i++) {
            failure(dsl, 2, END.minusDays(i), "豆制品", "苯甲酸");
        }
    }

    private static Warnings warnings(TestDatabase test, ConfigFiles config) {
        return new Warnings(test.database(), config, InstantSource.fixed(NOW));
    }

    @OnEachServer
    void failures_as_ever_raise_nothing_and_a_planted_rise_is_found_with_its_rows_once(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            fill(test.database().dsl(), 12);
            Warnings warnings = warnings(test, ConfigFiles.packaged());
            Outcome first = warnings.look(TODAY).getFirst();
            assertThat(first.look()).isEqualTo(Look.DONE);
            assertThat(first.end()).isEqualTo(END);
            TrendAlarms alarms = new TrendAlarms(test.database().dsl());
            assertThat(alarms.list(true, List.of()))
                    .extracting(alarm ->
                            alarm.trend().dimension() + " " + alarm.trend().series())
                    .contains("PRODUCT 豆制品", "ITEM 苯甲酸")
                    .doesNotContain("PRODUCT 糕点", "PRODUCT 食用油", "ITEM 霉菌", "DIVISION 320612");
            StoredAlarm beans = alarms.list(true, List.of()).stream()
                    .filter(alarm -> alarm.trend().series().equals("豆制品"))
                    .findFirst()
                    .orElseThrow();
            assertThat(beans.trend().newest()).isEqualTo(12);
            assertThat(beans.trend().past()).isZero();
            assertThat(alarms.rows(beans, List.of()))
                    .hasSize(12)
                    .extracting(AlarmRow::items)
                    .containsOnly("苯甲酸");
            assertThat(alarms.rows(beans, List.of("320612"))).isEmpty();
            assertThat(alarms.countOpen(List.of()))
                    .isEqualTo(alarms.list(true, List.of()).size());

            assertThat(warnings.look(TODAY).getFirst().look()).isEqualTo(Look.BEFORE);
            assertThat(warnings.look(TODAY.plusDays(1)).getFirst().look()).isEqualTo(Look.BEFORE);
            assertThat(alarms.countOpen(List.of()))
                    .isEqualTo(first.found().rises().size());
        }
    }

    private void samples(DSLContext dsl, LocalDate failed, int count) {
        for (int i = 0; i < count; i++) {
            facts++;
            LocalDate taken = failed.minusDays(RULES.sampleLagDays());
            dsl.execute(
                    "INSERT INTO fact (business_key, fact_id, kind, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content) VALUES (1, ?, 'sample', ?, ?, '2026-11-20 10:00:00', ?, 'f', ?, 1, 1, ?)",
                    facts,
                    taken,
                    taken,
                    taken,
                    "k" + facts,
                    "{\"category\":\"豆制品\",\"purpose\":\"supervisory\"}");
        }
    }

    private static StoredAlarm alarm(TrendAlarms alarms, String series) {
        return alarms.list(true, List.of()).stream()
                .filter(alarm -> alarm.trend().series().equals(series))
                .findFirst()
                .orElseThrow();
    }

    @OnEachServer
    void more_failures_of_more_samples_are_no_rise_where_samples_are_known_in_every_period(TestDatabases server) {
        for (boolean gap : new boolean[] {false, true}) {
            try (TestDatabase test = server.fresh()) {
                DSLContext dsl = test.database().dsl();
                fill(dsl, 12);
                for (int period = 0; period <= RULES.pastPeriods(); period++) {
                    LocalDate day = RULES.newestStart(END).minusDays((long) period * RULES.periodDays());
                    failure(dsl, 1, day, "豆制品", "菌落总数");
                    // The first day of a period and its last belong to it; in one period nobody told what was sampled.
                    if (!gap || period != 5) {
                        samples(dsl, day, period == 0 ? 200 : 10);
                        samples(dsl, day.plusDays(RULES.periodDays() - 1L), period == 0 ? 200 : 10);
                    }
                }
                warnings(test, ConfigFiles.packaged()).look(TODAY);
                TrendAlarms alarms = new TrendAlarms(dsl);
                if (gap) {
                    assertThat(alarm(alarms, "豆制品").trend().against()).isEqualTo(Against.running(RULES.pastPeriods()));
                } else {
                    assertThat(alarms.list(true, List.of()))
                            .extracting(alarm -> alarm.trend().series())
                            // For what samples were tested nobody tells: the item is held against the periods.
                            .contains("苯甲酸")
                            .doesNotContain("豆制品");
                }
            }
        }
    }

    @OnEachServer
    void an_alarm_says_of_how_many_samples_and_of_which_season_it_is(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            fill(dsl, 12);
            List<Period> seasonal = RULES.seasonal(END);
            for (Period period : seasonal) {
                samples(dsl, period.from(), 40);
            }
            // What came back in each autumn of the past is no rise this autumn.
            for (Period period : seasonal) {
                for (int i = 0; i < 12; i++) {
                    failure(dsl, 1, period.to(), "糖果", "色素");
                }
            }
            failure(dsl, 1, seasonal.getLast().from().minusDays(1), "糕点", "霉菌");
            warnings(test, ConfigFiles.packaged()).look(TODAY);
            TrendAlarms alarms = new TrendAlarms(dsl);
            StoredAlarm beans = alarm(alarms, "豆制品");
            assertThat(beans.trend().against()).isEqualTo(new Against(9, 3, new Samples(40, 360)));
            assertThat(beans.days().pastFrom()).isEqualTo(seasonal.getLast().from());
            assertThat(alarm(alarms, "苯甲酸").trend().against()).isEqualTo(new Against(9, 3, null));
            assertThat(alarms.list(true, List.of()))
                    .extracting(alarm -> alarm.trend().series())
                    .doesNotContain("糖果", "色素");
        }
    }

    @OnEachServer
    void a_failure_of_a_merged_business_counts_and_is_listed_in_the_file_of_the_one_that_goes_on(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            fill(dsl, 12);
            business(dsl, 3, "320614");
            failure(dsl, 3, END, "豆制品", "苯甲酸");
            dsl.execute(
                    "INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason) VALUES (3, 2, '2026-11-21 10:00:00', 'x', 'same')");
            warnings(test, ConfigFiles.packaged()).look(TODAY);
            TrendAlarms alarms = new TrendAlarms(dsl);
            StoredAlarm beans = alarms.list(true, List.of()).stream()
                    .filter(alarm -> alarm.trend().series().equals("豆制品"))
                    .findFirst()
                    .orElseThrow();
            assertThat(beans.trend().newest()).isEqualTo(13);
            assertThat(alarms.rows(beans, List.of()))
                    .hasSize(13)
                    .extracting(row -> row.business().value())
                    .containsOnly("B2");
        }
    }

    @OnEachServer
    void without_a_rise_there_is_no_alarm_and_without_a_past_there_is_no_look(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Warnings warnings = warnings(test, ConfigFiles.packaged());
            assertThat(warnings.look(TODAY).getFirst().look()).isEqualTo(Look.NO_PAST);
            fill(test.database().dsl(), 0);
            Outcome look = warnings.look(TODAY).getFirst();
            assertThat(look.look()).isEqualTo(Look.DONE);
            // Two products, two items, one trade, two divisions.
            assertThat(look.found().tested()).isEqualTo(7);
            assertThat(look.found().rises()).isEmpty();
        }
    }

    @OnEachServer
    void an_alarm_goes_from_hand_to_hand_and_is_closed_by_another_person_with_every_step_in_the_log(
            TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            fill(test.database().dsl(), 12);
            warnings(test, ConfigFiles.packaged()).look(TODAY);
            TrendAlarms alarms = new TrendAlarms(test.database().dsl());
            long id = alarms.list(true, List.of()).getFirst().id();
            StoredAlarm raised = alarms.find(id).orElseThrow();
            Acting lin = new Acting("lin", NOW);
            Acting wu = new Acting("wu", NOW.plusSeconds(60));

            assertThatThrownBy(() -> alarms.close(raised, "over", wu)).isInstanceOf(AlarmMovedException.class);
            alarms.dispatch(raised, "食品生产科", TODAY.plusDays(5), lin);
            assertThatThrownBy(() -> alarms.dispatch(raised, "他人", TODAY, wu)).isInstanceOf(AlarmMovedException.class);
            StoredAlarm sent = alarms.find(id).orElseThrow();
            assertThat(sent.isOverdue(TODAY.plusDays(5))).isFalse();
            assertThat(sent.isOverdue(TODAY.plusDays(6))).isTrue();
            alarms.handle(sent, "已抽检并下架", lin);
            StoredAlarm handled = alarms.find(id).orElseThrow();
            assertThatThrownBy(() -> alarms.close(handled, "over", lin))
                    .hasMessageContaining("Who handled the alarm (lin) cannot strike it off");
            int before = alarms.countOpen(List.of());
            alarms.close(handled, "复核无异常", wu);

            assertThat(alarms.find(id).orElseThrow().state()).isEqualTo(AlarmState.CLOSED);
            assertThat(alarms.countOpen(List.of())).isEqualTo(before - 1);
            AuditLog log = new AuditLog(test.database().dsl());
            List<String> acts = new ArrayList<>();
            log.newest(AuditQuery.of(StoredAlarm.auditSubject(id)), 0, 10)
                    .forEach(entry -> acts.add(entry.actor() + " " + entry.act()));
            assertThat(acts)
                    .containsExactly(
                            "wu alarm-closed", "lin alarm-handled", "lin alarm-dispatched", "daily alarm-raised");
            assertThat(log.verify(null).broken()).isEmpty();
        }
    }

    @OnEachServer
    void alarms_of_other_divisions_are_not_listed_for_who_acts_for_one(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            fill(test.database().dsl(), 40);
            warnings(test, ConfigFiles.packaged()).look(TODAY);
            TrendAlarms alarms = new TrendAlarms(test.database().dsl());
            assertThat(alarms.list(true, List.of("320613")))
                    .anyMatch(alarm -> alarm.trend().dimension() == Dimension.DIVISION);
            assertThat(alarms.list(true, List.of("320612")))
                    .isNotEmpty()
                    .noneMatch(alarm -> alarm.trend().dimension() == Dimension.DIVISION);
        }
    }

    @OnEachServer
    void faulty_rules_are_told_and_end_nothing(TestDatabases server, @TempDir Path folder) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("warnings")).resolve("failed-samples.yaml"), "id: broken\n");
        try (TestDatabase test = server.fresh()) {
            List<String> told = new ArrayList<>();
            int failed = warnings(test, ConfigFiles.in(folder)).due(TODAY, new Warnings.Listener() {
                @Override
                public void notWarned(String why) {
                    told.add(why);
                }
            });
            assertThat(failed).isEqualTo(1);
            assertThat(told).singleElement().asString().contains("failed-samples.yaml", "false_alarm_rate");
        }
    }
}

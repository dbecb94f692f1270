package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.plan.PlanWork;
import dev.assay.batch.sampling.SamplingSheet;
import dev.assay.batch.sampling.SamplingWork;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.planning.SamplingPlan;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import dev.assay.store.inspector.Inspectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples by category of food; and what cannot be planned at all. */
@WithSampleServer
class SamplingPlanIT {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final SampleServer server;

    @TempDir
    private Path folder = Path.of("");

    SamplingPlanIT(SampleServer server) {
        this.server = server;
    }

    private void inspectors(Inspector... list) {
        server.bean(Inspectors.class).replace(List.of(list), "regulator", NOW);
    }

    private static Inspector inspector(String number, Set<String> skills) {
        return new Inspector(number, "检查员" + number, "market", "3206", Set.of(), skills, List.of(), Set.of());
    }

    private ThrowingCallable planning(String rules, int year, @Nullable String division) {
        return () -> server.bean(PlanWork.class).plan(new PlanWork.Wish(rules, year, TODAY, division, NOW, null));
    }

    @Test
    void a_year_that_cannot_be_planned_is_told_with_what_to_do() {
        inspectors(inspector("JC1", Set.of()), inspector("JC2", Set.of()));
        assertThatThrownBy(planning("sample-year", 2031, null))
                .hasMessageContaining("The calendar does not have the year (2031)")
                .hasMessageContaining("Maybe add its holidays");
        assertThatThrownBy(planning("sample-year", 2025, null)).hasMessageContaining("The year (2025) is over");
        assertThatThrownBy(planning("sample-yaer", 2026, null))
                .hasMessageContaining("The rules of a plan (sample-yaer) are not known");
        assertThatThrownBy(planning("sample-year", 2026, "44"))
                .hasMessageContaining("There are 0 inspectors for the plan of 44");
        inspectors();
        assertThatThrownBy(planning("sample-year", 2026, null))
                .hasMessageContaining("There are 0 inspectors for the plan")
                .hasMessageContaining("Maybe take the list in");
        assertThatThrownBy(() -> new Inspector("JC1", "检查员", "market", " ", Set.of(), Set.of(), List.of(), Set.of()))
                .hasMessageContaining("The inspector (JC1) has no division");
    }

    @Test
    void rules_that_ask_for_a_skill_that_nobody_has_are_refused() {
        inspectors(inspector("JC1", Set.of("sistem")), inspector("JC2", Set.of()));
        assertThatThrownBy(planning("food-year", 2026, null))
                .hasMessageContaining("ask for the skill (system), which no inspector of the list has")
                .hasMessageContaining("sistem");
    }

    @Test
    void samples_are_divided_by_what_failed_each_failed_sample_counted_once() throws Exception {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        // One sample in two files, that of the shop and that of the producer; and one of a category that the sheet
        // lacks.
        failed(dsl, 3, "a", "糕点", "S1");
        failed(dsl, 4, "b", "糕点", "S1");
        failed(dsl, 5, "c", "糕点", "S2");
        failed(dsl, 6, "d", "饮料", "S3");
        Path sheet = Files.writeString(
                folder.resolve("categories.csv"), "category,producers,tested\n糕点,20,50\n粮食加工品,20,50\n");
        SamplingWork work = new SamplingWork(server.bean(Database.class), ConfigFiles.packaged());
        Cut cut = new Cut(LocalDate.of(2026, 11, 23), NOW);
        try {
            SamplingWork.Outcome outcome = work.plan(
                    new SamplingWork.Wish("food-samples", 25_000, null, List.of(), cut), SamplingSheet.read(sheet));
            assertThat(outcome.budget()).isEqualTo(100);
            assertThat(outcome.lines())
                    .extracting(one -> one.category().failed())
                    .containsExactly(2L, 0L);
            // 2 × √(3/90 · 87/90) : 1 × √(1/90 · 89/90) = 3.424 : 1 of 100.
            assertThat(outcome.lines()).extracting(SamplingPlan.Line::samples).containsExactly(77L, 23L);
            assertThat(outcome.elsewhere()).containsExactly(Map.entry("饮料", 1L));
            assertThatThrownBy(() -> work.plan(
                            new SamplingWork.Wish("food-samples", 25_000, 99L, List.of(), cut),
                            SamplingSheet.read(sheet)))
                    .hasMessageContaining("99 samples are less than the 100 that 25000 inhabitants ask for");
            // Where the sheet leaves it open, what the files hold is counted: five with a result, one of them in two
            // files.
            for (int i = 0; i < 5; i++) {
                fact(dsl, 3 + i, "t" + i, "sample", taken("T" + i, "\"pass\""));
            }
            fact(dsl, 8, "t0b", "sample", taken("T0", "\"pass\""));
            fact(dsl, 9, "t6", "sample", taken("T6", "null"));
            Files.writeString(sheet, "category,producers,tested\n糕点,20,\n粮食加工品,20,50\n");
            assertThat(work.plan(
                                    new SamplingWork.Wish("food-samples", 25_000, null, List.of(), cut),
                                    SamplingSheet.read(sheet))
                            .lines())
                    .extracting(one -> one.category().tested())
                    .containsExactly(5L, 50L);
            Files.writeString(sheet, "category,producers,tested\n糕点,0,50\n糕点,5,x\n");
            assertThatThrownBy(() -> SamplingSheet.read(sheet))
                    .hasMessageContaining("Line 2")
                    .hasMessageContaining("Line 3");
        } finally {
            dsl.execute("DELETE FROM fact WHERE record_key LIKE 'failed-%'");
        }
    }

    @Test
    void the_page_divides_the_samples_of_the_logins_divisions_and_says_what_is_wrong_with_the_list() {
        Visitor regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
        assertThat(regulator.get("/plans/sampling").body()).contains("category,producers,tested", "乳制品,,");

        String plan = regulator
                .submit("/plans/sampling", "/plans/sampling", asking("糕点,20,50\n乳制品,,\n粮食加工品,20,50"))
                .body();
        assertThat(plan)
                .contains("100 samples; the inhabitants ask for 100 at least", "粮食加工品")
                .doesNotContain("乳制品</th>");

        Map<String, String> csv = new HashMap<>(asking("糕点,20,50\n粮食加工品,20,50"));
        csv.put("csv", "yes");
        assertThat(regulator.submit("/plans/sampling", "/plans/sampling", csv).body())
                .contains("category,risk,producers,tested,failed,rate,share,by_weight,least,samples", "糕点,2,20,50");

        csv.put("sheet", "category,producers,tested\n糕点,0,50");
        assertThat(regulator.submit("/plans/sampling", "/plans/sampling", csv).body())
                .contains("Line 2", "糕点,0,50");

        assertThat(regulator
                        .submit("/plans/sampling", "/plans/sampling", asking("糕点,0,50\n糕点,5,x"))
                        .body())
                .contains("Line 2", "Line 3", "糕点,0,50")
                .doesNotContain("/tmp/");
        Map<String, String> nobody = new HashMap<>(asking("糕点,20,50"));
        nobody.put("inhabitants", "");
        nobody.put("division", "99");
        assertThat(regulator
                        .submit("/plans/sampling", "/plans/sampling", nobody)
                        .body())
                .contains("How many live in the area (99) is not known");
    }

    private static Map<String, String> asking(String rows) {
        return Map.of(
                "rules", "food-samples",
                "division", "3206",
                "inhabitants", "25000",
                "samples", "",
                "sheet", "category,producers,tested\n" + rows);
    }

    private static String taken(String sample, String result) {
        return "{\"category\":\"糕点\",\"sample_no\":\"%s\",\"result\":%s}"
                .formatted(sample, result)
                .replace(",\"result\":null", "");
    }

    private static void failed(DSLContext dsl, int business, String key, String category, String sample) {
        fact(
                dsl,
                business,
                key,
                "sampling-result",
                "{\"category\":\"%s\",\"product\":\"样品\",\"sample_no\":\"%s\"}".formatted(category, sample));
    }

    private static void fact(DSLContext dsl, int business, String key, String kind, String content) {
        dsl.execute("""
                INSERT INTO fact (business_key, fact_id, kind, licence, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                SELECT business_key, MAX(fact_id) + 900, ?, NULL, '2026-05-04', '2026-05-04', MIN(recorded_at), MIN(as_at), MAX(feed), ?, MAX(run_id), 900, ?
                FROM fact WHERE business_key = ? GROUP BY business_key
                """, kind, "failed-" + key, content, business);
    }
}

package dev.assay.batch.area;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.area.AreaFigures.Side;
import dev.assay.core.area.FigureValue;
import dev.assay.core.area.FigureValue.Standing;
import dev.assay.core.area.Period;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How much of the plans was carried out, over plans that took each other's place. */
class PlanCompletionIT {

    private static final LocalDate TO = LocalDate.of(2026, 11, 20);
    private static final LocalDate FROM = LocalDate.of(2025, 11, 21);

    private int visits;

    private static AreaWish wish(LocalDate asOf) {
        return new AreaWish(
                "320612", List.of("320612"), new Period(FROM, TO, asOf), Instant.parse("2026-11-21T10:00:00Z"));
    }

    private static FigureValue complete(AreaFigures figures, AreaWish wish) {
        return figures.report(wish).find("plan-completion", "").orElseThrow();
    }

    private static void plan(DSLContext dsl, int id, String state) {
        dsl.execute(
                "INSERT INTO inspection_plan (plan_id, rules, rules_digest, division, plan_year, as_of, from_day, standing, state, revision, wanted, left_out, broken_floors, closed, no_division, gone, made_by, made_at) VALUES (?, 'r', '', '3206', 2026, '2026-01-01', '2026-01-01', 1, ?, 1, 1, 0, 0, 0, 0, 0, 'x', '2026-01-01 00:00:00')",
                id,
                state);
    }

    private void planned(
            DSLContext dsl, int plan, long business, @Nullable LocalDate day, LocalDate due, @Nullable Long handedOut) {
        visits++;
        dsl.execute(
                "INSERT INTO planned_visit (plan_id, visit_no, business, subject, also, name, place, division, sector, grade, reason, weight, due, day, broken_floor, assignment_id) VALUES (?, ?, ?, '', '', '', '', '320612', 'catering', 'C', 'ROUTINE', 1, ?, ?, FALSE, ?)",
                plan,
                visits,
                "sample:B%04d".formatted(business),
                due,
                day,
                handedOut);
    }

    private static void visit(DSLContext dsl, long id, long business, String state, @Nullable LocalDate made) {
        dsl.execute(
                "INSERT INTO assignment (assignment_id, business_key, business, sector, from_day, to_day, way, reasons, origin, state, revision, handed_by, handed_at, result_day) VALUES (?, ?, '', '', '2026-01-01', '2026-12-31', 'ROUTINE', '', 'PLAN', ?, 1, 'x', '2026-01-01 00:00:00', ?)",
                id,
                business,
                state,
                made);
    }

    @OnEachServer
    void a_plan_is_complete_by_its_visits_due_by_then_whichever_plan_they_were_made_under(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            for (long key = 1; key <= 5; key++) {
                dsl.execute(
                        "INSERT INTO business (business_key, scheme, identity, name, division, recorded_at, changed_at) VALUES (?, 'sample', ?, '店', ?, '2026-11-20 10:00:00', '2026-11-20 10:00:00')",
                        key,
                        "B%04d".formatted(key),
                        key == 5 ? "320613" : "320612");
                dsl.execute(
                        "INSERT INTO identity (scheme, identity, business_key) VALUES ('sample', ?, ?)",
                        "B%04d".formatted(key),
                        key);
            }
            dsl.execute(
                    "INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason) VALUES (3, 1, '2026-11-20 11:00:00', 'x', 'same')");
            LocalDate day = TO.minusMonths(2);
            visit(dsl, 1, 1, "DONE", day);
            visit(dsl, 2, 2, "DONE", TO);
            visit(dsl, 3, 2, "WITHDRAWN", null);
            visit(dsl, 4, 3, "UNDER_WAY", null);
            visit(dsl, 5, 1, "DONE", day);
            plan(dsl, 1, "SUPERSEDED");
            // Made, and gone on with by no later plan; made and gone on with; not made.
            planned(dsl, 1, 1, day, day, 1L);
            planned(dsl, 1, 2, day, day, 2L);
            planned(dsl, 1, 4, day, day, null);
            plan(dsl, 2, "IN_FORCE");
            planned(dsl, 2, 2, TO, TO, 2L);
            planned(dsl, 2, 2, day, day, 3L);
            // Of a business that was merged into the first.
            planned(dsl, 2, 3, day, day, 4L);
            planned(dsl, 2, 4, null, TO, null);
            planned(dsl, 2, 4, TO.plusDays(1), day, null);
            planned(dsl, 2, 4, FROM.minusDays(1), day, null);
            planned(dsl, 2, 5, day, day, null);
            plan(dsl, 3, "WITHDRAWN");
            planned(dsl, 3, 1, day, day, 5L);
            plan(dsl, 4, "APPROVED");
            planned(dsl, 4, 2, day, day, null);
            AreaFigures figures = new AreaFigures(test.database().dsl(), ConfigFiles.packaged());
            AreaWish wish = wish(TO);
            FigureValue complete = complete(figures, wish);

            assertThat(complete.count()).isEqualTo(2);
            assertThat(complete.base()).isEqualTo(5);
            assertThat(complete.standing()).isEqualTo(Standing.MISSED);
            assertThat(figures.list(wish, complete.figure(), Side.ROWS, "", 0, 9))
                    .hasSize(2);
            assertThat(figures.list(wish, complete.figure(), Side.AMONG, "", 0, 9))
                    .extracting(row -> row.business() + " " + row.what() + " " + row.number())
                    .containsExactly(
                            "sample:B0001 DONE 1",
                            "sample:B0001 UNDER_WAY 4",
                            "sample:B0002 PLANNED null",
                            "sample:B0002 DONE 2",
                            "sample:B0004 LEFT_OUT null");
            // A day before, the last visit was not due, nor the one left out, and the result was not there.
            FigureValue then = complete(figures, wish(TO.minusDays(1)));
            assertThat(then.value().orElseThrow()).hasToString("1/3");
        }
    }
}

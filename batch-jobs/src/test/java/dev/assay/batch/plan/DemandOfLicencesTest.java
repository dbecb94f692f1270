package dev.assay.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.core.planning.Demand.Known;
import dev.assay.core.planning.Visit;
import dev.assay.core.planning.Visit.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several licences of one business: what is one visit, and what is not. */
class DemandOfLicencesTest {

    private static Known licence(
            String sector, int number, LocalDate due, LocalDate inspected, @Nullable LocalDate failed) {
        return new Known(
                "sample:1",
                "licence:" + number,
                "",
                "老街1号",
                "320612 1",
                "320612",
                sector,
                number == 1 ? "C" : "B",
                BigDecimal.ONE,
                due,
                inspected,
                failed,
                Set.of());
    }

    @Test
    void licences_of_a_business_in_one_trade_that_are_due_together_are_one_visit() {
        LocalDate inspected = LocalDate.of(2024, 5, 10);
        List<Visit> visits = PlanWorkTest.demand(
                List.of(
                        licence("sales", 0, LocalDate.of(2026, 6, 1), inspected, null),
                        licence("sales", 1, LocalDate.of(2026, 4, 20), inspected, null),
                        licence("production", 2, LocalDate.of(2026, 4, 20), inspected, null)),
                PlanWorkTest.rules(10));
        // The producer's licence may ask for others to go.
        assertThat(visits).hasSize(2);
        Visit sales = visits.getFirst();
        assertThat(sales.subject()).isEqualTo("licence:1");
        assertThat(sales.also()).containsExactly("licence:0");
        assertThat(sales.grade()).isEqualTo("C");
        assertThat(sales.earliest()).isBeforeOrEqualTo(sales.due().minusDays(28));
        // The law's day is that of the last inspection two years later, and the visit is due long before.
        assertThat(sales.floor()).isEqualTo(LocalDate.of(2026, 5, 10));
        assertThat(sales.due()).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(visits.get(1).subject()).isEqualTo("licence:2");
        assertThat(visits.get(1).due()).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(visits.get(1).floor()).isEqualTo(LocalDate.of(2026, 5, 10));
    }

    @Test
    void a_failed_sample_leads_to_one_visit_however_many_licences_the_business_has() {
        LocalDate inspected = LocalDate.of(2025, 10, 1);
        LocalDate failed = LocalDate.of(2025, 12, 20);
        List<Visit> visits = PlanWorkTest.demand(
                List.of(
                        licence("sales", 0, LocalDate.of(2026, 10, 1), inspected, failed),
                        licence("production", 1, LocalDate.of(2026, 10, 1), inspected, failed)),
                PlanWorkTest.rules(10));
        assertThat(visits)
                .extracting(Visit::subject, Visit::reason)
                .containsExactly(
                        tuple("licence:0", Reason.FOLLOW_UP),
                        tuple("licence:0", Reason.ROUTINE),
                        tuple("licence:1", Reason.ROUTINE));
    }

    @Test
    void the_same_items_are_not_looked_at_again_within_three_months_unless_a_sample_failed() {
        // Somebody else was there in December although the visit of the grade is due in January.
        LocalDate inspected = LocalDate.of(2025, 12, 10);
        List<Visit> visits = PlanWorkTest.demand(
                List.of(
                        licence("sales", 0, LocalDate.of(2026, 1, 15), inspected, null),
                        licence("production", 1, LocalDate.of(2026, 12, 10), inspected, LocalDate.of(2025, 12, 20))),
                PlanWorkTest.rules(10));
        assertThat(visits.getFirst().earliest()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(visits.getFirst().due()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(visits)
                .filteredOn(visit -> visit.reason() == Reason.FOLLOW_UP)
                .singleElement()
                .satisfies(visit -> assertThat(visit.earliest()).isEqualTo(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void what_failed_is_looked_at_on_the_routine_visit_where_that_is_due_too() {
        List<Visit> visits = PlanWorkTest.demand(
                List.of(licence(
                        "sales", 0, LocalDate.of(2026, 2, 1), LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 20))),
                PlanWorkTest.rules(10));
        assertThat(visits)
                .extracting(Visit::reason, Visit::due)
                .containsExactly(tuple(Reason.FOLLOW_UP, LocalDate.of(2026, 2, 1)));
    }

    @Test
    void licences_that_are_due_far_apart_are_visited_apart() {
        LocalDate inspected = LocalDate.of(2025, 9, 1);
        List<Visit> visits = PlanWorkTest.demand(
                List.of(
                        licence("sales", 0, LocalDate.of(2026, 2, 1), inspected, null),
                        licence("sales", 1, LocalDate.of(2026, 12, 1), inspected, null)),
                PlanWorkTest.rules(10));
        assertThat(visits).extracting(Visit::due).containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 12, 1));
        assertThat(visits).allMatch(visit -> visit.also().isEmpty());
    }
}

package dev.assay.core.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    @ParameterizedTest(name = "{1} a year after {0}: {2}")
    @CsvSource({
        "2026-03-01, 1, 2027-03-01",
        "2026-03-01, 2, 2026-09-01",
        "2026-03-01, 3, 2026-07-01",
        "2026-03-01, 4, 2026-06-01",
        "2026-03-01, 0.5, 2028-03-01",
        "2026-03-01, 5, 2026-05-13",
        "2026-08-31, 2, 2027-02-28"
    })
    void theNextInspectionIsDueTwelveMonthsDividedByTheInspectionsAYearLater(
            LocalDate last, BigDecimal perYear, LocalDate due) {
        assertThat(Planner.after(last, perYear)).isEqualTo(due);
    }
}

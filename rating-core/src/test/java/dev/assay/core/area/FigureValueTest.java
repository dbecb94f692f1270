package dev.assay.core.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.area.Figure.Measure;
import dev.assay.core.area.Figure.Target;
import dev.assay.core.area.FigureValue.Standing;
import dev.assay.core.area.Inhabitants.Count;
import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureValueTest {

    private static final Basis BASIS = new Basis("a text", false, "", LocalDate.EPOCH, null);
    private static final Bilingual WORDS = Bilingual.of("甲", "A");

    private static Period year() {
        return new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 5));
    }

    private static Figure figure(RowSet rows, @Nullable RowSet among, String atLeast, int months) {
        return new Figure(
                "figure",
                1,
                WORDS,
                rows,
                among == null ? Measure.PER_INHABITANTS : Measure.SHARE,
                among,
                null,
                null,
                WORDS,
                WORDS,
                BASIS,
                new Target(new BigDecimal(atLeast), months, BASIS));
    }

    private static FigureValue share(long count, long base) {
        return FigureValue.of(figure(RowSet.EVALUATED_PASSED, RowSet.EVALUATED, "0.98", 12), "", count, base, year());
    }

    @ParameterizedTest
    @CsvSource({
        "98, 100, MET, 49/50", // exactly the target
        "97, 100, MISSED, 97/100",
        "97999999, 100000000, MISSED, 97999999/100000000", // rounds to 98 %, and misses it all the same
        "0, 100, MISSED, 0",
        "100, 100, MET, 1"
    })
    void a_share_is_held_against_its_target_exactly(long count, long base, Standing standing, String exact) {
        FigureValue value = share(count, base);
        assertThat(value.standing()).isEqualTo(standing);
        assertThat(value.value().orElseThrow()).hasToString(exact);
    }

    @Test
    void a_share_of_nothing_has_no_value_and_neither_meets_nor_misses_its_target() {
        assertThat(share(0, 0).value()).isEmpty();
        assertThat(share(0, 0).standing()).isEqualTo(Standing.NO_BASIS);
    }

    @Test
    void samples_are_counted_per_thousand_inhabitants_and_not_at_all_where_nobody_counted_them() {
        Figure samples = figure(RowSet.SAMPLES, null, "4", 12);
        FigureValue known = FigureValue.of(samples, "", 4_999, 1_250_000L, year());
        // 4,999 ÷ 1,250,000 × 1,000
        assertThat(known.value().orElseThrow()).hasToString("4999/1250");
        assertThat(known.standing()).isEqualTo(Standing.MISSED);
        assertThat(FigureValue.of(samples, "", 5_000, 1_250_000L, year()).standing())
                .isEqualTo(Standing.MET);
        FigureValue unknown = FigureValue.of(samples, "", 5_000, null, year());
        assertThat(unknown.value()).isEmpty();
        assertThat(unknown.standing()).isEqualTo(Standing.NO_BASIS);
    }

    @Test
    void a_count_alone_is_its_own_value_and_is_held_against_nothing() {
        Figure filed = new Figure(
                "filed", 1, WORDS, RowSet.CASES_FILED, Measure.COUNT, null, null, null, WORDS, WORDS, BASIS, null);
        FigureValue none = FigureValue.of(filed, "", 0, null, year());
        assertThat(none.value().orElseThrow()).hasToString("0");
        assertThat(none.standing()).isEqualTo(Standing.NO_TARGET);
        assertThat(filed.shown(
                        FigureValue.of(filed, "", 17, null, year()).value().orElseThrow()))
                .isEqualTo("17");
        assertThatThrownBy(() -> new Figure(
                        "filed",
                        1,
                        WORDS,
                        RowSet.CASES_FILED,
                        Measure.SHARE,
                        null,
                        null,
                        null,
                        WORDS,
                        WORDS,
                        BASIS,
                        null))
                .hasMessageContaining("share of nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-12-31, 2026-12-31, true", // a year and its last day
        "2026-01-01, 2026-12-30, 2027-01-05, false", // a day less
        "2026-01-01, 2026-12-31, 2026-12-30, false", // its last day is to come
        "2025-02-28, 2026-02-27, 2026-02-27, true",
        "2024-02-29, 2025-02-27, 2025-02-27, true" // a year after 29 February begins on 28 February
    })
    void a_period_shorter_than_the_targets_is_not_held_against_it(
            LocalDate from, LocalDate to, LocalDate asOf, boolean covers) {
        Period period = new Period(from, to, asOf);
        assertThat(period.covers(12)).isEqualTo(covers);
        FigureValue none = FigureValue.of(figure(RowSet.DISPOSED, RowSet.FAILURES, "1", 12), "", 0, 1L, period);
        assertThat(none.standing()).isEqualTo(covers ? Standing.MISSED : Standing.TOO_SHORT);
    }

    @Test
    void days_that_cannot_be_are_refused_with_a_remedy() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThatThrownBy(() -> new Period(day, day.minusDays(1), day))
                .hasMessageContaining("ends (2026-02-28) before it begins (2026-03-01)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new Period(day, day.plusDays(5), day.minusDays(1)))
                .hasMessageContaining("as-of day (2026-02-28)");
    }

    @Test
    void inhabitants_are_those_of_the_newest_count_by_the_day_and_never_a_sum_of_parts() {
        Inhabitants table = new Inhabitants(List.of(
                new Count("320612", LocalDate.of(2010, 11, 1), 1_138_000, BASIS),
                new Count("320612", LocalDate.of(2020, 11, 1), 1_250_000, BASIS),
                new Count("320600", LocalDate.of(2020, 11, 1), 7_730_000, BASIS)));
        assertThat(table.find("320612", LocalDate.of(2020, 10, 31))
                        .orElseThrow()
                        .number())
                .isEqualTo(1_138_000);
        assertThat(table.find("320612", LocalDate.of(2020, 11, 1)).orElseThrow().number())
                .isEqualTo(1_250_000);
        assertThat(table.find("320612", LocalDate.of(2010, 10, 31))).isEmpty();
        assertThat(table.find("3206", LocalDate.of(2026, 1, 1)).orElseThrow().number())
                .isEqualTo(7_730_000);
        assertThat(table.find("32", LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(table.find("", LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void every_part_names_a_whole_that_is_no_part_itself() {
        for (RowSet set : RowSet.values()) {
            assertThat(RowSet.find(set.code())).contains(set);
            set.findWhole().ifPresent(whole -> assertThat(whole.findWhole()).isEmpty());
        }
    }
}

package dev.assay.model.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.grading.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates by grade, coverage, the authority's classes beside the model's, and parts that are added up. */
class BacktestTallyTest {

    private static final LocalDate DAY = LocalDate.parse("2012-01-01");
    private static final LocalDate LATER = LocalDate.parse("2013-01-01");
    private static final RiskOrder ORDER =
            new RiskOrder(List.of("A", "B", "C"), Direction.HIGHER_IS_WORSE, List.of("low", "high"));

    private static Row row(LocalDate day, String standing, int score, @Nullable String own, Afterwards afterwards) {
        return new Row(day, standing, score < 0 ? null : BigDecimal.valueOf(score), own, afterwards);
    }

    private static void add(List<List<Row>> rows, int count, Row row) {
        rows.addAll(Collections.nCopies(count, List.of(row)));
    }

    private static Backtest backtest(List<List<Row>> rows) {
        BacktestTally tally = new BacktestTally(ORDER);
        rows.forEach(tally::count);
        return tally.backtest(List.of(DAY, LATER), LocalDate.parse("2013-06-30"), Outcomes.FAILED);
    }

    /** Of 10 A's 1, of 10 B's 5, of 10 C's 3; two A's nobody looked at, and one subject that was pending. */
    private static List<List<Row>> sample() {
        List<List<Row>> rows = new ArrayList<>();
        add(rows, 1, row(DAY, "A", 3, "low", Afterwards.FOUND));
        add(rows, 9, row(DAY, "A", 2, "low", Afterwards.CLEAN));
        add(rows, 2, row(DAY, "A", 2, "low", Afterwards.UNSEEN));
        add(rows, 5, row(DAY, "B", 15, "high", Afterwards.FOUND));
        add(rows, 5, row(DAY, "B", 14, "low", Afterwards.CLEAN));
        add(rows, 3, row(DAY, "C", 30, "high", Afterwards.FOUND));
        add(rows, 7, row(LATER, "C", 31, null, Afterwards.CLEAN));
        add(rows, 1, row(LATER, "PENDING", -1, "high", Afterwards.FOUND));
        return rows;
    }

    @Test
    void each_grade_and_state_has_its_rows_and_the_rate_of_those_that_were_looked_at() {
        Backtest found = backtest(sample());

        assertThat(found.subjects()).isEqualTo(33);
        assertThat(found.afterwards().cases()).isEqualTo(31);
        assertThat(found.standings()).extracting(Backtest.Standing::name).containsExactly("A", "B", "C", "PENDING");
        Backtest.Standing a = found.standings().getFirst();
        assertThat(a.subjects()).isEqualTo(12);
        assertThat(a.afterwards()).isEqualTo(Proportion.of(1, 10));
    }

    @Test
    void a_better_grade_with_more_findings_than_the_worse_one_is_told() {
        assertThat(backtest(sample()).reversals()).containsExactly(new Backtest.Reversal("B", "C", false));
    }

    @Test
    void days_whose_horizon_the_data_do_not_reach_are_marked() {
        assertThat(backtest(sample()).days()).extracting(Backtest.Day::complete).containsExactly(true, false);
    }

    /** Score and grade are compared with the classes on the rows that have both: C's of the second day have no class. */
    @Test
    void the_authoritys_classes_are_compared_on_the_same_rows() {
        Backtest.Beside beside = Objects.requireNonNull(backtest(sample()).beside());

        assertThat(beside.rankings())
                .extracting(Ranking::by)
                .containsExactly(Ranking.By.SCORE, Ranking.By.GRADE, Ranking.By.AUTHORITY);
        assertThat(beside.rankings())
                .extracting(ranking -> ranking.area().clean())
                .containsOnly(14L);
        assertThat(beside.rankings())
                .extracting(ranking -> ranking.area().found())
                .containsOnly(9L);
        // Nine found, fourteen clean. Classes: eight found are high, one low; all clean are low: (8·14 + 14/2) ÷ 126.
        assertThat(beside.rankings().get(2).area().area()).isEqualByComparingTo("0.9444");
        assertThat(beside.classes())
                .containsExactly(
                        new Backtest.Standing("low", 17, Proportion.of(1, 15)),
                        new Backtest.Standing("high", 9, Proportion.of(9, 9)));
    }

    @Test
    void a_class_that_is_the_grade_itself_differs_by_nothing() {
        List<List<Row>> rows = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            boolean bad = random.nextBoolean();
            Afterwards afterwards = random.nextInt(3) == 0 ? Afterwards.FOUND : Afterwards.CLEAN;
            add(rows, 1, row(DAY, bad ? "B" : "A", bad ? 20 : 1, bad ? "high" : "low", afterwards));
        }

        assertThat(Objects.requireNonNull(backtest(rows).beside()).differences())
                .allSatisfy(one -> assertThat(one.difference()).isEqualByComparingTo("0"));
    }

    /** The difference of two independent rankings has the variance of both areas together. */
    @Test
    void the_interval_of_the_difference_covers_it_about_ninety_five_times_in_a_hundred() {
        int runs = 400;
        int covered = 0;
        Random random = new Random(6);
        for (int run = 0; run < runs; run++) {
            List<List<Row>> rows = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                boolean found = i % 3 == 0;
                int shared = (int) (1e4 * random.nextGaussian());
                boolean high = shared + 1e4 * random.nextGaussian() + (found ? 1e4 : 0) > 0;
                boolean worse = shared + 1e4 * random.nextGaussian() + (found ? 1e4 : 0) > 0;
                add(
                        rows,
                        1,
                        row(
                                DAY,
                                worse ? "B" : "A",
                                -1,
                                high ? "high" : "low",
                                found ? Afterwards.FOUND : Afterwards.CLEAN));
            }
            Difference difference = Objects.requireNonNull(backtest(rows).beside())
                    .differences()
                    .getFirst();
            covered += Objects.requireNonNull(difference.lower()).signum() <= 0
                            && Objects.requireNonNull(difference.upper()).signum() >= 0
                    ? 1
                    : 0;
        }
        assertThat(covered / (double) runs).isBetween(0.92, 0.98);
    }

    @Test
    void parts_that_are_counted_apart_and_added_up_are_the_whole() {
        Random random = new Random(9);
        List<List<Row>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            List<Row> ofOne = new ArrayList<>();
            for (LocalDate day : List.of(DAY, LATER)) {
                ofOne.add(row(
                        day,
                        ORDER.grades().get(random.nextInt(3)),
                        random.nextInt(40),
                        ORDER.classes().get(random.nextInt(2)),
                        random.nextBoolean()
                                ? Afterwards.UNSEEN
                                : random.nextBoolean() ? Afterwards.FOUND : Afterwards.CLEAN));
            }
            rows.add(ofOne);
        }
        BacktestTally whole = new BacktestTally(ORDER);
        for (int from = 0; from < 500; from += 90) {
            BacktestTally part = new BacktestTally(ORDER);
            rows.subList(from, Math.min(500, from + 90)).forEach(part::count);
            whole.add(part);
        }

        assertThat(whole.backtest(List.of(DAY, LATER), LocalDate.parse("2013-06-30"), Outcomes.FAILED))
                .isEqualTo(backtest(rows));
    }

    /** Wilson's interval by his formula, worked out by hand with z = 1.959964. */
    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({
        // (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), z² = 3.841459
        "0, 10, 0.0000, 0.2775", // 3.841459 ÷ 13.841459
        "10, 10, 0.7225, 1.0000",
        "5, 10, 0.2366, 0.7634", // (0.5 + 0.192073 ± 1.959964·0.185993) ÷ 1.384146
        "50, 100, 0.4038, 0.5962" // (0.519207 ± 1.959964·0.0509149) ÷ 1.038415
    })
    void a_rate_has_wilsons_interval(long hits, long cases, String lower, String upper) {
        Proportion rate = Proportion.of(hits, cases);

        assertThat(Objects.requireNonNull(rate.lower()).doubleValue())
                .isCloseTo(Double.parseDouble(lower), within(6e-5));
        assertThat(Objects.requireNonNull(rate.upper()).doubleValue())
                .isCloseTo(Double.parseDouble(upper), within(6e-5));
    }
}

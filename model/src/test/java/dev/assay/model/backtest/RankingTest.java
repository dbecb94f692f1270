package dev.assay.model.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.grading.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The area under the curve and its interval against what their papers define, and against chance. */
class RankingTest {

    private static final LocalDate DAY = LocalDate.parse("2012-01-01");

    /** A row of a test: its score, and whether something was found. */
    private record Scored(int score, boolean found) {}

    private static Row row(Scored scored) {
        return new Row(
                DAY,
                "A",
                BigDecimal.valueOf(scored.score()),
                null,
                scored.found() ? Afterwards.FOUND : Afterwards.CLEAN);
    }

    private static Ranking ranking(Direction direction, List<List<Scored>> businesses) {
        RiskOrder order = new RiskOrder(List.of("A"), direction, List.of());
        BacktestTally tally = new BacktestTally(order);
        businesses.forEach(
                rows -> tally.count(rows.stream().map(RankingTest::row).toList()));
        return Objects.requireNonNull(
                tally.backtest(List.of(DAY), DAY, Outcomes.FAILED).score());
    }

    private static Ranking ranking(List<Scored> rows) {
        return ranking(Direction.HIGHER_IS_WORSE, rows.stream().map(List::of).toList());
    }

    private static double area(Ranking ranking) {
        return Objects.requireNonNull(ranking.area().area()).doubleValue();
    }

    private static double error(Ranking ranking) {
        return Objects.requireNonNull(ranking.area().standardError()).doubleValue();
    }

    /** Few scores, so that there are many ties. */
    private static List<Scored> random(Random random, int size) {
        List<Scored> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean found = i < 2 || (i > 3 && random.nextInt(3) == 0);
            rows.add(new Scored(random.nextInt(7) + (found ? random.nextInt(3) : 0), found));
        }
        return rows;
    }

    /** Every pair of a row with a finding and a clean one: 1 if the first is riskier, a half for a tie. */
    private static double byPairs(List<Scored> rows) {
        double wins = 0;
        long pairs = 0;
        for (Scored found : rows) {
            for (Scored clean : rows) {
                if (found.found() && !clean.found()) {
                    wins += (Integer.signum(Integer.compare(found.score(), clean.score())) + 1) / 2.0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    /** DeLong's variance as the paper writes it: the sample variances of the structural components. */
    private static double errorByComponents(List<Scored> rows) {
        return Math.sqrt(componentVariance(rows, true) + componentVariance(rows, false));
    }

    private static double componentVariance(List<Scored> rows, boolean ofFound) {
        List<Double> components = new ArrayList<>();
        for (Scored one : rows.stream().filter(row -> row.found() == ofFound).toList()) {
            components.add(byPairs(Stream.concat(Stream.of(one), rows.stream().filter(row -> row.found() != ofFound))
                    .toList()));
        }
        double mean =
                components.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = components.stream()
                .mapToDouble(one -> (one - mean) * (one - mean))
                .sum();
        return squares / (components.size() - 1) / components.size();
    }

    @RepeatedTest(40)
    void area_and_error_are_those_of_all_pairs_with_ties(RepetitionInfo repetition) {
        List<Scored> rows =
                random(new Random(repetition.getCurrentRepetition()), 12 + repetition.getCurrentRepetition());

        Ranking ranking = ranking(rows);

        assertThat(area(ranking)).isCloseTo(byPairs(rows), within(5e-5));
        assertThat(error(ranking)).isCloseTo(errorByComponents(rows), within(5e-5));
    }

    @RepeatedTest(20)
    void a_scale_that_keeps_the_order_changes_nothing_and_one_that_turns_it_gives_the_complement(
            RepetitionInfo repetition) {
        List<Scored> rows = random(new Random(100 + repetition.getCurrentRepetition()), 60);
        UnaryOperator<Scored> cubed = row -> new Scored(row.score() * row.score() * row.score() - 1000, row.found());

        Ranking ranking = ranking(rows);

        assertThat(ranking(rows.stream().map(cubed).toList())).isEqualTo(ranking);
        Ranking turned =
                ranking(Direction.HIGHER_IS_BETTER, rows.stream().map(List::of).toList());
        assertThat(area(turned)).isCloseTo(1 - area(ranking), within(1e-9));
        assertThat(error(turned)).isEqualTo(error(ranking));
    }

    /** A normal score of clean rows around 0 and of the others around 1, whose true area is Φ(1 ÷ √2). */
    @Test
    void the_interval_covers_the_true_area_about_ninety_five_times_in_a_hundred() {
        int runs = 600;
        double truth = 0.760250;
        Random random = new Random(4);
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            List<Scored> rows = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                boolean found = i % 3 == 0;
                rows.add(new Scored((int) Math.round(1e5 * (random.nextGaussian() + (found ? 1 : 0))), found));
            }
            covered += covers(ranking(rows), truth) ? 1 : 0;
        }
        assertThat(covered / (double) runs).isBetween(0.92, 0.98);
    }

    private static boolean covers(Ranking ranking, double truth) {
        return Objects.requireNonNull(ranking.area().lower()).doubleValue() <= truth
                && truth <= Objects.requireNonNull(ranking.area().upper()).doubleValue();
    }

    /** Each business stands six times with nearly the same score: six times the rows are not six times the knowledge. */
    @Test
    void the_interval_also_covers_where_businesses_are_graded_on_several_days() {
        int runs = 400;
        double truth = 0.760250;
        Random random = new Random(5);
        int covered = 0;
        int naive = 0;
        for (int run = 0; run < runs; run++) {
            List<List<Scored>> businesses = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                boolean found = i % 3 == 0;
                int score = (int) Math.round(1e5 * (random.nextGaussian() + (found ? 1 : 0)));
                businesses.add(List.of(
                        new Scored(score, found),
                        new Scored(score + 1, found),
                        new Scored(score + 2, found),
                        new Scored(score + 3, found),
                        new Scored(score + 4, found),
                        new Scored(score + 5, found)));
            }
            covered += covers(ranking(Direction.HIGHER_IS_WORSE, businesses), truth) ? 1 : 0;
            naive += covers(ranking(businesses.stream().flatMap(List::stream).toList()), truth) ? 1 : 0;
        }
        assertThat(covered / (double) runs).isBetween(0.91, 0.98);
        assertThat(naive / (double) runs).isLessThan(0.7);
    }

    @Test
    void a_perfect_ranking_has_an_area_of_one_and_no_interval() {
        Ranking ranking =
                ranking(List.of(new Scored(1, false), new Scored(2, false), new Scored(3, true), new Scored(4, true)));

        assertThat(ranking.area().area()).isEqualByComparingTo("1");
        assertThat(ranking.area().lower()).isNull();
    }

    @Test
    void without_a_finding_there_is_no_area_and_no_lift() {
        Ranking ranking = ranking(List.of(new Scored(1, false), new Scored(2, false)));

        assertThat(ranking.area().area()).isNull();
        assertThat(ranking.lifts()).isEmpty();
    }

    /** Ten rows, the riskiest two tie: one of the two has a finding, so the top tenth has half of it. Three findings in all. */
    @Test
    void a_rank_that_the_share_cuts_counts_in_part() {
        List<Scored> rows = new ArrayList<>(List.of(new Scored(9, true), new Scored(9, false), new Scored(8, true)));
        for (int i = 0; i < 6; i++) {
            rows.add(new Scored(i, false));
        }
        rows.add(new Scored(-1, true));

        List<Lift> lifts = ranking(rows).lifts();

        assertThat(lifts).extracting(Lift::percent).containsExactly(10, 20, 30);
        // 0.5 ÷ 3, 1 ÷ 3, 2 ÷ 3 of the findings.
        assertThat(lifts)
                .extracting(Lift::found)
                .map(BigDecimal::toString)
                .containsExactly("0.1667", "0.3333", "0.6667");
        assertThat(lifts).extracting(Lift::lift).map(BigDecimal::toString).containsExactly("1.67", "1.67", "2.22");
    }

    @Test
    void a_ranking_that_knows_nothing_lifts_nothing() {
        Random random = new Random(8);
        List<Scored> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(new Scored(random.nextInt(1000), random.nextInt(5) == 0));
        }

        Ranking ranking = ranking(rows);

        assertThat(area(ranking)).isCloseTo(0.5, within(0.02));
        assertThat(ranking.lifts())
                .allSatisfy(lift -> assertThat(lift.lift().doubleValue()).isCloseTo(1, within(0.15)));
    }
}

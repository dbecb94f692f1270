package dev.assay.model.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.business.Sector;
import dev.assay.core.grading.Direction;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.model.backtest.Afterwards;
import dev.assay.model.backtest.RiskOrder;
import dev.assay.model.backtest.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayingTest {

    private static final List<Period> YEAR =
            Period.between(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"), 12);
    private static final List<Period> TWO_YEARS =
            Period.between(LocalDate.parse("2020-01-01"), LocalDate.parse("2021-12-31"), 12);
    private static final RiskOrder ORDER =
            new RiskOrder(List.of("A", "B", "C"), Direction.HIGHER_IS_WORSE, List.of("1", "2", "3"));

    private static Planned planned(
            int period, int business, String grade, @Nullable Integer score, double foretold, String least, int day) {
        Identity identity = new Identity("local", "B" + business);
        Period of = TWO_YEARS.get(period);
        return new Planned(
                period,
                new Subject(identity, identity, Sector.CATERING),
                new Row(
                        of.eve(),
                        grade,
                        score == null ? null : BigDecimal.valueOf(score),
                        least,
                        day < 0 ? Afterwards.UNSEEN : Afterwards.CLEAN),
                foretold,
                day < 0 ? null : of.from().plusDays(day),
                day < 0 ? 0 : 1);
    }

    private static Planned found(Planned one) {
        Row row = one.row();
        return new Planned(
                one.period(),
                one.subject(),
                new Row(row.day(), row.standing(), row.score(), row.authorityClass(), Afterwards.FOUND),
                one.foretold(),
                one.visited(),
                one.visits());
    }

    /** Twenty businesses; faults at the four of the highest score, which were visited last. */
    private static List<Planned> twenty() {
        List<Planned> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Planned one = planned(0, i, i < 10 ? "A" : "B", i, 0.5, i < 10 ? "1" : "2", 10 * i);
            rows.add(i >= 16 ? found(one) : one);
        }
        return rows;
    }

    private static Replay.Plan plan(Replay replay, PlanBy by) {
        return replay.plans().stream()
                .filter(plan -> plan.by() == by)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}: {1}, {2} and {3} of 100 visits find something")
    @CsvSource({
        // Of 2, 5 and 10 visits; four of twenty businesses have a fault.
        "UNIFORM,   20, 20, 20", // whatever is visited, 4 of 20
        "AS_IT_WAS, 0, 0, 0", // they were visited last
        "GRADE,     40, 40, 40", // all four are among the ten of grade B, in no order
        "SCORE,     100, 80, 40", // 2 of 2, 4 of 5, 4 of 10
        "PREDICTION, 20, 20, 20", // it says the same of all
        "AUTHORITY, 40, 40, 40", // classes follow the grades here
    })
    void what_each_plan_finds_can_be_counted_by_hand(PlanBy by, double tenth, double quarter, double half) {
        Replay replay = Replaying.replay(YEAR, twenty(), ORDER, 50, 1);

        assertThat(plan(replay, by).reaches())
                .extracting(reach -> Math.round(1e6 * reach.perVisit().value()))
                .containsExactly(Math.round(1e4 * tenth), Math.round(1e4 * quarter), Math.round(1e4 * half));
        assertThat(plan(replay, by).reaches()).extracting(Replay.Reach::visits).containsExactly(2.0, 5.0, 10.0);
        assertThat(replay.visited()).isEqualTo(20);
        assertThat(replay.found()).isEqualTo(4);
    }

    @Test
    void days_earlier_are_those_of_the_same_visits_in_the_order_of_the_plan() {
        Replay replay = Replaying.replay(YEAR, twenty(), ORDER, 50, 1);

        // By score the visit of day 190 would have been made on day 0, that of 180 on 10, 170 on 20, 160 on 30.
        assertThat(plan(replay, PlanBy.SCORE).earlier().days().value())
                .isCloseTo(((190 - 0) + (180 - 10) + (170 - 20) + (160 - 30)) / 4.0, within(1e-9));
        assertThat(plan(replay, PlanBy.AS_IT_WAS).earlier().days().value()).isZero();
    }

    @Test
    void subjects_that_nobody_visited_count_by_grade_and_in_no_plan() {
        List<Planned> rows = new ArrayList<>(twenty());
        rows.add(planned(0, 90, "C", 99, 0.9, "3", -1));

        Replay replay = Replaying.replay(YEAR, rows, ORDER, 50, 1);

        assertThat(replay.grades())
                .extracting(one -> one.name() + " " + one.subjects() + " " + one.visited() + " " + one.found())
                .containsExactly("A 10 10 0", "B 10 10 4", "C 1 0 0");
        assertThat(replay.grades().getLast().perVisit().told()).isFalse();
        assertThat(plan(replay, PlanBy.SCORE).reaches().getFirst().perVisit().value())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void a_year_is_planned_for_itself() {
        // The second year's scores lie above all of the first; were they ranked together, the first year would wait.
        List<Planned> rows = new ArrayList<>(twenty());
        for (int i = 0; i < 20; i++) {
            Planned one = planned(1, i, "B", 100 + i, 0.5, "1", i);
            rows.add(i >= 18 ? found(one) : one);
        }

        Replay replay = Replaying.replay(TWO_YEARS, rows, ORDER, 50, 1);

        // The first tenth: two visits of the first year and two of the second, all with a fault.
        assertThat(plan(replay, PlanBy.SCORE).reaches().getFirst().found()).isCloseTo(4, within(1e-9));
    }

    @Test
    void nothing_to_tell_apart_is_refused_with_the_count() {
        List<Planned> clean = twenty().subList(0, 10);

        assertThatThrownBy(() -> Replaying.replay(YEAR, clean, ORDER, 50, 1))
                .hasMessageContaining("Of 10 visits from 2020-01-01 to 2020-12-31 0 found something");
    }

    /** Businesses whose faults depend on a risk that the score knows in part; priorities of predictions are lots. */
    private static List<Planned> drawn(long seed, boolean scoreKnows) {
        Random random = new Random(seed);
        List<Planned> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double risk = random.nextDouble();
            int score = (int) (10 * (scoreKnows ? risk : random.nextDouble()));
            String grade = List.of("A", "B", "C").get(Math.min(2, score / 4));
            Planned one = planned(
                    0,
                    i / 2,
                    grade,
                    score,
                    random.nextDouble(),
                    String.valueOf(1 + random.nextInt(3)),
                    random.nextInt(360));
            rows.add(random.nextDouble() < 0.4 * risk ? found(one) : one);
        }
        return rows;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void uniform_finds_the_rate_of_all_and_no_order_of_rows_matters(long seed) {
        List<Planned> rows = drawn(seed, true);
        List<Planned> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        Replay replay = Replaying.replay(YEAR, rows, ORDER, 20, seed);
        Replay again = Replaying.replay(YEAR, shuffled, ORDER, 20, seed);

        double rate = (double) replay.found() / replay.visited();
        assertThat(plan(replay, PlanBy.UNIFORM).reaches())
                .allMatch(reach -> Math.abs(reach.perVisit().value() - rate) < 1e-9);
        for (PlanBy by : PlanBy.values()) {
            for (int c = 0; c < Replaying.CAPACITIES.size(); c++) {
                assertThat(plan(again, by).reaches().get(c).found())
                        .isCloseTo(plan(replay, by).reaches().get(c).found(), within(1e-6));
            }
        }
        // Half of the visits are 200, enough for the score to show what it knows.
        assertThat(plan(replay, PlanBy.SCORE).reaches().getLast().gain().lower())
                .isPositive();
    }

    @Test
    void the_interval_of_a_plan_that_knows_nothing_holds_zero_about_nineteen_times_of_twenty() {
        int held = 0;
        int worlds = 200;
        for (int world = 0; world < worlds; world++) {
            Replay replay = Replaying.replay(YEAR, drawn(1000 + world, false), ORDER, 200, world);
            Replay.Reach half = plan(replay, PlanBy.SCORE).reaches().getLast();
            held += half.gain().lower() <= 0 && half.gain().upper() >= 0 ? 1 : 0;
        }

        // 95 % of 200 is 190, with a standard deviation of 3.1; percentiles of 200 draws are a little narrow.
        assertThat(held).isBetween(178, 199);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void as_many_visits_are_dealt_out_as_the_authority_asks_for(long seed) {
        List<Planned> rows = drawn(seed, true);

        List<Replay.LeastVisits> beside =
                Replaying.replay(YEAR, rows, ORDER, 20, seed).beside();

        assertThat(beside).extracting(Replay.LeastVisits::by).containsExactly(PlanBy.SCORE, PlanBy.PREDICTION);
        for (Replay.LeastVisits one : beside) {
            double asked = 0;
            double dealt = 0;
            double subjects = 0;
            for (Replay.Line line : one.tenths()) {
                asked += line.subjects() * line.least();
                dealt += line.subjects() * line.dealt();
                subjects += line.subjects();
                assertThat(line.share().stream().mapToDouble(x -> x).sum()).isCloseTo(1, within(1e-9));
                assertThat(line.subjects()).isCloseTo(40, within(1e-9));
            }
            assertThat(subjects).isCloseTo(400, within(1e-6));
            assertThat(dealt).isCloseTo(asked, within(1e-6));
            assertThat(one.tenths().getFirst().dealt())
                    .isGreaterThan(one.tenths().getLast().dealt());
        }
    }

    @Test
    void an_authority_that_goes_by_the_score_correlates_wholly_and_the_tenths_are_its_classes() {
        List<Planned> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Planned one = planned(0, i, "A", i / 10, 0.5, String.valueOf(1 + i / 10), i);
            rows.add(i == 29 ? found(one) : one);
        }

        Replay.LeastVisits beside =
                Replaying.replay(YEAR, rows, ORDER, 20, 1).beside().getFirst();

        assertThat(beside.correlation().value()).isCloseTo(1, within(1e-12));
        assertThat(beside.tenths().getFirst().least()).isCloseTo(3, within(1e-9));
        assertThat(beside.tenths().getFirst().dealt()).isCloseTo(3, within(1e-9));
        // The fourth tenth lies in the middle of the second class, from place 9 to 12 of 30: one of the first, two of
        // the second.
        assertThat(beside.tenths().get(3).least()).isCloseTo((3 * 1 + 2 * 2) / 3.0, within(1e-9));
    }

    @Test
    void classes_that_are_no_numbers_are_beside_nothing() {
        RiskOrder letters = new RiskOrder(List.of("A", "B"), Direction.HIGHER_IS_WORSE, List.of("A", "B"));

        assertThat(Replaying.replay(YEAR, twenty(), letters, 20, 1).beside()).isEmpty();
    }

    @Test
    void the_rank_correlation_is_that_of_the_books() {
        // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4; both means 2.5.
        double[] first = {1, 5, 5, 9};
        double[] second = {10, 30, 20, 40};
        double both = 1.5 * 1.5 + 0 * 0.5 + 0 * -0.5 + 1.5 * 1.5;
        double expected = both / Math.sqrt((1.5 * 1.5 + 1.5 * 1.5) * (1.5 * 1.5 + 0.5 * 0.5 + 0.5 * 0.5 + 1.5 * 1.5));

        assertThat(new RankCorrelation(first, second).of(new int[] {1, 1, 1, 1}))
                .isCloseTo(expected, within(1e-12));
        // A row that counts twice is two rows.
        assertThat(new RankCorrelation(first, second).of(new int[] {2, 1, 0, 1}))
                .isCloseTo(
                        new RankCorrelation(new double[] {1, 1, 5, 9}, new double[] {10, 10, 30, 40})
                                .of(new int[] {1, 1, 1, 1}),
                        within(1e-12));
        assertThat(new RankCorrelation(new double[] {1, 1}, new double[] {1, 2}).of(new int[] {1, 1}))
                .isNaN();
    }

    @ParameterizedTest(name = "{0} to {1} every {2} months: {3}")
    @CsvSource({
        "2020-01-01, 2020-12-31, 12, 2020-01-01..2020-12-31",
        "2020-01-01, 2021-01-01, 12, 2020-01-01..2020-12-31 2021-01-01..2021-01-01", // a day of a second year
        "2020-01-31, 2020-04-29, 1, 2020-01-31..2020-02-28 2020-02-29..2020-03-30 2020-03-31..2020-04-29", // ends of
        // months
        "2020-05-05, 2020-05-05, 1, 2020-05-05..2020-05-05",
    })
    void periods_follow_one_another_without_a_gap(LocalDate from, LocalDate to, int months, String expected) {
        assertThat(Period.between(from, to, months).stream()
                        .map(one -> one.from() + ".." + one.to())
                        .toList())
                .isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void days_that_are_swapped_are_refused() {
        assertThatThrownBy(() -> Period.between(LocalDate.parse("2020-02-01"), LocalDate.parse("2020-01-01"), 12))
                .hasMessageContaining("swapped");
    }
}

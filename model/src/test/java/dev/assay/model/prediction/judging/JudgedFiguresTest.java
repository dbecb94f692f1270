package dev.assay.model.prediction.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.backtest.Gain;
import dev.assay.model.backtest.RankedRows;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Areas, calibration, burden and drift on inspections of which is known how they came about. */
class JudgedFiguresTest {

    private static double pairs(double[] scores, boolean[] found) {
        double above = 0;
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (found[i] && !found[j]) {
                    all++;
                    above += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return above / all;
    }

    @Test
    void the_area_is_the_share_of_pairs_in_the_right_order_and_both_intervals_are_alike() {
        Rows rows = Rows.of(Planted.rows(1500, 1, 4));
        RiskOrdering order = RiskOrdering.of(rows.scores(Ranker.HISTORY));

        Interval bootstrap = Discrimination.bootstrap(order, rows.found(), rows.businesses(), 2000, 1);
        Interval deLong = Interval.of(RankedRows.area(order.ranks(), rows.found(), rows.businesses()));

        assertThat(bootstrap.value()).isCloseTo(pairs(rows.scores(Ranker.HISTORY), rows.found()), within(1e-9));
        assertThat(deLong.value()).isCloseTo(bootstrap.value(), within(1e-4));
        assertThat(bootstrap.lower()).isCloseTo(deLong.lower(), within(0.006));
        assertThat(bootstrap.upper()).isCloseTo(deLong.upper(), within(0.006));
    }

    @Test
    void a_ranking_has_no_gain_over_itself_and_one_over_chance() {
        Rows rows = Rows.of(Planted.rows(1500, 1, 4));
        int[] model = RiskOrdering.of(rows.scores(Ranker.MODEL)).ranks();
        int[] random = RiskOrdering.of(rows.scores(Ranker.RANDOM)).ranks();

        Gain none = RankedRows.gain(model, model, rows.found(), rows.businesses());
        Gain some = RankedRows.gain(model, random, rows.found(), rows.businesses());

        assertThat(none.difference()).isEqualByComparingTo("0");
        assertThat(none.lower()).isNull();
        assertThat(some.lower()).isPositive();
    }

    @Test
    void of_ties_that_a_capacity_cuts_their_part_counts() {
        RiskOrdering order = RiskOrdering.of(new double[] {3, 1, 1, 1, 1, Double.NaN});
        boolean[] found = {true, true, false, false, true, false};

        // The first one, then 2 of the 4 ties with half of their 2 faults. Who has no score stands at the mean, 1.4.
        assertThat(order.among(1, found)).isEqualTo(1);
        assertThat(order.among(2, found)).isEqualTo(1);
        assertThat(order.among(4, found)).isEqualTo(1 + 2 * 2 / 4.0);
        assertThat(order.without()).isEqualTo(1);
    }

    private static Calibration calibration(double stretch, double shift, int rows) {
        Random random = new Random(9);
        double[] said = new double[rows];
        boolean[] found = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            double odds = -2 + random.nextGaussian();
            found[i] = random.nextDouble() < Planted.logistic(odds);
            said[i] = Planted.logistic(odds * stretch + shift);
        }
        return Calibration.of(said, found);
    }

    @Test
    void true_probabilities_have_slope_one_and_intercept_nought() {
        Calibration calibration = calibration(1, 0, 40_000);

        assertThat(calibration.slope().value()).isCloseTo(1, within(0.05));
        assertThat(calibration.intercept().value()).isCloseTo(0, within(0.05));
        assertThat(calibration.brier()).isLessThan(calibration.brierOfRate());
        assertThat(calibration.bins())
                .hasSize(10)
                .allSatisfy(bin -> assertThat(bin.foretold())
                        .isBetween(bin.observed().lower() - 0.01, bin.observed().upper() + 0.01));
    }

    @Test
    void probabilities_too_far_apart_have_a_slope_below_one_and_too_high_ones_an_intercept_below_nought() {
        // log-odds doubled around −2: said = 2·odds + 2, so the true ones are half of it.
        Calibration stretched = calibration(2, 2, 40_000);
        assertThat(stretched.slope().upper()).isLessThan(1);
        assertThat(stretched.slope().value()).isCloseTo(0.5, within(0.03));

        Calibration high = calibration(1, 0.7, 40_000);
        assertThat(high.intercept().value()).isCloseTo(-0.7, within(0.05));
        assertThat(high.slope().value()).isCloseTo(1, within(0.05));
    }

    @Test
    void a_prediction_that_is_always_the_same_has_no_slope() {
        Calibration flat = Calibration.of(new double[] {0.2, 0.2, 0.2, 0.2}, new boolean[] {true, false, false, false});

        assertThat(flat.slope().told()).isFalse();
        assertThat(flat.bins())
                .singleElement()
                .satisfies(bin -> assertThat(bin.found()).isEqualTo(1));
    }

    @Test
    void a_district_whose_risk_is_said_too_high_raises_an_alarm_and_alike_ones_do_not() {
        List<JudgedRow> alike = Planted.rows(2000, 1, 6);
        List<JudgedRow> unfair = alike.stream()
                .map(row -> "West".equals(row.observation().strata().get("district"))
                        ? new JudgedRow(
                                row.observation(),
                                Math.min(1, row.probability() * 1.6),
                                row.rules(),
                                row.history(),
                                row.inspector(),
                                row.told(),
                                row.random())
                        : row)
                .toList();

        assertThat(alarms(alike)).isEmpty();
        assertThat(alarms(unfair)).contains("West");
    }

    private static List<String> alarms(List<JudgedRow> rows) {
        return BurdenCount.of(Rows.of(rows), Planted.window().strata(), rows.size() / 4).strata().stream()
                .flatMap(stratum -> stratum.groups().stream())
                .filter(Burden.Group::unequalFalseAlarms)
                .map(Burden.Group::name)
                .toList();
    }

    @Test
    void false_alarms_and_missed_faults_add_up_to_the_visits_at_capacity() {
        List<JudgedRow> rows = Planted.rows(1200, 1, 8);
        Burden burden = BurdenCount.of(Rows.of(rows), Planted.window().strata(), 300);

        for (Burden.Stratum stratum : burden.strata()) {
            double visits = stratum.groups().stream()
                    .mapToDouble(group -> (group.inspections() - group.found())
                                    * group.falseAlarms().value()
                            + group.found() * (1 - orNought(group.missed().value())))
                    .sum();
            // Shares have four places.
            assertThat(visits).isCloseTo(300, within(0.5));
        }
    }

    private static double orNought(double share) {
        return Double.isNaN(share) ? 0 : share;
    }

    @Test
    void a_feature_counts_by_its_mean_absolute_contribution() {
        List<FeatureValues> rows = values(new Random(2), 50, 0);
        TrainingFacts facts = TrainingFacts.of(
                new Sample(Planted.FROM, Planted.TO, 50, 5, 50, 0),
                Planted.FEATURES,
                new Said(),
                rows,
                List.of(),
                List.of());

        double mean = rows.stream()
                .mapToDouble(row -> Math.abs(row.numbers()[0] - 1))
                .average()
                .orElseThrow();
        assertThat(facts.features().get(0).importance()).isCloseTo(mean, within(1e-9));
        assertThat(facts.features().get(1).importance()).isZero();
        assertThat(facts.reference().score().rows()).isEqualTo(50);
    }

    /** A prediction by the first feature alone. */
    private static final class Said implements Predictor {
        @Override
        public double probability(FeatureValues values) {
            return Planted.logistic(logOdds(values));
        }

        @Override
        public List<Contribution> contributions(FeatureValues values) {
            return List.of(
                    new Contribution("past", "", logOdds(values) - averageLogOdds()),
                    new Contribution("since", "", 0),
                    new Contribution("kind", "", 0));
        }

        @Override
        public double logOdds(FeatureValues values) {
            return values.numbers()[0];
        }

        @Override
        public double averageLogOdds() {
            return 1;
        }
    }

    private static List<FeatureValues> values(Random random, int rows, double risk) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Planted.values(random, risk + random.nextGaussian()))
                .toList();
    }

    @Test
    void of_one_population_the_index_exceeds_its_threshold_once_in_twenty_times() {
        Random random = new Random(12);
        List<FeatureValues> training = values(random, 4000, 0);
        Reference reference =
                Reference.of(Planted.FEATURES, training, random.doubles(4000).toArray());
        int beyond = 0;
        int alarms = 0;
        int trials = 400;
        for (int k = 0; k < trials; k++) {
            Drift drift = Drift.between(
                    reference, values(random, 500, 0), random.doubles(500).toArray());
            beyond += drift.score().index() > drift.score().critical() ? 1 : 0;
            alarms += drift.alarms().isEmpty() ? 0 : 1;
        }
        // 5 % of 400 are 20, with a standard deviation of 4.4.
        assertThat(beyond).isBetween(8, 34);
        assertThat(alarms).isLessThanOrEqualTo(2);
    }

    @Test
    void a_shifted_feature_raises_an_alarm_and_a_trifle_in_many_rows_does_not() {
        Random random = new Random(13);
        Reference reference = Reference.of(
                Planted.FEATURES,
                values(random, 20_000, 0),
                random.doubles(20_000).toArray());

        Drift shifted = Drift.between(
                reference, values(random, 800, 1.2), random.doubles(800).toArray());
        Drift trifle = Drift.between(
                reference, values(random, 20_000, 0.1), random.doubles(20_000).toArray());

        assertThat(shifted.alarms()).extracting(Drift.Shift::id).containsExactly("past");
        assertThat(trifle.features().getFirst().byChance()).isLessThan(0.05);
        assertThat(trifle.alarms()).isEmpty();
    }

    @Test
    void how_training_was_spread_can_be_kept_as_json() {
        Reference reference = Reference.of(
                Planted.FEATURES,
                values(new Random(3), 300, 0),
                new Random(3).doubles(300).toArray());

        String json = JsonMapper.shared().writeValueAsString(reference);
        assertThat(JsonMapper.shared().readValue(json, Reference.class)).isEqualTo(reference);
    }

    @Test
    void what_is_missing_and_what_is_new_have_bins_of_their_own() {
        List<FeatureValues> rows = new ArrayList<>(values(new Random(1), 10, 0));
        Reference reference = Reference.of(Planted.FEATURES, rows, new double[10]);
        Reference now = reference.recounted(
                List.of(new FeatureValues(
                        new double[] {Double.NaN, Double.NaN, Double.NaN}, new String[] {"", "", "food truck"})),
                new double[] {0.4});

        assertThat(now.features().get(0).missing()).isEqualTo(1);
        List<Long> kinds = now.features().get(2).counts();
        assertThat(kinds.get(kinds.size() - 2)).isEqualTo(1);
    }
}

package dev.assay.model.prediction.learning;

import dev.assay.core.identity.Identity;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Learning.Calibration;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Inspections whose truth is known: the log-odds are -1.5, plus 0.9 for each past fault (0 to 3), plus 1 at a kiosk, plus 0.6 where the
 * area has nothing to read, plus the inspector's own strictness. The noise says nothing.
 *
 * @param strict how much oftener the inspector "ann" finds, in log-odds; "bob" finds so much less often
 * @param sorted whether ann goes to the businesses with faults rather than to the others
 */
record PlantedWorld(double strict, boolean sorted) {

    static final LocalDate UNTIL = LocalDate.of(2014, 9, 1);
    static final List<Feature> FEATURES =
            List.of(number("faults"), number("area"), number("noise"), feature("kind", Feature.Type.TEXT));
    static final Learner CARD = new Learner.Scorecard(5, 0.02, 0.002);
    static final Learner BOOSTED = new Learner.BoostedTrees(40, 3, 20, 0.1, 0.7);
    static final Learner FOREST = new Learner.RandomForest(30, 6, 20);

    private static final String[] KINDS = {"kiosk", "restaurant", "school"};

    static Learning learning(Learner... learners) {
        return new Learning(7, 3, 60, List.of(learners), Calibration.ISOTONIC, 0.001);
    }

    private static Feature number(String id) {
        return feature(id, Feature.Type.NUMBER);
    }

    private static Feature feature(String id, Feature.Type type) {
        return new Feature(id, Bilingual.of(id, id), type, id + " as of the day before");
    }

    List<Observation> rows(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Observation> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FeatureValues values = values(random);
            boolean ann = random.nextDouble() < (sorted ? (values.numbers()[0] > 1 ? 0.9 : 0.2) : 0.5);
            double p = probability(values, ann ? strict : -strict);
            rows.add(new Observation(
                    Identity.parse("shop:" + random.nextInt(count / 3)),
                    "f" + i,
                    UNTIL.minusDays(random.nextInt(720)),
                    values,
                    random.nextDouble() < p,
                    random.nextInt(20) == 0 ? null : ann ? "ann" : "bob",
                    Map.of(),
                    null));
        }
        return rows;
    }

    static FeatureValues values(RandomGenerator random) {
        double area = random.nextInt(10) < 3 ? Double.NaN : random.nextGaussian();
        int kind = random.nextInt(20);
        @Nullable
        String[] texts = {null, null, null, kind == 0 ? null : kind == 1 ? "k" + random.nextInt(500) : KINDS[kind % 3]};
        return new FeatureValues(new double[] {random.nextInt(4), area, random.nextGaussian(), Double.NaN}, texts);
    }

    static double probability(FeatureValues values, double strictness) {
        double logOdds = -1.5
                + 0.9 * values.numbers()[0]
                + ("kiosk".equals(values.texts()[3]) ? 1 : 0)
                + (Double.isNaN(values.numbers()[1]) ? 0.6 : 0)
                + strictness;
        return 1 / (1 + Math.exp(-logOdds));
    }
}

package dev.assay.model.prediction.judging;

import dev.assay.core.identity.Identity;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Inspections of which is known how they came about. */
final class Planted {

    static final LocalDate FROM = LocalDate.parse("2014-07-04");
    static final LocalDate TO = LocalDate.parse("2014-09-01");
    private static final int DAYS = 60;

    private static final List<String> DISTRICTS = List.of("North", "South", "West", "Loop");
    private static final List<String> SIZES = List.of("small", "medium", "large");

    static final List<Feature> FEATURES = List.of(
            new Feature("past", Bilingual.of("上次严重问题", "Critical faults last time"), Feature.Type.NUMBER, "past"),
            new Feature("since", Bilingual.of("距上次检查", "Days since the last visit"), Feature.Type.NUMBER, "since"),
            new Feature("kind", Bilingual.of("业态", "Kind of business"), Feature.Type.TEXT, "kind"));

    private Planted() {}

    static Observation observation(
            int number, LocalDate day, boolean found, @Nullable String inspector, Map<String, String> strata) {
        return new Observation(
                new Identity("licence", "B" + number),
                "I" + number,
                day,
                new FeatureValues(
                        new double[] {number % 3, Double.NaN, Double.NaN},
                        new @Nullable String[] {null, null, "restaurant"}),
                found,
                inspector,
                strata,
                null);
    }

    /** Inspections whose faults depend on a business's risk and on who inspects, and a prediction that knows so much of the risk. */
    static List<JudgedRow> rows(int inspections, double knowledge, long seed) {
        Random random = new Random(seed);
        List<JudgedRow> rows = new ArrayList<>();
        for (int i = 0; i < inspections; i++) {
            double risk = random.nextGaussian();
            int inspector = random.nextInt(5);
            double odds = -1.8 + 0.9 * risk + 0.5 * (inspector - 2);
            boolean found = random.nextDouble() < logistic(odds);
            double said = logistic(-1.8 + 0.9 * knowledge * risk);
            Map<String, String> strata = Map.of(
                    "district", DISTRICTS.get(random.nextInt(4)),
                    "size", SIZES.get(Math.min(2, (int) Math.abs(2 * random.nextGaussian()))),
                    "kind", random.nextInt(3) == 0 ? "grocery" : "restaurant");
            Observation observation = new Observation(
                    new Identity("licence", "B" + random.nextInt(inspections)),
                    "I" + i,
                    FROM.plusDays(random.nextInt(DAYS)),
                    values(random, risk),
                    found,
                    "Inspector " + (char) ('A' + inspector),
                    strata,
                    null);
            rows.add(new JudgedRow(
                    observation,
                    said,
                    random.nextInt(4) == 0 ? Double.NaN : Math.rint(risk + random.nextGaussian()),
                    0.3 * risk + random.nextGaussian(),
                    0.1 * inspector,
                    said + 0.1 * inspector,
                    random.nextDouble()));
        }
        return rows;
    }

    static FeatureValues values(Random random, double risk) {
        return new FeatureValues(
                new double[] {
                    Math.max(0, Math.rint(risk + random.nextGaussian())),
                    random.nextInt(5) == 0 ? Double.NaN : random.nextInt(400),
                    Double.NaN
                },
                new @Nullable String[] {null, null, random.nextInt(3) == 0 ? "grocery" : "restaurant"});
    }

    static double logistic(double odds) {
        return 1 / (1 + StrictMath.exp(-odds));
    }

    static About about() {
        return new About(
                "chicago-critical",
                Bilingual.of("芝加哥严重问题", "Critical faults in Chicago"),
                Bilingual.of("下一次例行检查发现严重问题", "the next routine inspection finds a critical fault"),
                Bilingual.of("在同一季度内安排例行检查的先后", "Putting routine inspections of a quarter in order"),
                Bilingual.of("计分卡（逻辑回归）", "Scorecard (logistic regression)"),
                "sha256:0123456789abcdef",
                7);
    }

    static TrainingFacts training(List<JudgedRow> rows) {
        List<FeatureValues> values =
                rows.stream().map(row -> row.observation().values()).toList();
        double[] said = rows.stream().mapToDouble(JudgedRow::probability).toArray();
        return new TrainingFacts(
                new Sample(LocalDate.parse("2011-09-02"), FROM.minusDays(1), rows.size(), 260, 1500, 12),
                List.of(
                        new TrainingFacts.Importance(FEATURES.get(0), 0.31),
                        new TrainingFacts.Importance(FEATURES.get(1), 0.12),
                        new TrainingFacts.Importance(FEATURES.get(2), 0.05)),
                Reference.of(FEATURES, values, said),
                List.of(
                        new Fold("Scorecard", FROM.minusDays(120), FROM.minusDays(61), 1500, 0.64, true),
                        new Fold("Boosted trees", FROM.minusDays(120), FROM.minusDays(61), 1500, 0.65, false)),
                List.of(
                        new Inspectors.Effect("Inspector A", 3000, new Interval(-1.02, -1.2, -0.84)),
                        new Inspectors.Effect("Inspector E", 2900, new Interval(0.98, 0.85, 1.11))));
    }

    static Window window() {
        Map<String, Bilingual> strata = new LinkedHashMap<>();
        strata.put("district", Bilingual.of("地区", "District"));
        strata.put("size", Bilingual.of("规模", "Size"));
        strata.put("kind", Bilingual.of("业态", "Kind of business"));
        return new Window(
                FROM,
                TO,
                14,
                "district",
                strata,
                List.of(
                        new LeftOut(Bilingual.of("复查", "Re-inspections"), 311),
                        new LeftOut(Bilingual.of("投诉检查", "Visits after a complaint"), 204)));
    }

    static List<Bilingual> limits() {
        return List.of(Bilingual.of("不适用于新开业的经营者。", "Not for businesses that opened less than a year ago."));
    }

    static ModelCard card(List<JudgedRow> rows) {
        return Judge.judge(about(), training(rows(3000, 1, 1)), window(), limits(), rows);
    }
}

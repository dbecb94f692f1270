package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;
import dev.assay.model.backtest.RankedRows;
import dev.assay.model.prediction.FeatureValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges a trained prediction on inspections that it was not trained on. */
public final class Judge {

    private static final int RESAMPLES = 2000;

    /** What holds for every such card, beside what the definition says. */
    private static final List<Bilingual> ALWAYS = List.of(
            Bilingual.of(
                    "预测本身不得作出处罚、列入名单或公示决定；它只是评级中的一项指标。",
                    "It never by itself punishes, lists or publishes anyone: it is one indicator among others in a grade."),
            Bilingual.of(
                    "只判断了实际检查过的经营者；从未检查的，没有依据。",
                    "Only businesses that were inspected could be judged; of those that never were, it shows nothing."),
            Bilingual.of(
                    "“提前天数”假定问题在窗口内的任何一天都存在。",
                    "Days earlier take for granted that a fault would have been there on any day of the window."),
            Bilingual.of(
                    "它预示检查会记录什么，而不是食品是否安全；特征不是原因。",
                    "It foretells what an inspection records, not whether food is safe; features are no causes."));

    private Judge() {}

    /**
     * Judges a prediction.
     *
     * @param about what is judged
     * @param training what has to be known of its training
     * @param window the days
     * @param limits for what it is not to be used, beside what holds for every prediction; at least one
     * @param judged the inspections of these days, each with its scores
     * @return the card
     * @throws IllegalArgumentException if an inspection is not of these days or was trained on, or there are none with or none without a
     *     fault
     */
    public static ModelCard judge(
            About about, TrainingFacts training, Window window, List<Bilingual> limits, List<JudgedRow> judged) {
        check(training, window, limits, judged);
        Rows rows = Rows.of(List.copyOf(judged));
        int visits = visits(rows, window);
        Discrimination discrimination = discrimination(rows, visits, window.capacityDays(), about.seed());
        Calibration calibration = Calibration.of(rows.scores(Ranker.MODEL), rows.found());
        List<RankerFigures> rankers = Arrays.stream(Ranker.values())
                .map(by -> figures(by, rows, visits, window.district()))
                .toList();
        Burden burden = BurdenCount.of(rows, window.strata(), visits);
        Inspectors inspectors = InspectorCount.of(rows, training.effects());
        List<FeatureValues> values =
                judged.stream().map(row -> row.observation().values()).toList();
        Reference now = training.reference().recounted(values, rows.scores(Ranker.MODEL));
        Drift stability = Drift.between(training.reference(), now);
        Map<String, Bilingual> titles = training.features().stream()
                .collect(Collectors.toMap(
                        one -> one.feature().id(), one -> one.feature().title()));
        List<Bilingual> all = new ArrayList<>(limits);
        all.addAll(ALWAYS);
        return new ModelCard(
                about,
                Answers.of(discrimination, calibration, rankers, burden, inspectors, stability, titles),
                training.sample(),
                Sample.of(
                        window.from(),
                        window.to(),
                        judged.stream().map(JudgedRow::observation).toList()),
                window.leftOut(),
                features(training, now),
                discrimination,
                calibration,
                rankers,
                burden,
                inspectors,
                stability,
                training.folds(),
                all);
    }

    private static void check(TrainingFacts training, Window window, List<Bilingual> limits, List<JudgedRow> judged) {
        long found = judged.stream().filter(row -> row.observation().found()).count();
        if (found == 0 || found == judged.size()) {
            throw new IllegalArgumentException(
                    "Of %d inspections from %s to %s %d found something, so nothing can be told apart.%nMaybe choose a longer window."
                            .formatted(judged.size(), window.from(), window.to(), found));
        }
        if (limits.isEmpty()) {
            throw new IllegalArgumentException(
                    "The definition names no limits of use.%nMaybe say for what the prediction is not to be used.");
        }
        if (!training.sample().to().isBefore(window.from())) {
            throw new IllegalArgumentException(
                    "The window begins on %s, and there was training until %s.%nMaybe choose a later window, or train until an earlier day."
                            .formatted(window.from(), training.sample().to()));
        }
        for (JudgedRow row : judged) {
            LocalDate day = row.observation().day();
            if (day.isBefore(window.from()) || day.isAfter(window.to())) {
                throw new IllegalArgumentException(
                        "The inspection %s of %s is not of the days from %s to %s.%nMaybe leave it out."
                                .formatted(row.observation().factKey(), day, window.from(), window.to()));
            }
        }
    }

    /** What the inspectors really inspected in the first days. */
    private static int visits(Rows rows, Window window) {
        long end = window.from().plusDays(window.capacityDays()).toEpochDay();
        return (int)
                Math.max(1, Arrays.stream(rows.days()).filter(day -> day < end).count());
    }

    private static Discrimination discrimination(Rows rows, int visits, int days, long seed) {
        RiskOrdering order = RiskOrdering.of(rows.scores(Ranker.MODEL));
        return new Discrimination(
                Discrimination.bootstrap(order, rows.found(), rows.businesses(), RESAMPLES, seed),
                RESAMPLES,
                Interval.of(RankedRows.area(order.ranks(), rows.found(), rows.businesses())),
                Discrimination.roc(order, rows.found()),
                Discrimination.Reach.of(order, rows.found(), rows.size() / 10.0),
                Discrimination.Reach.of(order, rows.found(), visits),
                days,
                Discrimination.gains(order, rows.found()));
    }

    private static RankerFigures figures(Ranker by, Rows rows, int visits, String district) {
        double[] scores = rows.scores(by);
        RiskOrdering order = RiskOrdering.of(scores);
        RiskOrdering model = RiskOrdering.of(rows.scores(Ranker.MODEL));
        if (order.without() == rows.size()) {
            DaysEarlier untold = within(scores, rows, new @Nullable String[rows.size()]);
            return new RankerFigures(
                    by,
                    order.without(),
                    Interval.UNTOLD,
                    Interval.UNTOLD,
                    Double.NaN,
                    Double.NaN,
                    untold,
                    untold,
                    untold);
        }
        return new RankerFigures(
                by,
                order.without(),
                Interval.of(RankedRows.area(order.ranks(), rows.found(), rows.businesses())),
                by == Ranker.MODEL
                        ? Interval.UNTOLD
                        : Interval.of(RankedRows.gain(model.ranks(), order.ranks(), rows.found(), rows.businesses())),
                Discrimination.Reach.of(order, rows.found(), rows.size() / 10.0).lift(),
                Discrimination.Reach.of(order, rows.found(), visits).lift(),
                DaysEarlier.of(scores, rows.days(), rows.found(), rows.together()),
                within(scores, rows, rows.inspectors()),
                within(scores, rows, rows.strata(district)));
    }

    private static DaysEarlier within(double[] scores, Rows rows, @Nullable String[] groups) {
        return DaysEarlier.of(scores, rows.days(), rows.found(), groups);
    }

    private static List<ModelCard.FeatureLine> features(TrainingFacts training, Reference now) {
        List<ModelCard.FeatureLine> lines = new ArrayList<>();
        for (int k = 0; k < training.features().size(); k++) {
            TrainingFacts.Importance one = training.features().get(k);
            lines.add(new ModelCard.FeatureLine(
                    one.feature(),
                    one.importance(),
                    training.reference().features().get(k).missing(),
                    now.features().get(k).missing()));
        }
        return lines;
    }
}

package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a prediction is worth, for what, and for whom not (M. Mitchell and others, "Model Cards for Model Reporting", 2019). A card without
 * all parts is refused.
 *
 * @param about what it is about
 * @param answers what the figures say, question by question
 * @param training the inspections that were learned from
 * @param window the inspections that were judged
 * @param leftOut which were not
 * @param features what is read
 * @param discrimination how well findings are told apart
 * @param calibration whether the probabilities are right
 * @param rankers the prediction beside the others, {@link Ranker#MODEL} first
 * @param burden on whom the mistakes fall
 * @param inspectors whether it ranks within one inspector's inspections
 * @param stability how far features and predictions have moved from training to the window
 * @param folds how learners did when one was chosen
 * @param limits for what it is not to be used
 */
public record ModelCard(
        About about,
        List<Answer> answers,
        Sample training,
        Sample window,
        List<LeftOut> leftOut,
        List<FeatureLine> features,
        Discrimination discrimination,
        Calibration calibration,
        List<RankerFigures> rankers,
        Burden burden,
        Inspectors inspectors,
        Drift stability,
        List<Fold> folds,
        List<Bilingual> limits) {

    /**
     * What a prediction reads.
     *
     * @param feature the feature
     * @param importance its mean absolute contribution to the log-odds of a training row
     * @param missingInTraining the share of training rows without it, 0 to 1
     * @param missingInWindow the share of judged rows without it
     */
    public record FeatureLine(Feature feature, double importance, double missingInTraining, double missingInWindow) {}

    /**
     * Refuses a card that lacks a part.
     *
     * @throws IllegalArgumentException if a part is not there or empty; the message names all such parts
     */
    public ModelCard {
        List<String> lacks = new ArrayList<>();
        need(lacks, "about", about);
        need(lacks, "training", training);
        need(lacks, "window", window);
        need(lacks, "leftOut", leftOut);
        need(lacks, "discrimination", discrimination);
        need(lacks, "calibration", calibration);
        need(lacks, "burden", burden);
        need(lacks, "inspectors", inspectors);
        need(lacks, "stability", stability);
        needSome(lacks, "answers", answers);
        needSome(lacks, "features", features);
        needSome(lacks, "rankers", rankers);
        needSome(lacks, "folds", folds);
        needSome(lacks, "limits", limits);
        if (lacks.isEmpty()) {
            needSome(lacks, "discrimination.curve", discrimination.curve());
            needSome(lacks, "calibration.bins", calibration.bins());
            needSome(lacks, "burden.strata", burden.strata());
            Set<Ranker> judged =
                    Set.copyOf(rankers.stream().map(RankerFigures::by).toList());
            for (Ranker by : Ranker.values()) {
                need(lacks, "rankers." + by, judged.contains(by) ? by : null);
            }
        }
        if (!lacks.isEmpty()) {
            throw new IllegalArgumentException(
                    "The model card lacks %s.%nMaybe let the judging make it: a card is only worth something with all its parts."
                            .formatted(String.join(", ", lacks)));
        }
        answers = List.copyOf(answers);
        leftOut = List.copyOf(leftOut);
        features = List.copyOf(features);
        rankers = List.copyOf(rankers);
        folds = List.copyOf(folds);
        limits = List.copyOf(limits);
    }

    private static void need(List<String> lacks, String name, @Nullable Object part) {
        if (part == null) {
            lacks.add(name);
        }
    }

    private static void needSome(List<String> lacks, String name, @Nullable Collection<?> part) {
        if (part == null || part.isEmpty()) {
            lacks.add(name);
        }
    }

    /**
     * The figures of one ranking.
     *
     * @param by the ranking
     * @return its figures
     */
    public RankerFigures of(Ranker by) {
        return rankers.stream().filter(one -> one.by() == by).findFirst().orElseThrow();
    }
}

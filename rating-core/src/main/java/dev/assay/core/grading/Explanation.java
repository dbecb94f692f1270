package dev.assay.core.grading;

import dev.assay.core.fact.Source;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rating is what it is: made while the rating is computed, by the same code, from the facts and parameters that were read.
 * Its four levels are rating, rule, finding, evidence.
 *
 * @param reason one sentence: what decided the state or the grade
 * @param indicators every indicator that was read, in the model's order
 * @param band the band into which the score fell; null where no score was made
 * @param inputs what the models said on whose results this one builds, as far as a rule read them
 * @param adjustments the changes between computed and effective grade, in the order in which they were applied
 * @param supervision what follows for inspections; null where the model sets no frequency
 */
public record Explanation(
        Finding reason,
        List<Indicator> indicators,
        @Nullable Band band,
        List<Input> inputs,
        List<Adjustment> adjustments,
        @Nullable Finding supervision) {

    /** Copies the lists. */
    public Explanation {
        indicators = List.copyOf(indicators);
        inputs = List.copyOf(inputs);
        adjustments = List.copyOf(adjustments);
    }

    /**
     * A rule that applied.
     *
     * @param rule the rule's id in its model
     * @param text what it found, in words with the numbers in them
     * @param basis its legal ground
     * @param evidence the facts that it read
     */
    public record Finding(String rule, Bilingual text, Basis basis, List<Evidence> evidence) {

        /** Copies the list. */
        public Finding {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * An indicator with its points.
     *
     * @param title its name
     * @param points the points that it gave, exact or rounded HALF_UP to 4 places; null where it could not be read
     * @param lowest the fewest points that it can give
     * @param highest the most points that it can give
     * @param finding what was read and how it became points
     */
    public record Indicator(
            Bilingual title, @Nullable BigDecimal points, BigDecimal lowest, BigDecimal highest, Finding finding) {}

    /**
     * The band of a score.
     *
     * @param grade its grade
     * @param bounds its bounds in words, such as {@code 30 < T ≤ 45}
     * @param basis its legal ground
     */
    public record Band(String grade, String bounds, Basis basis) {}

    /**
     * What a model said on whose result this one builds.
     *
     * @param id how the model calls it
     * @param title the other model's name
     * @param analysis the rating by it, with its own explanation
     */
    public record Input(String id, Bilingual title, GradeAnalysis analysis) {}

    /**
     * A change of grade.
     *
     * @param from the grade before
     * @param to the grade after
     * @param validFrom the first day on which it counts
     * @param validTo the last day on which it counts; null if no end is known
     * @param finding the conditions that were met
     */
    public record Adjustment(
            String from,
            String to,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Finding finding) {}

    /**
     * A fact that was read.
     *
     * @param fact the fact's number
     * @param kind its kind
     * @param occurredOn the day on which it happened
     * @param source where it came from
     * @param reading the fields that were read, in words
     * @param contributions of a prediction what each feature gave to it, the largest first; else empty
     */
    public record Evidence(
            long fact,
            String kind,
            LocalDate occurredOn,
            Source source,
            Bilingual reading,
            List<Contribution> contributions) {

        /** Copies the list. */
        public Evidence {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * What a feature gave to a prediction.
     *
     * @param feature the feature's id
     * @param title its name
     * @param value what was read of it, as the prediction's file says it; empty where there was nothing to read
     * @param logOdds how far it moved the prediction from the average, in log-odds before calibration, with its sign
     */
    public record Contribution(String feature, Bilingual title, String value, String logOdds) {}
}

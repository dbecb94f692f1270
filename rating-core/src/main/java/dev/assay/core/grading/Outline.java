package dev.assay.core.grading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rating and the points of its indicators, without the texts and the evidence that explain them: what is made of millions of files.
 *
 * @param rating the rating
 * @param indicators the points in the order of the explanation
 */
public record Outline(Rating rating, List<Indicator> indicators) {

    /** Copies the list. */
    public Outline {
        indicators = List.copyOf(indicators);
    }

    /**
     * What an indicator, or a group that counts otherwise than the sum of its indicators, gave.
     *
     * @param rule the rule's id in its model
     * @param points the points, exact or rounded HALF_UP to 4 places; null where it could not be read
     */
    public record Indicator(String rule, @Nullable BigDecimal points) {}

    /**
     * What an explained rating leaves without its explanation.
     *
     * @param analysis the rating with its explanation
     * @return the outline
     */
    public static Outline of(GradeAnalysis analysis) {
        return new Outline(
                analysis.rating(),
                analysis.explanation().indicators().stream()
                        .map(one -> new Indicator(one.finding().rule(), one.points()))
                        .toList());
    }
}

package dev.assay.api.console;

import dev.assay.api.rating.ExplainedRating;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.Explanation.Indicator;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * An explanation as it is laid out for people: indicators with the most points first, adjustments last.
 *
 * @param explained the rating with its explanation
 * @param language {@code zh} or {@code en}
 * @param vocabulary the kinds of fact that there are
 */
public record ExplanationSheet(ExplainedRating explained, String language, Vocabulary vocabulary) {

    /** Length of the drawn scale, in units of its drawing. */
    private static final int SCALE_LENGTH = 1000;

    /**
     * The explanation.
     *
     * @return it
     */
    public Explanation explanation() {
        return explained.explanation();
    }

    /**
     * A text in the sheet's language.
     *
     * @param text the text
     * @return the one of its languages
     */
    public String text(Bilingual text) {
        return text.in(language);
    }

    /**
     * The name of a kind of fact in the sheet's language.
     *
     * @param kind the kind
     * @return its name
     */
    public String kind(String kind) {
        return FactEntry.title(kind, language, vocabulary);
    }

    /**
     * The indicators, those with the most points first; those without points last.
     *
     * @return them
     */
    public List<Indicator> indicators() {
        return explanation().indicators().stream()
                .sorted(Comparator.comparing(
                        Indicator::points, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .toList();
    }

    /**
     * The fewest points that all indicators together can give.
     *
     * @return the sum of their lowest points
     */
    public BigDecimal lowest() {
        return sum(explanation().indicators().stream().map(Indicator::lowest).toList());
    }

    /**
     * The most points that all indicators together can give.
     *
     * @return the sum of their highest points
     */
    public BigDecimal highest() {
        return sum(explanation().indicators().stream().map(Indicator::highest).toList());
    }

    /**
     * Whether the score can be drawn on a scale.
     *
     * @return true if there is a score and a scale with a length
     */
    public boolean isDrawable() {
        return explained.rating().score() != null && highest().compareTo(lowest()) > 0;
    }

    /**
     * Where the score lies on the drawn scale.
     *
     * @return 0 to 1000
     */
    public int place() {
        BigDecimal score = explained.rating().score();
        return score == null ? 0 : place(score, lowest(), highest());
    }

    /**
     * Where an indicator's points lie on its own scale.
     *
     * @param indicator the indicator
     * @return 0 to 1000
     */
    public int place(Indicator indicator) {
        BigDecimal points = indicator.points();
        return points == null ? 0 : place(points, indicator.lowest(), indicator.highest());
    }

    private static int place(BigDecimal value, BigDecimal from, BigDecimal to) {
        if (to.compareTo(from) <= 0) {
            return 0;
        }
        int place = value.subtract(from)
                .multiply(BigDecimal.valueOf(SCALE_LENGTH))
                .divide(to.subtract(from), 0, RoundingMode.HALF_UP)
                .intValue();
        return Math.clamp(place, 0, SCALE_LENGTH);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

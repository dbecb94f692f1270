package dev.assay.core.grading;

import dev.assay.core.creditfile.CreditFile;

/**
 * Rates. A pure function: the same file, subject and model give the same rating, byte for byte, and its explanation is made on the
 * way.
 *
 * <p>{@code validUntil} is the day before the nearest day to come on which anything that was read turns by the passing of time: a
 * window closes, a licence expires, an adjustment year begins or ends, three clean years are full, a legal ground begins or ends.
 * It may lie before the day on which the grade really changes, and never after it.
 *
 * <p>{@code effectiveFrom} is the latest day, not after the as-of day, among: the days of the facts in the explanation (the
 * supervision part apart), the days on which anything that was read turned, the first day of the model's law, and the
 * day of the subject's first fact.
 */
public final class RatingEngine {

    /** The version of the engine; it changes when the same file and model would give another rating or another explanation. */
    public static final String VERSION = "1";

    private RatingEngine() {}

    /**
     * Rates one subject.
     *
     * @param file the credit file, cut at its as-of day and known-at instant
     * @param subject one of {@link GradingModel#subjects}
     * @param model the model
     * @return the rating and its explanation
     */
    public static GradeAnalysis rate(CreditFile file, Subject subject, GradingModel model) {
        return new Assessment(file, subject, model, true).analyse();
    }

    /**
     * Rates one subject and makes no explanation. The rules run through the same code as in {@link #rate}; only texts and evidence are not
     * written, so the rating is the same in everything, its digest too.
     *
     * @param file the credit file, cut at its as-of day and known-at instant
     * @param subject one of {@link GradingModel#subjects}
     * @param model the model
     * @return the rating
     */
    public static Rating rateOnly(CreditFile file, Subject subject, GradingModel model) {
        return new Assessment(file, subject, model, false).analyse().rating();
    }

    /**
     * Rates one subject as {@link #rateOnly} does, and tells the points of the indicators besides.
     *
     * @param file the credit file, cut at its as-of day and known-at instant
     * @param subject one of {@link GradingModel#subjects}
     * @param model the model
     * @return the rating and the points
     */
    public static Outline outline(CreditFile file, Subject subject, GradingModel model) {
        return Outline.of(new Assessment(file, subject, model, false).analyse());
    }
}

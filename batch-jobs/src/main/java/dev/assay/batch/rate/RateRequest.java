package dev.assay.batch.rate;

import dev.assay.core.adoption.Brake;
import dev.assay.core.grading.GradingModel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to rate.
 *
 * @param model the model
 * @param modelText the model's file, kept with the ratings
 * @param asOf facts that happened up to and including this day count
 * @param knownAt facts recorded up to and including this instant count; null for all that is recorded when the run begins
 * @param full rate every file, even where an incremental run would do
 * @param series the name under which the ratings are kept: the model's id, or that of a trial, whose ratings nobody outside the authority sees
 * @param brake when the run's grades wait for a person; null for never
 */
public record RateRequest(
        GradingModel model,
        String modelText,
        LocalDate asOf,
        @Nullable Instant knownAt,
        boolean full,
        String series,
        @Nullable Brake brake) {

    /**
     * Ratings of the model itself, without a brake: a person asks for them and sees what comes.
     *
     * @param model the model
     * @param modelText the model's file
     * @param asOf the day
     * @param knownAt the instant; null for now
     * @param full whether to rate every file
     */
    public RateRequest(GradingModel model, String modelText, LocalDate asOf, @Nullable Instant knownAt, boolean full) {
        this(model, modelText, asOf, knownAt, full, model.id(), null);
    }

    /**
     * Whether the ratings are kept apart.
     *
     * @return true for a version on trial
     */
    public boolean isTrial() {
        return !series.equals(model.id());
    }
}

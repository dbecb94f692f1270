package dev.assay.model.prediction.replay;

import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.model.backtest.Afterwards;
import dev.assay.model.backtest.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A subject as it was on the eve of a period, and what its first visit in the period found.
 *
 * @param period the number of the period, from 0
 * @param subject the subject
 * @param row its grade, score and class on the eve, and what the first visit in the period found; unseen where there was none
 * @param foretold the prediction on the eve; NaN where there is none
 * @param visited the day of the first visit in the period; null where there was none
 * @param visits on how many days of the period it was visited
 */
public record Planned(
        int period,
        Subject subject,
        Row row,
        double foretold,
        @Nullable LocalDate visited,
        int visits) {

    /**
     * Checks that a visit and its day go together.
     *
     * @throws IllegalArgumentException if there is one without the other
     */
    public Planned {
        if ((visited == null) != (row.afterwards() == Afterwards.UNSEEN) || (visited == null) != (visits == 0)) {
            throw new IllegalArgumentException("The subject (%s) was visited on (%s), %d times, and its outcome is %s."
                    .formatted(subject.identity(), visited, visits, row.afterwards()));
        }
    }

    /**
     * Whose it is: licences of one business are drawn together when figures are resampled.
     *
     * @return the business
     */
    public Identity business() {
        return subject.business();
    }

    boolean isFound() {
        return row.afterwards() == Afterwards.FOUND;
    }
}

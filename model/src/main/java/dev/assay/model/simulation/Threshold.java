package dev.assay.model.simulation;

import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.ListingThreshold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The listing threshold of one of two models: its own, or else the other's grade, if it has it.
 *
 * @param grades the model's grades, from best to worst
 * @param grade the best grade that is looked at for a list; null where there is none
 */
record Threshold(List<String> grades, @Nullable String grade) {

    static Threshold of(GradingModel model, GradingModel other) {
        ListingThreshold named = model.listing() == null ? other.listing() : model.listing();
        return new Threshold(
                model.grades(), named == null || !model.grades().contains(named.grade()) ? null : named.grade());
    }

    /** Whether a standing is that grade or a worse one; a state never is. */
    boolean isReachedBy(String standing) {
        return grade != null && grades.contains(standing) && grades.indexOf(standing) >= grades.indexOf(grade);
    }
}

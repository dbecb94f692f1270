package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.util.Map;

/**
 * How a subject is graded that lacks what the dynamic part needs: by its class, without a score.
 *
 * @param id its id
 * @param when who counts as a newcomer
 * @param classification the classification
 * @param grades the grade of each class
 * @param text why, for people
 * @param basis its legal ground
 */
public record Newcomers(
        String id,
        Condition when,
        Classification classification,
        Map<String, String> grades,
        Bilingual text,
        Basis basis) {

    /** Copies the map. */
    public Newcomers {
        grades = Map.copyOf(grades);
    }
}

package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an indicator gave.
 *
 * @param points the points
 * @param text how they came about
 * @param basis the ground of the very value that gave them
 * @param evidence the facts that were read
 */
record Points(Fraction points, Bilingual text, Basis basis, List<Explanation.Evidence> evidence) {

    static Points of(BigDecimal points, Bilingual text, Basis basis, List<Explanation.Evidence> evidence) {
        return new Points(Fraction.of(points), text, basis, evidence);
    }
}

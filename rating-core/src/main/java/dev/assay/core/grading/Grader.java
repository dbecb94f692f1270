package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the grade of a total off a scale of grades, comparing exactly. */
final class Grader {

    private Grader() {}

    /**
     * Finds the band.
     *
     * @param total the sum of the points
     * @param worst the highest points of a single indicator
     * @param evidence puts the bounds into words
     */
    static Explanation.Band band(GradeScale.OfTotal scale, Fraction total, Fraction worst, EvidenceWriter evidence) {
        return switch (scale) {
            case GradeScale.Bands(var bands) -> {
                for (GradeScale.Band band : bands) {
                    if (band.interval().contains(total)) {
                        yield new Explanation.Band(
                                band.grade(),
                                evidence.tellBounds(() -> band.interval().describe("T")),
                                band.basis());
                    }
                }
                throw new IllegalStateException(
                        "The total (%s) lies in no band.%nMaybe the model was not made by its parser, which refuses gaps."
                                .formatted(total));
            }
            case GradeScale.Ladder(var rungs) -> {
                for (GradeScale.Rung rung : rungs) {
                    if (isAtMost(total, rung.totalAtMost()) && isAtMost(worst, rung.worstAtMost())) {
                        yield new Explanation.Band(
                                rung.grade(), evidence.tellBounds(() -> describe(rung)), rung.basis());
                    }
                }
                throw new IllegalStateException(
                        "The total (%s) stands on no rung.%nMaybe the last rung has a limit, which the parser refuses."
                                .formatted(total));
            }
        };
    }

    private static boolean isAtMost(Fraction number, @Nullable BigDecimal limit) {
        return limit == null || number.compareTo(Fraction.of(limit)) <= 0;
    }

    private static String describe(GradeScale.Rung rung) {
        String total =
                rung.totalAtMost() == null ? "" : "T ≤ " + rung.totalAtMost().toPlainString();
        String worst =
                rung.worstAtMost() == null ? "" : "max ≤ " + rung.worstAtMost().toPlainString();
        return total.isEmpty() && worst.isEmpty()
                ? "T"
                : total.isEmpty() || worst.isEmpty() ? total + worst : total + ", " + worst;
    }

    /** One sentence: the number or numbers that the scale reads, and what they gave. */
    static Bilingual reason(GradeScale.OfTotal scale, Explanation.Band band, Fraction total, Fraction worst) {
        String score = total.toDecimal().toPlainString();
        Bilingual numbers = switch (scale) {
            case GradeScale.Bands _ -> Bilingual.of("总分 T = " + score, "Total T = " + score);
            case GradeScale.Ladder _ -> {
                String single = worst.toDecimal().toPlainString();
                yield Bilingual.of(
                        "总分 T = " + score + "，单项最高 " + single,
                        "Total T = " + score + ", highest single indicator " + single);
            }
        };
        return Bilingual.of(
                numbers.zh() + "，属于 " + band.bounds() + "：" + band.grade() + " 级",
                numbers.en() + ": " + band.bounds() + " gives grade " + band.grade());
    }
}

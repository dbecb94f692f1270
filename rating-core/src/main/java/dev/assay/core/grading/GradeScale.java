package dev.assay.core.grading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a score becomes a grade. */
public sealed interface GradeScale {

    /**
     * Each grade has an interval of the total; the intervals meet without gap and overlap.
     *
     * @param bands the bands
     */
    record Bands(List<Band> bands) implements GradeScale {
        /** Copies the list. */
        public Bands {
            bands = List.copyOf(bands);
        }
    }

    /**
     * A grade's interval.
     *
     * @param grade the grade
     * @param interval the bounds of the total
     * @param basis its legal ground
     */
    record Band(String grade, FieldTest.Interval interval, Basis basis) {}

    /**
     * The best grade whose conditions both hold: on the total, and on the worst single indicator.
     *
     * @param rungs from the best grade to the worst; the last has no limits
     */
    record Ladder(List<Rung> rungs) implements GradeScale {
        /** Copies the list. */
        public Ladder {
            rungs = List.copyOf(rungs);
        }
    }

    /**
     * A grade's limits.
     *
     * @param grade the grade
     * @param totalAtMost the highest total, itself included; null for no limit
     * @param worstAtMost the highest points of any one indicator, themselves included; null for no limit
     * @param basis its legal ground
     */
    record Rung(
            String grade,
            @Nullable BigDecimal totalAtMost,
            @Nullable BigDecimal worstAtMost,
            Basis basis) {}
}

package dev.assay.core.grading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a grade comes about. */
public sealed interface GradeScale {

    /** From the score of the model's own indicators. */
    sealed interface OfTotal extends GradeScale {}

    /** From the grades that input models give; then there is no score. */
    sealed interface OfInputs extends GradeScale {

        /**
         * Its legal ground.
         *
         * @return the ground
         */
        Basis basis();
    }

    /**
     * A grade for each pair of grades, as where a professional grade and the general credit class make one ("通用+专业").
     *
     * @param rows the input whose grades are the rows
     * @param columns the input whose grades are the columns
     * @param cells the grade by row and column, whole
     * @param missingColumn the column that is read where the second input gives no grade; null if the subject then is not rated
     * @param basis its legal ground
     */
    record Matrix(
            ModelInput rows,
            ModelInput columns,
            Map<String, Map<String, String>> cells,
            @Nullable String missingColumn,
            Basis basis)
            implements OfInputs {
        /** Copies the map. */
        public Matrix {
            cells = Map.copyOf(cells);
        }
    }

    /**
     * The worst of the grades that inputs give, which are grades of this model too. An input that gives none is left out; if none gives
     * one, the subject is not rated.
     *
     * @param inputs the inputs
     * @param grades the model's grades, from best to worst
     * @param basis its legal ground
     */
    record WorstOf(List<ModelInput> inputs, List<String> grades, Basis basis) implements OfInputs {
        /** Copies the lists. */
        public WorstOf {
            inputs = List.copyOf(inputs);
            grades = List.copyOf(grades);
        }
    }

    /**
     * Each grade has an interval of the total; the intervals meet without gap and overlap.
     *
     * @param bands the bands
     */
    record Bands(List<Band> bands) implements OfTotal {
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
    record Ladder(List<Rung> rungs) implements OfTotal {
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

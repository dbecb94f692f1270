package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one grade of those that input models give. */
final class Combiner {

    private Combiner() {}

    /** The grade; null where the inputs do not give what it needs. */
    static @Nullable String gradeOf(GradeScale.OfInputs scale, InputRatings inputs) {
        return switch (scale) {
            case GradeScale.Matrix matrix -> {
                String row = inputs.findGrade(matrix.rows()).orElse(null);
                String column = inputs.findGrade(matrix.columns()).orElse(matrix.missingColumn());
                yield row == null || column == null
                        ? null
                        : matrix.cells().getOrDefault(row, Map.of()).get(column);
            }
            case GradeScale.WorstOf worst -> {
                int place = worst.inputs().stream()
                        .flatMap(model -> inputs.findGrade(model).stream())
                        .mapToInt(worst.grades()::indexOf)
                        .max()
                        .orElse(-1);
                yield place < 0 ? null : worst.grades().get(place);
            }
        };
    }

    /** Why the grade is so, or why there is none. */
    static Explanation.Finding combine(GradeScale.OfInputs scale, InputRatings inputs, EvidenceWriter evidence) {
        String grade = gradeOf(scale, inputs);
        return new Explanation.Finding(
                grade == null ? "combined" : "grade-" + grade,
                evidence.tell(() -> text(scale, inputs, grade)),
                scale.basis(),
                List.of());
    }

    private static Bilingual text(GradeScale.OfInputs scale, InputRatings inputs, @Nullable String grade) {
        List<ModelInput> models = switch (scale) {
            case GradeScale.Matrix matrix -> List.of(matrix.rows(), matrix.columns());
            case GradeScale.WorstOf worst -> worst.inputs();
        };
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (ModelInput model : models) {
            String given = inputs.findGrade(model).orElse("—");
            zh.append(zh.isEmpty() ? "" : "，")
                    .append(model.model().title().zh())
                    .append(" ")
                    .append(given);
            en.append(en.isEmpty() ? "" : ", ")
                    .append(model.model().title().en())
                    .append(" ")
                    .append(given);
        }
        return grade == null
                ? new Bilingual(zh + "：缺少合并所需的等级", en + ": a grade that is needed for combining is missing")
                : new Bilingual(zh + " → " + grade + " 级", en + " → grade " + grade);
    }
}

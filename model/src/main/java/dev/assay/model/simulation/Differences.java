package dev.assay.model.simulation;

import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two explanations of one subject have differently. */
final class Differences {

    private static final String MODEL = "model";
    private static final Bilingual COVERED = Bilingual.of("模型适用于该对象", "The model covers the subject");

    private Differences() {}

    static List<Move.Difference> of(@Nullable GradeAnalysis before, @Nullable GradeAnalysis after) {
        if (before == null || after == null) {
            return List.of(new Move.Difference(
                    Move.Kind.REASON, MODEL, COVERED, before == null ? null : "yes", after == null ? null : "yes"));
        }
        List<Move.Difference> found = new ArrayList<>();
        reasons(before, after, found);
        rules(Move.Kind.INPUT, inputs(before), inputs(after), found);
        rules(Move.Kind.INDICATOR, indicators(before), indicators(after), found);
        bands(before.explanation().band(), after.explanation().band(), found);
        rules(Move.Kind.ADJUSTMENT, adjustments(before), adjustments(after), found);
        return found;
    }

    /** What a rule gave, with its name. */
    private record Given(Bilingual title, @Nullable String value) {}

    /** Told where a rule other than the bands decided in one of the two. */
    private static void reasons(GradeAnalysis before, GradeAnalysis after, List<Move.Difference> found) {
        Explanation.Finding was = before.explanation().reason();
        Explanation.Finding now = after.explanation().reason();
        boolean scored =
                before.explanation().band() != null && after.explanation().band() != null;
        String old = standing(before);
        String fresh = standing(after);
        if (!scored && was.rule().equals(now.rule()) && !old.equals(fresh)) {
            found.add(new Move.Difference(Move.Kind.REASON, now.rule(), now.text(), old, fresh));
        } else if (!scored && !was.rule().equals(now.rule())) {
            if (before.explanation().band() == null) {
                found.add(new Move.Difference(Move.Kind.REASON, was.rule(), was.text(), old, null));
            }
            if (after.explanation().band() == null) {
                found.add(new Move.Difference(Move.Kind.REASON, now.rule(), now.text(), null, fresh));
            }
        }
    }

    private static String standing(GradeAnalysis analysis) {
        String grade = analysis.rating().computedGrade();
        return grade == null ? analysis.rating().state().name() : grade;
    }

    private static void bands(
            Explanation.@Nullable Band was, Explanation.@Nullable Band now, List<Move.Difference> found) {
        String old = was == null ? null : was.grade() + ": " + was.bounds();
        String fresh = now == null ? null : now.grade() + ": " + now.bounds();
        if (!Objects.equals(old, fresh)) {
            found.add(new Move.Difference(Move.Kind.BAND, "band", Bilingual.of("等级区间", "Band"), old, fresh));
        }
    }

    private static Map<String, Given> inputs(GradeAnalysis analysis) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Explanation.Input input : analysis.explanation().inputs()) {
            String grade = input.analysis().rating().grade();
            given.put(
                    input.id(),
                    new Given(
                            input.title(),
                            grade == null ? input.analysis().rating().state().name() : grade));
        }
        return given;
    }

    private static Map<String, Given> indicators(GradeAnalysis analysis) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Explanation.Indicator indicator : analysis.explanation().indicators()) {
            BigDecimal points = indicator.points();
            given.put(
                    indicator.finding().rule(),
                    new Given(
                            indicator.title(),
                            points == null ? null : points.stripTrailingZeros().toPlainString()));
        }
        return given;
    }

    private static Map<String, Given> adjustments(GradeAnalysis analysis) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Explanation.Adjustment adjustment : analysis.explanation().adjustments()) {
            given.put(
                    adjustment.finding().rule(),
                    new Given(adjustment.finding().text(), adjustment.from() + " → " + adjustment.to()));
        }
        return given;
    }

    private static void rules(
            Move.Kind kind, Map<String, Given> before, Map<String, Given> after, List<Move.Difference> found) {
        Set<String> rules = new LinkedHashSet<>(before.keySet());
        rules.addAll(after.keySet());
        for (String rule : rules) {
            Given was = before.get(rule);
            Given now = after.get(rule);
            String old = was == null ? null : was.value();
            String fresh = now == null ? null : now.value();
            if (!Objects.equals(old, fresh)) {
                Bilingual title = now == null ? Objects.requireNonNull(was).title() : now.title();
                found.add(new Move.Difference(kind, rule, title, old, fresh));
            }
        }
    }
}

package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.grading.AdjustmentRule;
import dev.assay.core.grading.Classification;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.Scale;
import dev.assay.core.grading.StateRule;
import dev.assay.core.grading.Supervision;
import dev.assay.model.config.ConfigFiles;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule without a case: each id of a preset is named by a golden case, and each name is an id. */
class EveryRuleTest {

    @ParameterizedTest
    @MethodSource("presets")
    void everyRuleOfAPresetHasAGoldenCase(String id) {
        Set<String> exercised = new TreeSet<>();
        GoldenCases.of(id).forEach(one -> exercised.addAll(one.exercises()));

        assertThat(exercised).isEqualTo(ids(GradingModels.load(ConfigFiles.packaged(), id)));
    }

    static List<String> presets() {
        return ConfigFiles.packaged().ids("models");
    }

    private static Set<String> ids(GradingModel model) {
        Set<String> ids = new TreeSet<>(
                model.grades().stream().map(grade -> "grade-" + grade).toList());
        model.states().stream().map(StateRule::id).forEach(ids::add);
        model.quality().forEach(demand -> ids.add(demand.id()));
        if (model.newcomers() != null) {
            ids.add(model.newcomers().id());
            addClasses(ids, model.newcomers().classification());
        }
        for (IndicatorRule rule : model.indicators()) {
            ids.add(rule.id());
            if (rule.scale() instanceof Scale.ByClass byClass) {
                addClasses(ids, byClass.classification());
            }
            if (rule.scale() instanceof Scale.Cases cases) {
                cases.rows().forEach(row -> ids.add(row.id()));
            }
        }
        for (AdjustmentRule rule : model.adjustments()) {
            ids.add(rule.id());
            rule.conditions().forEach(trigger -> ids.add(trigger.id()));
        }
        model.vetoes().forEach(veto -> ids.add(veto.id()));
        for (Supervision supervision : model.supervision()) {
            ids.add(supervision.id());
            supervision.floors().forEach(floor -> ids.add(floor.id()));
        }
        return ids;
    }

    private static void addClasses(Set<String> ids, Classification classification) {
        classification.rules().stream().map(Classification.ClassRule::id).forEach(ids::add);
    }
}

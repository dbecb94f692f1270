package dev.assay.model.grading;

import static dev.assay.model.grading.SmallModel.KINDS;
import static dev.assay.model.grading.SmallModel.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No model betters a grade for a worse record. */
class MonotonicityTest {

    private static final String RANGE = """
              - id: range
                title: {zh: 范围, en: Range}
                from: {every: inspection}
                per_fact: {points: 20, most: 20}
                missing: 0
                basis: measure
            """;

    static List<String> presets() {
        return ConfigFiles.packaged().ids("models");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void noPresetHasAFaultAndNoneBettersAGradeForAWorseRecord(String id) {
        ConfigFile file = GradingModels.file(ConfigFiles.packaged(), id);
        assertThat(GradingModels.check(file, KINDS)).isEmpty();
    }

    @Test
    void aModelThatReadsTheNewestPenaltyAloneForgivesAHeavyOneForALightOne() {
        ConfigFile file = model("""
                indicators:
                  - id: fined
                    title: {zh: 罚款, en: Fined}
                    from: {newest: penalty}
                    field: fine
                    steps: [{up_to: 5000, points: 1}, {above: 5000, points: 12}]
                    missing: 0
                    basis: measure
                """ + RANGE);
        List<Fault> faults = GradingModels.check(file, KINDS);
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().path()).isEqualTo("monotonicity");
        assertThat(faults.getFirst().message())
                .startsWith("A worse record betters a grade. One more fact (penalty of ")
                .contains(" betters the grade from C to ")
                .containsPattern("the record: business of .*; penalty of .*fine: 500[01]");
    }

    @Test
    void anAwardThatCostsPointsIsFoundToo() {
        ConfigFile file = model("""
                indicators:
                  - id: awards
                    title: {zh: 奖项, en: Awards}
                    from: {every: award}
                    per_fact: {points: 6, most: 12}
                    missing: 0
                    basis: measure
                """ + RANGE);
        assertThat(GradingModels.check(file, KINDS))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .startsWith("A worse record betters a grade. Without the fact (award of ");
    }

    @Test
    void countingAllPenaltiesOrTheHighestFineIsMonotone() {
        ConfigFile file = model("""
                indicators:
                  - id: fined
                    title: {zh: 罚款, en: Fined}
                    measure: {highest: fine, of: {every: penalty, within: 24 months}}
                    steps: [{up_to: 5000, points: 1}, {above: 5000, points: 12}]
                    missing: 0
                    basis: measure
                """ + RANGE);
        assertThat(GradingModels.check(file, KINDS)).isEmpty();
    }
}

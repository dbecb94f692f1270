package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.DeclaredKinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kind of fact that only a YAML file knows, and measured values, in a model. */
class DeclaredKindTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Vocabulary VOCABULARY = DeclaredKinds.parse(List.of(new ConfigFile("kinds/pest.yaml", """
            kind: pest-control
            title: {zh: 病媒防制, en: Pest control}
            fields:
              traps: {type: decimal, title: {zh: 捕获数, en: Caught}}
              density: {type: measure, title: {zh: 密度, en: Density}}
            """)));

    private static final String MODEL = """
            id: pests
            version: "1"
            title: {zh: 病媒, en: Pests}
            scope: licence
            visibility: internal
            direction: higher-is-worse
            grades: [A, B]
            sectors: [sales]
            law: measure
            basis: {measure: {citation: A measure, valid_from: 2020-01-01}}
            indicators:
              - id: caught
                title: {zh: 捕获, en: Caught}
                from: {newest: pest-control}
                field: traps
                steps: [{up_to: 10, points: 0}, {above: 10, points: 5}]
                missing: 0
                basis: measure
              - id: visits
                title: {zh: 次数, en: Visits}
                from: {every: pest-control, among: {density: TEST}}
                per_fact: {points: 3, most: 3}
                missing: 0
                basis: measure
            bands:
              - {grade: A, at_least: 0, at_most: 2, basis: measure}
              - {grade: B, above: 2, basis: measure}
            """;

    private static GradeAnalysis rate(String test, Map<String, ?> pests) {
        GradingModel model =
                GradingModels.parse(new ConfigFile("models/pests.yaml", MODEL.replace("TEST", test)), VOCABULARY);
        FactKind kind = VOCABULARY.findByName("pest-control").orElseThrow();
        Fact licence = Facts.fact(FactKinds.LICENCE, DAY, Map.of("number", Facts.LICENCE, "sector", "sales"));
        var file = Facts.file(DAY, List.of(licence, Facts.fact(kind, DAY, pests)));
        return RatingEngine.rate(file, model.subjects(file).getFirst(), model);
    }

    @Test
    void aModelReadsADeclaredKindAndItsExplanationNamesIt() {
        GradeAnalysis analysis =
                rate("{above: 5, unit: 只/m}", Map.of("traps", new BigDecimal("11"), "density", "6只/m"));
        assertThat(analysis.rating().grade()).isEqualTo("B");
        assertThat(analysis.explanation().indicators())
                .flatExtracting(indicator -> indicator.finding().evidence())
                .extracting(evidence -> evidence.reading().zh())
                .containsExactly("捕获数：11", "病媒防制");
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "21μg/kg; {above: 20}; true",
                "21μg/kg; {above: 20, unit: µg/kg}; true", // the micro sign is the Greek letter
                "0.021mg/kg; {above: 20, unit: μg/kg}; false", // units are compared and never converted
                "20; {above: 20}; false",
                "＜10; {at_most: 10}; true",
                "＜10; {below: 10}; true", // below 10 is all that is said
                "≤10; {below: 10}; false", // it may be 10
                "＜10; {at_most: 5}; false", // it may be 7
                "＜10; {at_least: 0, at_most: 10}; false", // nothing says that it is not negative
                "＞10; {above: 10}; true",
                "≥10; {above: 10}; false",
                "＞10; {at_least: 20}; false",
                "4.2×10³; {at_least: 4200, at_most: 4200}; true",
                "未检出; {at_least: 0}; false",
                "未检出; {at_most: 0}; false",
                "未检出; 未检出; true",
                "未检出; {contains_any: [检出]}; true",
                "未检出; {present: true}; true"
            })
    void aMeasuredValueAnswersForEveryNumberThatItCanStandFor(String value, String test, boolean holds) {
        // 3 points of "visits" if the value answers yes: B; else 0: A
        assertThat(rate(test, Map.of("density", value)).rating().grade()).isEqualTo(holds ? "B" : "A");
    }

    @Test
    void plainTextThatWasRecordedBeforeIsAMeasuredValueToo() {
        Values before = Values.of(Map.of("result", "25μg/kg"));
        assertThat(before.findMeasure("result").orElseThrow().value()).isEqualTo(new BigDecimal("25"));
    }
}

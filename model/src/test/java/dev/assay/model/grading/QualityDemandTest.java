package dev.assay.model.grading;

import static dev.assay.model.grading.SmallModel.DAY;
import static dev.assay.model.grading.SmallModel.KINDS;
import static dev.assay.model.grading.SmallModel.model;
import static dev.assay.model.grading.SmallModel.rate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.RatingState;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model demands of the quality of a file before it grades anybody by it. The day is 10 March 2026. */
class QualityDemandTest {

    static final ConfigFile DEMANDING = model("""
            indicators:
              - {id: base, title: {zh: 基础, en: Base}, constant: 0, basis: measure}
              - id: range
                title: {zh: 范围, en: Range}
                from: {every: award}
                per_fact: {points: 20, most: 20}
                missing: 0
                basis: measure
            quality:
              - id: known-inspections
                title: {zh: 可信的监督检查, en: Trusted inspections}
                from: {every: inspection, within: 24 months, among: {inspection_kind: full}}
                at_least: 2
                trust: 60
                present: [score]
                otherwise: PENDING
                basis: other
            """);

    private static Fact inspection(String day, int trust, @Nullable Integer score) {
        Map<String, Object> values = new HashMap<>(Map.of("inspection_kind", "full"));
        if (score != null) {
            values.put("score", BigDecimal.valueOf(score));
        }
        Fact plain = Facts.fact(FactKinds.INSPECTION, null, LocalDate.parse(day), values);
        return new Fact(
                plain.id(),
                plain.kind(),
                plain.licence(),
                plain.occurredOn(),
                plain.knownOn(),
                plain.recordedAt(),
                new Source("test", "test.csv", plain.id(), trust),
                Values.of(values));
    }

    @Test
    void whoseFileHoldsEnoughIsGraded() {
        GradeAnalysis graded = rate(DEMANDING, DAY, inspection("2025-02-01", 60, 3), inspection("2026-02-01", 90, 3));
        assertThat(graded.rating().grade()).isEqualTo("A");
        assertThat(graded.rating().validUntil())
                .as("then one of the two is older than 24 months")
                .isEqualTo(LocalDate.of(2027, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-01, 59, 3,   one from a feed that is not trusted enough",
        "2025-02-01, 60,  ,   one without a score",
        "2024-01-01, 60, 3,   one too old",
    })
    void whoseFileFallsShortHasAStateAndNoGrade(LocalDate day, int trust, @Nullable Integer score, String why) {
        GradeAnalysis short_ =
                rate(DEMANDING, DAY, inspection(day.toString(), trust, score), inspection("2026-02-01", 60, 3));
        assertThat(short_.rating().state()).as(why).isEqualTo(RatingState.PENDING);
        assertThat(short_.rating().grade()).isNull();
        assertThat(short_.explanation().reason().rule()).isEqualTo("known-inspections");
    }

    @Test
    void theReasonSaysWhatIsDemandedWhatThereIsAndByWhichLaw() {
        GradeAnalysis analysis = rate(DEMANDING, DAY, inspection("2025-02-01", 59, 3), inspection("2026-02-01", 60, 3));
        var reason = analysis.explanation().reason();
        assertThat(reason.text().en())
                .isEqualTo(
                        "The credit file is below the model's minimum quality (Trusted inspections): at least 2 records"
                                + " from a feed trusted 60 or more with Score; of the 2 there are, 1 is good enough");
        assertThat(reason.text().zh()).contains("可信的监督检查", "来源可信度不低于 60", "其中 1 条符合");
        assertThat(reason.basis().citation()).isEqualTo("Another measure");
        assertThat(reason.evidence()).hasSize(2);
    }

    @Test
    void aDemandCountsOnlyUnderItsCondition() {
        ConfigFile conditional = new ConfigFile(
                DEMANDING.name(),
                DEMANDING.content().replace("    at_least: 2", "    when: {exists: award}\n    at_least: 2"));
        assertThat(rate(conditional, DAY).rating().grade()).isEqualTo("A");
        Fact award = Facts.fact(KINDS.findByName("award").orElseThrow(), null, LocalDate.of(2026, 1, 1), Map.of());
        assertThat(rate(conditional, DAY, award).rating().state()).isEqualTo(RatingState.PENDING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "trust: 60; trust: 101; The trust (101) is more than any feed can have, which is 100.",
                "present: [score]; present: [scores]; The field (scores) is not known.",
                "at_least: 2; at_least: 0; The value (0) is not a whole number from 1 up.",
                "every: inspection; every: inspektion; The kind of fact (inspektion) is not known.",
                "otherwise: PENDING; otherwise: RATED; RATED",
            })
    void whatADemandCannotMeanIsRefused(String right, String wrong, String message) {
        ConfigFile file = new ConfigFile(DEMANDING.name(), DEMANDING.content().replace(right, wrong));
        assertThat(GradingModels.check(file, KINDS))
                .extracting(Fault::message)
                .anySatisfy(found -> assertThat(found).contains(message));
    }

    @Test
    void aListingThresholdThatEverybodyReachesIsRefused() {
        ConfigFile file = new ConfigFile(
                DEMANDING.name(),
                DEMANDING.content()
                        + "listing_threshold: {id: listed, title: {zh: 名单, en: L}, grade: A, basis: measure}\n");
        assertThat(GradingModels.check(file, KINDS))
                .extracting(Fault::message)
                .contains("The listing threshold (A) is the best grade: everybody would be looked at.");
    }
}

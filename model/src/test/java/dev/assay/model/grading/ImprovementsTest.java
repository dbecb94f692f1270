package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.improvement.Improvements;
import dev.assay.core.improvement.Remedy;
import dev.assay.core.improvement.Step;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.remedy.RemediesFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would better a grade. */
class ImprovementsTest {

    private static final Vocabulary KINDS = DeclaredKinds.load(ConfigFiles.packaged());
    private static final List<Remedy> REMEDIES = RemediesFile.load(ConfigFiles.packaged(), KINDS);
    private static final GradingModel FHRS = GradingModels.load(ConfigFiles.packaged(), "uk-fhrs");
    private static final GradingModel CN = GradingModels.load(ConfigFiles.packaged(), "cn-food-risk-2016");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static Improvements improvements(GradingModel model, CreditFile file) {
        return Improvements.of(file, model.subjects(file).getFirst(), model, REMEDIES);
    }

    private static CreditFile establishment(int hygiene, int structural, int confidence) {
        return Facts.file(
                DAY,
                List.of(
                        Facts.fact(
                                FactKinds.BUSINESS,
                                null,
                                DAY.minusYears(2),
                                Map.of("name", "The Ivy House", "rating_scheme", "FHRS", "rating_status", "rated")),
                        Facts.fact(
                                FactKinds.INSPECTION,
                                null,
                                DAY.minusYears(1),
                                Map.of(
                                        "hygiene", BigDecimal.valueOf(hygiene),
                                        "structural", BigDecimal.valueOf(structural),
                                        "confidence", BigDecimal.valueOf(confidence)))));
    }

    private static List<String> told(Improvements improvements, String grade) {
        return improvements.ways().stream()
                .filter(way -> way.grade().equals(grade))
                .map(way -> String.join(
                        " + ",
                        way.steps().stream()
                                .map(step -> step.remedy().id() + " " + step.level())
                                .toList()))
                .toList();
    }

    @Test
    void ofThreeScoresOfTenOneMustFallToNoughtForA4AndAllToFiveForA5() {
        Improvements improvements = improvements(FHRS, establishment(10, 10, 10));
        assertThat(improvements.now().grade()).isEqualTo("3");
        assertThat(told(improvements, "4"))
                .containsExactly("hygiene 0", "structural 0", "confidence 0"); // 0 + 10 + 10 = 20
        assertThat(told(improvements, "5"))
                .containsExactly("hygiene 5 + structural 5 + confidence 5"); // 15, and none above 5
        assertThat(improvements.byItself()).isEmpty();
    }

    @Test
    void theMildestLevelIsNamedWhereSeveralReachTheGrade() {
        // 5 + 5 + 10 = 20 is a 4 at once; a mere 3 cannot be had
        assertThat(told(improvements(FHRS, establishment(5, 5, 20)), "3")).isEmpty();
        assertThat(told(improvements(FHRS, establishment(5, 5, 20)), "4")).containsExactly("confidence 10");
        assertThat(told(improvements(FHRS, establishment(5, 5, 20)), "5")).containsExactly("confidence 5");
    }

    @Test
    void theBestGradeHasNoWays() {
        assertThat(improvements(FHRS, establishment(5, 5, 5)).ways()).isEmpty();
    }

    private static List<Fact> shop() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Facts.fact(FactKinds.BUSINESS, null, LocalDate.of(2020, 1, 1), Map.of("name", "店")));
        facts.add(Facts.fact(
                FactKinds.LICENCE,
                LocalDate.of(2025, 6, 1),
                Map.of(
                        "number",
                        Facts.LICENCE,
                        "sector",
                        "sales",
                        "status",
                        "valid",
                        "valid_from",
                        "2025-06-01",
                        "valid_to",
                        "2030-05-31")));
        facts.add(Facts.fact(
                FactKinds.PROFILE,
                LocalDate.of(2025, 6, 1),
                Map.of("area", BigDecimal.valueOf(300), "suppliers", BigDecimal.TEN)));
        return facts;
    }

    private static Fact inspection(String day, String... results) {
        List<Values> items = new ArrayList<>();
        for (String result : results) {
            items.add(Values.of(Map.of(
                    "item", "i" + items.size(), "points", BigDecimal.TEN, "key", items.isEmpty(), "result", result)));
        }
        return Facts.fact(
                FactKinds.INSPECTION,
                LocalDate.parse(day),
                Map.of("inspection_kind", "full", "result", "fail", "items", items));
    }

    @Test
    void aPassedInspectionBettersTheGradeAndARaisedYearEndsByItself() {
        List<Fact> facts = shop();
        facts.add(inspection("2026-02-01", "fail", "fail", "fail", "pass")); // 60 × 3 ÷ 4 = 45 and 4 of the static part
        facts.add(Facts.fact(
                FactKinds.PENALTY, LocalDate.of(2025, 9, 1), Map.of("conduct", "发生食品安全事故", "document_no", "9号")));
        Improvements improvements = improvements(CN, Facts.file(DAY, facts));
        assertThat(improvements.now().computedGrade()).isEqualTo("C");
        assertThat(improvements.now().grade()).isEqualTo("D");
        assertThat(improvements.byItself().getFirst().day()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(improvements.byItself().getFirst().rating().grade()).isEqualTo("C");
        Improvements.Way best = improvements.ways().stream()
                .filter(way -> way.grade().equals("A"))
                .findFirst()
                .orElseThrow();
        assertThat(best.steps())
                .extracting(step -> step.remedy().id())
                .containsExactly("pass-inspection", "credit-repair");
        assertThat(best.day()).isEqualTo(DAY);
        assertThat(best.steps().getLast().title().en()).endsWith(": 9号");
    }

    /** Random files of two models. */
    static List<CreditFile> files() {
        return LongStream.range(0, 60)
                .mapToObj(RandomFile::new)
                .map(random -> Facts.file(random.asOf(), random.facts()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyWayReachesItsGradeAndNoStepOfItCanBeLeftOut(CreditFile file) {
        for (var subject : CN.subjects(file)) {
            Improvements improvements = Improvements.of(file, subject, CN, REMEDIES);
            for (Improvements.Way way : improvements.ways()) {
                int wanted = CN.grades().indexOf(way.grade());
                assertThat(CN.grades().indexOf(way.rating().grade())).isLessThanOrEqualTo(wanted);
                for (Step left : way.steps()) {
                    List<Step> fewer = way.steps().stream()
                            .filter(step -> !step.equals(left))
                            .toList();
                    String grade = Improvements.rate(file, subject, CN, fewer, way.day())
                            .grade();
                    assertThat(grade == null || CN.grades().indexOf(grade) > wanted)
                            .isTrue();
                }
            }
            for (Improvements.Turn turn : improvements.byItself()) {
                Rating before = RatingEngine.rate(
                                new CreditFile(file.business(), turn.day().minusDays(1), file.knownAt(), file.facts()),
                                subject,
                                CN)
                        .rating();
                Assertions.assertThat(List.of(String.valueOf(before.grade()), before.state()))
                        .isNotEqualTo(List.of(
                                String.valueOf(turn.rating().grade()),
                                turn.rating().state()));
            }
        }
    }

    @Test
    void amongTheRandomFilesAreManyWithWaysAndWithTurns() {
        List<Improvements> found = files().stream()
                .flatMap(
                        file -> CN.subjects(file).stream().map(subject -> Improvements.of(file, subject, CN, REMEDIES)))
                .toList();
        assertThat(found).filteredOn(one -> !one.ways().isEmpty()).hasSizeGreaterThan(10);
        assertThat(found).filteredOn(one -> !one.byItself().isEmpty()).hasSizeGreaterThan(20);
    }

    @Test
    void aFaultyRemedyIsRefusedWithAllItsFaults() {
        Assertions.assertThatThrownBy(() -> RemediesFile.parse(List.of(new ConfigFile("remedies/x.yaml", """
                                remedies:
                                  - {id: a, title: {zh: 一, en: One}, obtains: certificate}
                                  - {id: b, title: {zh: 二, en: Two}, obtains: certification, set: {schema: haccp}}
                                  - {id: c, title: {zh: 三, en: Three}}
                                """)), KINDS))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("The kind of fact (certificate) is not known.")
                .hasMessageContaining("The field (schema) is not known.")
                .hasMessageContaining("The remedy has none of obtains, repeats, follows.");
    }
}

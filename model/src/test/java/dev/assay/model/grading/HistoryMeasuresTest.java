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
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model can ask of the facts before the newest: the one before it, the time since then, items that count several times. */
class HistoryMeasuresTest {

    private static final Vocabulary KINDS = DeclaredKinds.load(ConfigFiles.packaged());
    private static final FactKind FINDINGS =
            KINDS.findByName("inspection-findings").orElseThrow();
    private static final LocalDate LAST = LocalDate.of(2024, 1, 1);

    private static final String MODEL = """
            id: history
            version: "1"
            title: {zh: 历史, en: History}
            scope: licence
            visibility: internal
            direction: higher-is-worse
            grades: [A, B]
            sectors: [sales]
            law: measure
            basis: {measure: {citation: A measure, valid_from: 2020-01-01}}
            classifications:
              - id: record
                title: {zh: 记录, en: Record}
                rules:
                  - {id: first, class: first, when: {not: {newest: inspection, place: 2}}, basis: measure}
                  - {id: again, class: again, basis: measure}
            indicators:
              - id: first-record
                title: {zh: 首次检查, en: First inspection}
                by_class: record
                points: {first: 1, again: 0}
                missing: 0
                basis: measure
              - id: critical
                title: {zh: 严重问题, en: Critical findings}
                from: {newest: inspection-findings}
                field: findings
                per_item: {points: 1, most: 10, times: count, where: {item: ["1", "2"]}}
                missing: 0
                basis: measure
              - id: past-critical
                title: {zh: 上次严重问题, en: Critical findings of the inspection before}
                from: {newest: inspection-findings, place: 2}
                field: findings
                per_item: {points: 1, most: 10, times: count, where: {item: ["1", "2"]}}
                missing: 0
                basis: measure
              - id: since
                title: {zh: 距上次检查, en: Time since the newest inspection}
                from: {newest: inspection}
                time_since: {days: 365, most: 2}
                missing: 2
                basis: measure
            bands:
              - {grade: A, at_least: 0, at_most: 5, basis: measure}
              - {grade: B, above: 5, basis: measure}
            """;

    private static GradeAnalysis rate(LocalDate asOf, Fact... facts) {
        GradingModel model = GradingModels.parse(new ConfigFile("models/history.yaml", MODEL), KINDS);
        List<Fact> all = new ArrayList<>(List.of(facts));
        all.add(Facts.fact(
                FactKinds.LICENCE,
                LocalDate.of(2021, 1, 1),
                Map.of("number", Facts.LICENCE, "sector", "sales", "status", "valid")));
        var file = Facts.file(asOf, all);
        return RatingEngine.rate(file, model.subjects(file).getFirst(), model);
    }

    private static Fact inspection(LocalDate day) {
        return Facts.fact(FactKinds.INSPECTION, day, Map.of("result", "pass"));
    }

    /** Findings of an inspection: how often each item was found. */
    private static Fact findings(LocalDate day, Map<String, Integer> items) {
        List<Values> found = items.entrySet().stream()
                .map(item -> Values.of(Map.of("item", item.getKey(), "count", BigDecimal.valueOf(item.getValue()))))
                .toList();
        return Facts.fact(FINDINGS, day, Map.of("findings", found));
    }

    private static BigDecimal points(GradeAnalysis analysis, String indicator) {
        return analysis.explanation().indicators().stream()
                .filter(one -> one.finding().rule().equals(indicator))
                .map(one -> one.points())
                .findFirst()
                .orElseThrow();
    }

    /** Days after the newest inspection, the points, and until when they hold. */
    @ParameterizedTest(name = "{0} days later: {1}")
    @CsvSource({
        "0, 0, 2024-01-01", // the day itself; every day to come adds to it
        "1, 0.0027, 2024-01-02", // 1 ÷ 365
        "336, 0.9205, 2024-12-02", // 336 ÷ 365
        "365, 1, 2024-12-31", // 2024 has 366 days: a point is for 365 days and not for a calendar year
        "729, 1.9973, 2025-12-30", // 729 ÷ 365, the last day below the most
        "730, 2,", // 2 × 365: the most, and nothing to come changes it
        "3000, 2,",
    })
    void timeGivesAPointForSoManyDaysUpToTheMost(int days, BigDecimal points, LocalDate validUntil) {
        GradeAnalysis analysis = rate(LAST.plusDays(days), inspection(LAST));
        assertThat(points(analysis, "since")).isEqualByComparingTo(points);
        assertThat(analysis.rating().validUntil()).isEqualTo(validUntil);
        // It changed today, or on the day on which it reached the most.
        assertThat(analysis.rating().effectiveFrom()).isEqualTo(LAST.plusDays(Math.min(days, 730)));
    }

    @Test
    void whoWasNeverInspectedGetsWhatTheModelSaysForNothingToRead() {
        GradeAnalysis analysis = rate(LAST);
        assertThat(points(analysis, "since")).isEqualByComparingTo("2");
        assertThat(points(analysis, "first-record")).isEqualByComparingTo("1");
    }

    @Test
    void theOneBeforeTheNewestIsReadAndItemsCountAsOftenAsTheySay() {
        Fact[] facts = {
            inspection(LAST.minusDays(200)),
            findings(LAST.minusDays(200), Map.of("1", 7)),
            inspection(LAST.minusDays(100)),
            findings(LAST.minusDays(100), Map.of("1", 2, "2", 1, "70", 5)),
            inspection(LAST),
            findings(LAST, Map.of("2", 1, "70", 9))
        };
        GradeAnalysis analysis = rate(LAST, facts);
        assertThat(points(analysis, "critical")).isEqualByComparingTo("1"); // item 2 once; 70 is not asked for
        assertThat(points(analysis, "past-critical")).isEqualByComparingTo("3"); // 2 × item 1 + 1 × item 2
        assertThat(points(analysis, "first-record")).isEqualByComparingTo("0");
        assertThat(analysis.explanation().indicators())
                .flatExtracting(one -> one.finding().evidence())
                .extracting(evidence -> evidence.kind() + " " + evidence.occurredOn())
                .contains("inspection-findings " + LAST, "inspection-findings " + LAST.minusDays(100))
                .doesNotContain("inspection-findings " + LAST.minusDays(200));
        assertThat(analysis.explanation().indicators())
                .extracting(one -> one.finding().text().en())
                .contains("3 × 1 ≤ 10 = 3 points", "Days since then: 0 ÷ 365 ≤ 2 = 0 points");
    }

    @Test
    void theFirstInspectionHasNoneBeforeIt() {
        GradeAnalysis analysis = rate(LAST, inspection(LAST), findings(LAST, Map.of("1", 2)));
        assertThat(points(analysis, "critical")).isEqualByComparingTo("2");
        assertThat(points(analysis, "past-critical")).isEqualByComparingTo("0");
        assertThat(points(analysis, "first-record")).isEqualByComparingTo("1");
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "place: 2}} | place: 0}} | Maybe 2: the one before the newest.",
                "times: count | times: cuont | Did you mean (count)?",
                "times: count | times: severity | Maybe another field was meant.",
                "days: 365 | days: 0 | 'Maybe {days: 365, most: 2}: a point for each year, two at the most.'",
                "newest: inspection}\\n    time | every: inspection}\\n    time | Maybe add it: newest: …",
            })
    void aFaultIsNamedWithItsRemedy(String sound, String broken, String remedy) {
        String text = MODEL.replace(sound.replace("\\n", "\n"), broken.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(MODEL);
        assertThat(GradingModels.check(new ConfigFile("models/history.yaml", text), KINDS))
                .extracting(fault -> fault.remedy())
                .contains(remedy);
    }
}

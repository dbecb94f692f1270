package dev.assay.model.grading;

import static dev.assay.model.grading.SmallModel.DAY;
import static dev.assay.model.grading.SmallModel.HEAD;
import static dev.assay.model.grading.SmallModel.fine;
import static dev.assay.model.grading.SmallModel.indicator;
import static dev.assay.model.grading.SmallModel.penalty;
import static dev.assay.model.grading.SmallModel.points;
import static dev.assay.model.grading.SmallModel.rate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.model.config.ConfigFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows, measures, cases, points that are lost: each construct on the smallest model that has it. */
class ConstructsTest {

    /** A penalty of a day, whether it counts on 10 March 2026, and until when that holds. */
    @ParameterizedTest(name = "{0}: a penalty of {1} gives {2}, until {3}")
    @CsvSource({
        "within: 12 months, 2025-03-10, 1, 2026-03-10", // the last day
        "within: 12 months, 2025-03-09, 0,",
        "within: 30 days, 2026-02-08, 1, 2026-03-10", // 20 days of February and 10 of March
        "within: 30 days, 2026-02-07, 0,",
        "within: calendar-year, 2026-01-01, 1, 2026-12-31",
        "within: calendar-year, 2025-12-31, 0,",
        "within: previous-calendar-year, 2025-12-31, 1, 2026-12-31",
        "within: previous-calendar-year, 2026-01-01, 0, 2026-12-31", // it will count next year
        "within: previous-calendar-year, 2024-12-31, 0,",
        "since: 2024-07-01, 2024-07-01, 1,",
        "since: 2024-07-01, 2024-06-30, 0,",
    })
    void aWindowSaysWhichFactsCountAndUntilWhen(String window, String day, int expected, LocalDate validUntil) {
        GradeAnalysis analysis = rate(
                indicator("measure: {count: penalty, %s}\nfactor: {points: 1, most: 20}".formatted(window)),
                DAY,
                fine(day, 100));
        assertThat(points(analysis)).isEqualByComparingTo(BigDecimal.valueOf(expected));
        assertThat(analysis.rating().validUntil()).isEqualTo(validUntil);
    }

    @Test
    void sinceTheLastInspectionMeansAfterItsDay() {
        ConfigFile file =
                indicator("measure: {count: penalty, since: {newest: inspection}}\nfactor: {points: 1, most: 20}");
        Fact inspection = Facts.fact(FactKinds.INSPECTION, null, LocalDate.of(2025, 6, 1), Map.of("result", "pass"));
        Fact[] penalties = {fine("2025-05-31", 1), fine("2025-06-01", 1), fine("2025-06-02", 1)};
        assertThat(points(rate(file, DAY, penalties))).isEqualByComparingTo("3");
        assertThat(points(rate(file, DAY, penalties[0], penalties[1], penalties[2], inspection)))
                .isEqualByComparingTo("1");
    }

    @Test
    void onTheDayOfTheNewestInspectionMeansThatDayAlone() {
        ConfigFile file = indicator("""
                measure: {count: penalty, on: {newest: inspection}}
                factor: {points: 1, most: 20}""");
        Fact inspection = Facts.fact(FactKinds.INSPECTION, null, LocalDate.of(2025, 6, 1), Map.of("result", "pass"));
        Fact[] penalties = {fine("2025-05-31", 1), fine("2025-06-01", 1), fine("2025-06-02", 1)};
        assertThat(points(rate(file, DAY, penalties))).isEqualByComparingTo("0");
        assertThat(points(rate(file, DAY, penalties[0], penalties[1], penalties[2], inspection)))
                .isEqualByComparingTo("1");
    }

    /** Fines of 100, 400 and 1000 yuan; what is made of them, and the points. */
    @ParameterizedTest(name = "{0} with {1} gives {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sum: fine; factor: {points: 0.01, least: 0, most: 20}; 15", // 0.01 × 1500
                "highest: fine; factor: {points: 0.01, least: 0, most: 20}; 10",
                "lowest: fine; factor: {points: 0.01, least: 0, most: 20}; 1",
                "average: fine; factor: {points: 0.03, least: 0, most: 20}; 15", // 0.03 × 1500 ÷ 3
                "latest: fine; factor: {points: 0.01, least: 0, most: 20}; 4",
                "sum: fine; factor: {points: 0.1, least: 0, most: 20}; 20", // 150, capped
                "sum: fine; line: {from: {at: 0, points: 0}, to: {at: 3000, points: 10}}; 5", // half the way
                "sum: fine; line: {from: {at: 2000, points: 1}, to: {at: 3000, points: 10}}; 1",
                "sum: fine; steps: [{up_to: 1500, points: 2}, {above: 1500, points: 9}]; 2", // the bound belongs to its
                // step
                "sum: fine; steps: [{up_to: 1499, points: 2}, {above: 1499, points: 9}]; 9",
                "share: {fine: {above: 100}}; factor: {points: 12}; 8", // 12 × 2 ÷ 3
            })
    void aMeasureBecomesPoints(String measure, String conversion, BigDecimal expected) {
        GradeAnalysis analysis = rate(
                indicator("measure: {%s, of: {every: penalty}}\n%s".formatted(measure, conversion)),
                DAY,
                fine("2024-01-01", 100),
                fine("2024-02-01", 1000),
                fine("2024-03-01", 400));
        assertThat(points(analysis)).isEqualByComparingTo(expected);
    }

    @Test
    void anAverageThatIsNoDecimalStaysExactUntilTheBandsWereRead() {
        // 0.05 × (100 + 100 + 101) ÷ 3 = 5.01666…; 0.05 × (100 + 100 + 100) ÷ 3 = 5, which is still A.
        ConfigFile file =
                indicator("measure: {average: fine, of: {every: penalty}}\nfactor: {points: 0.05, least: 0, most: 20}");
        Fact first = fine("2024-01-01", 100);
        Fact second = fine("2024-01-02", 100);
        assertThat(rate(file, DAY, first, second, fine("2024-01-03", 100))
                        .rating()
                        .grade())
                .isEqualTo("A");
        GradeAnalysis above = rate(file, DAY, first, second, fine("2024-01-03", 101));
        assertThat(above.rating().grade()).isEqualTo("B");
        assertThat(above.rating().score()).isEqualByComparingTo("5.0167");
    }

    /** Full months since the later of the first licence (1 January 2020) and the newest penalty, by steps of 12 and 36. */
    @ParameterizedTest(name = "as of {0}: {1} points until {2}")
    @CsvSource({
        "2024-05-14, 7, 2024-06-14", // a penalty of 15 May 2023: 11 months
        "2024-06-14, 7, 2024-06-14", // 12 full months belong to the first step
        "2024-06-15, 3, 2026-06-14", // 13
        "2026-06-15, 0,", // 37
    })
    void timeSinceTheLatestOfSeveralDaysTurnsOnlyWhereAStepEnds(LocalDate asOf, BigDecimal points, LocalDate until) {
        GradeAnalysis analysis = rate(
                indicator("""
                        measure: {months_since: [{oldest: licence}, {newest: penalty}]}
                        steps: [{up_to: 12, points: 7}, {up_to: 36, points: 3}, {above: 36, points: 0}]"""),
                asOf,
                Facts.fact(FactKinds.LICENCE, null, LocalDate.of(2020, 1, 1), Map.of("number", "x")),
                fine("2023-05-15", 1));
        assertThat(points(analysis)).isEqualByComparingTo(points);
        assertThat(analysis.rating().validUntil()).isEqualTo(until);
    }

    private static final String CASES = """
            from: {every: penalty, within: calendar-year}
            cases:
              in_one_fact: %s
              %s
              most: 20
              rows:
                - {id: warning, title: {zh: 警告, en: Warning}, points: 1, where: {kinds: 警告}}
                - {id: fined, title: {zh: 罚款, en: Fine}, points: 3, where: {kinds: 罚款}, basis: other}
                - {id: closed, title: {zh: 停业, en: Closure}, points: 6, where: {kinds: 责令停产停业}}""";

    @Test
    void severalPenaltiesInOneCaseCountAsTheHeaviestOrAddUpAsTheModelSays() {
        Fact[] facts = {
            penalty("2026-01-10", "1", "警告", "罚款"),
            penalty("2026-02-10", "1", "责令停产停业"),
            penalty("2026-03-10", "2", "罚款"),
            penalty("2025-12-31", "3", "责令停产停业"),
            penalty("2026-03-01", "4", "其他"),
        };
        assertThat(points(rate(indicator(CASES.formatted("sum", "")), DAY, facts)))
                .isEqualByComparingTo("13"); // (1 + 3) + 6 + 3
        assertThat(points(rate(indicator(CASES.formatted("highest", "")), DAY, facts)))
                .isEqualByComparingTo("12"); // 3 + 6 + 3
        GradeAnalysis oneCase = rate(indicator(CASES.formatted("sum", "one_case: document_no")), DAY, facts);
        assertThat(points(oneCase)).isEqualByComparingTo("9"); // max(1 + 3, 6) + 3
        assertThat(oneCase.explanation().indicators().getFirst().finding().evidence())
                .hasSize(2);
    }

    @Test
    void olderFactsCountLessByAgeAndEachAgeEndsOnADay() {
        ConfigFile file = indicator(CASES.formatted(
                        "sum",
                        "by_age: [{up_to: 12 months, factor: 1}, {up_to: 24 months, factor: 0.6}, {above: 24 months, factor: 0.15}]")
                .replace(", within: calendar-year", ""));
        GradeAnalysis analysis = rate(
                file,
                DAY,
                penalty("2025-03-10", "1", "罚款"),
                penalty("2025-03-09", "2", "罚款"),
                penalty("2020-01-01", "3", "罚款"));
        assertThat(points(analysis)).isEqualByComparingTo("5.25"); // 3 × 1 + 3 × 0.6 + 3 × 0.15
        assertThat(analysis.rating().validUntil()).isEqualTo(DAY);
        assertThat(analysis.explanation()
                        .indicators()
                        .getFirst()
                        .finding()
                        .basis()
                        .citation())
                .isEqualTo("Another measure");
    }

    @Test
    void aScoreCanBeginWithPointsAndLoseThem() {
        ConfigFile file =
                new ConfigFile("models/small.yaml", HEAD.replace("higher-is-worse", "higher-is-better") + """
                        indicators:
                          - {id: base, title: {zh: 基础, en: Base}, constant: 10, basis: measure}
                          - id: penalties
                            title: {zh: 处罚, en: Penalties}
                            from: {every: penalty}
                            per_fact: {points: -1.5, least: -10}
                            missing: 0
                            basis: measure
                        bands:
                          - {grade: A, at_least: 9, basis: measure}
                          - {grade: B, at_least: 7, below: 9, basis: measure}
                          - {grade: C, below: 7, basis: measure}
                        """);
        assertThat(rate(file, DAY).rating().grade()).isEqualTo("A");
        assertThat(rate(file, DAY, fine("2026-01-01", 1)).rating().score()).isEqualByComparingTo("8.5");
        assertThat(rate(file, DAY, fine("2026-01-01", 1), fine("2026-01-01", 1))
                        .rating()
                        .grade())
                .isEqualTo("B"); // exactly 7
    }
}

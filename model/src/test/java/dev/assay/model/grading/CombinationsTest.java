package dev.assay.model.grading;

import static dev.assay.model.grading.SmallModel.BANDS;
import static dev.assay.model.grading.SmallModel.DAY;
import static dev.assay.model.grading.SmallModel.HEAD;
import static dev.assay.model.grading.SmallModel.KINDS;
import static dev.assay.model.grading.SmallModel.fine;
import static dev.assay.model.grading.SmallModel.foods;
import static dev.assay.model.grading.SmallModel.model;
import static dev.assay.model.grading.SmallModel.penalty;
import static dev.assay.model.grading.SmallModel.points;
import static dev.assay.model.grading.SmallModel.rate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.Fault;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, vetoes, tables, input models, supervision, and what is refused of them. */
class CombinationsTest {

    @Test
    void aGroupTakesTheHighestOrACappedAndWeightedSum() {
        String group = """
                groups:
                  - {id: g, title: {zh: 组, en: Group}, %s, basis: measure}
                indicators:
                  - {id: one, title: {zh: 一, en: One}, group: g, when: {exists: business}, constant: 4, basis: measure}
                  - {id: two, title: {zh: 二, en: Two}, group: g, when: {exists: business}, constant: 9, basis: measure}
                  - id: range
                    title: {zh: 范围, en: Range}
                    from: {every: award}
                    per_fact: {points: 20, most: 20}
                    missing: 0
                    basis: measure
                """;
        assertThat(rate(model(group.formatted("counts: highest")), DAY).rating().score())
                .isEqualByComparingTo("9");
        assertThat(rate(model(group.formatted("cap: 10, weight: 0.4")), DAY)
                        .rating()
                        .score())
                .isEqualByComparingTo("4"); // min(13, 10) × 0.4
    }

    @Test
    void aVetoFixesTheGradeAsLongAsItsWindowIsOpenAndNeverBettersOne() {
        ConfigFile file = model("""
                indicators:
                  - {id: base, title: {zh: 基础, en: Base}, constant: 0, basis: measure}
                  - id: range
                    title: {zh: 范围, en: Range}
                    from: {every: award}
                    per_fact: {points: 20, most: 20}
                    missing: 0
                    basis: measure
                vetoes:
                  - id: closed-twice
                    title: {zh: 一年内两次停业, en: Closed twice within a year}
                    grade: C
                    when: {count: penalty, at_least: 2, inside: 12 months, within: 24 months, where: {kinds: 责令停产停业}}
                    basis: measure
                  - id: fined
                    title: {zh: 罚款, en: Fined}
                    grade: B
                    when: {exists: penalty, where: {kinds: 罚款}}
                    basis: measure
                """);
        Fact first = penalty("2024-01-01", "1", "责令停产停业");
        Fact second = penalty("2025-01-01", "2", "责令停产停业");
        Fact late = penalty("2025-01-02", "2", "责令停产停业");
        GradeAnalysis twice = rate(file, DAY, first, second);
        assertThat(twice.rating().grade()).isEqualTo("C");
        assertThat(twice.rating().computedGrade()).isEqualTo("A");
        assertThat(twice.rating().validUntil()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(rate(file, LocalDate.of(2027, 1, 2), first, second).rating().grade())
                .isEqualTo("A");
        assertThat(rate(file, DAY, first, late).rating().grade()).isEqualTo("A");
        GradeAnalysis both = rate(file, DAY, first, second, penalty("2025-06-01", "3", "罚款"));
        assertThat(both.rating().grade()).isEqualTo("C");
        assertThat(both.explanation().adjustments()).hasSize(1);
    }

    private static final String TABLE = """
            --- # with models/tables/foods.yaml
            id: foods
            title: {zh: 食品, en: Foods}
            basis: {annex: {citation: An annex, valid_from: 2016-12-01}}
            match: prefix
            columns: [points, tier]
            rows:
              "01": {title: {zh: 粮食, en: Grain}, points: 14, tier: Ⅱ, basis: annex}
              "0101": {title: {zh: 小麦粉, en: Flour}, points: 3.5, tier: Ⅰ, basis: annex}
              "05": {title: {zh: 乳制品, en: Dairy}, points: 8, tier: Ⅳ, basis: annex}
            """;

    @Test
    void aTableOfItsOwnFileGivesThePointsOfTheHighestOfSeveralCategories() {
        ConfigFile whole = new ConfigFile("models/small.yaml", model("""
                tables: [foods]
                indicators:
                  - id: one
                    title: {zh: 类别, en: Category}
                    from: {newest: profile}
                    field: food_kinds
                    codes: {table: foods, column: points}
                    missing: not-rated
                    basis: measure
                vetoes:
                  - id: key
                    title: {zh: 重点, en: Key}
                    grade: C
                    when: {newest: profile, where: {food_kinds: {in_table: foods, column: tier, is: Ⅳ}}}
                    basis: measure
                """).content() + "\n" + TABLE);
        assertThat(points(rate(whole, DAY, foods("0101", "0502")))).isEqualByComparingTo("8");
        assertThat(rate(whole, DAY, foods("0101", "0502")).rating().grade()).isEqualTo("C");
        GradeAnalysis flour = rate(whole, DAY, foods("0101"));
        assertThat(flour.rating().grade()).isEqualTo("A");
        assertThat(flour.explanation().indicators().getFirst().finding().basis().citation())
                .isEqualTo("An annex");
        assertThat(points(rate(whole, DAY, foods("0103")))).isEqualByComparingTo("14");
        assertThat(rate(whole, DAY, foods("99")).rating().state().name()).isEqualTo("NOT_RATED");
    }

    private static String input(String id, String kind) {
        return "\n--- # with models/" + id + ".yaml\n" + HEAD.replace("id: small", "id: " + id) + """
                indicators:
                  - id: one
                    title: {zh: 一, en: One}
                    from: {every: %s, within: 12 months}
                    per_fact: {points: 6, most: 20}
                    missing: 0
                    basis: measure
                """.formatted(kind)
                + BANDS;
    }

    private static final String INPUTS = "inputs: [{id: professional, model: food}, {id: general, model: credit}]\n";

    @Test
    void aMatrixCombinesTwoModelsAndTheirExplanationsStandUnderIt() {
        ConfigFile whole = new ConfigFile(
                "models/small.yaml", HEAD + INPUTS + """
                matrix:
                  rows: professional
                  columns: general
                  cells:
                    A: {A: A, B: A, C: B}
                    B: {A: B, B: B, C: C}
                    C: {A: C, B: C, C: C}
                  basis: measure
                """ + input("food", "inspection") + input("credit", "penalty"));
        GradeAnalysis best = rate(whole, DAY, fine("2026-01-01", 1));
        assertThat(best.rating().grade()).isEqualTo("A");
        assertThat(best.rating().score()).isNull();
        assertThat(best.explanation().inputs()).hasSize(2);
        assertThat(best.rating().validUntil()).isEqualTo(LocalDate.of(2027, 1, 1));
        GradeAnalysis worse = rate(whole, DAY, fine("2026-01-01", 1), fine("2026-01-02", 1));
        assertThat(worse.rating().grade()).isEqualTo("B");
        assertThat(worse.rating().digest()).isNotEqualTo(best.rating().digest());
    }

    @Test
    void theWorstOfSeveralModelsCountsAndAGradeOfAnInputGivesPoints() {
        String inputs = INPUTS + "worst_of: {inputs: [{input: professional}, {input: general}], basis: measure}\n";
        String texts = input("food", "inspection") + input("credit", "penalty");
        ConfigFile worst = new ConfigFile("models/small.yaml", HEAD + inputs + texts);
        assertThat(rate(worst, DAY, fine("2026-01-01", 1)).rating().grade()).isEqualTo("B");
        ConfigFile points = new ConfigFile("models/small.yaml", model("""
                inputs: [{id: professional, model: food}, {id: general, model: credit}]
                indicators:
                  - {id: one, title: {zh: 一, en: One}, by_grade: general, points: {A: 0, B: 7, C: 20}, missing: 0, basis: measure}
                  - {id: two, title: {zh: 二, en: Two}, score_of: {input: professional, factor: 0.5, lowest: 0, highest: 10}, missing: 0, basis: measure}
                states:
                  - id: bad
                    state: SUSPENDED
                    when: {input: general, grade: C}
                    text: {zh: 差, en: Bad}
                    basis: measure
                """).content() + texts);
        Fact visit = Facts.fact(FactKinds.INSPECTION, null, LocalDate.of(2026, 1, 1), Map.of("result", "pass"));
        assertThat(rate(points, DAY, visit, fine("2026-01-01", 1)).rating().score())
                .isEqualByComparingTo("10"); // 7 + 0.5 × 6
        assertThat(rate(points, DAY, fine("2026-01-01", 1), fine("2026-01-02", 1))
                        .rating()
                        .state()
                        .name())
                .isEqualTo("SUSPENDED");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"food", "small"})
    void modelsThatNameEachOtherInACircleAreRefusedWithTheCircle(String named) {
        String outer = """
                inputs: [{id: x, model: food}]
                indicators:
                  - {id: one, title: {zh: 一, en: One}, by_grade: x, points: {A: 0, B: 7, C: 20}, missing: 0, basis: measure}
                """;
        String inner = input("food", "penalty")
                .replace("indicators:", "inputs: [{id: y, model: %s}]%nindicators:".formatted(named));
        ConfigFile whole = new ConfigFile("models/small.yaml", model(outer).content() + inner);
        assertThat(GradingModels.check(whole, KINDS))
                .extracting(Fault::message)
                .anyMatch(message ->
                        message.startsWith("The models name each other in a circle: small → food → " + named));
    }

    /** What is wrong, and the beginning of the fault. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "measure: {count: penalty}                                  | There is none of factor, line, steps.",
                "measure: {count: penalty, sum: fine}                       | There is more than one of count,",
                "measure: {sum: fines, of: {every: penalty}}                | The field (fines) is not known.",
                "from: {every: penalty}, per_fact: {points: -1, least: 3}   | The limit (3) lies on the other side of zero",
                "by_grade: general, points: {A: 1}                          | The input (general) is not among the model's inputs.",
                "from: {newest: profile}, field: food_kinds, codes: {table: foods, column: points} | The table (foods) is not among",
                "when: {count: penalty, at_least: 3, at_most: 2}, constant: 1 | The condition can never hold: at least 3 and at most 2.",
                "when: {exists: penalty, where: {fine: {above: 5, at_most: 5}}}, constant: 1 | No number lies between these bounds (5, 5).",
                "when: {exists: penalty, within: 12 months, since: 2020-01-01}, constant: 1 | Both within and since say how far back.",
                "when: {exists: penalty, within: one year}, constant: 1     | The value (one year) is no span of time.",
                "when: {count: penalty, at_least: 1, inside: 3 months}, constant: 1 | Only two or more facts",
            })
    void aFaultSaysWhatIsWrong(String indicator, String message) {
        ConfigFile file = model(
                "indicators:\n  - {id: one, title: {zh: 一, en: One}, missing: 0, basis: measure, " + indicator + "}\n");
        assertThat(GradingModels.check(file, KINDS))
                .extracting(Fault::message)
                .anyMatch(one -> one.startsWith(message));
    }

    @Test
    void supervisionCanNameIntervalsWaysDrawSharesFloorsAndProvinces() {
        String model = """
                indicators:
                  - {id: base, title: {zh: 基础, en: Base}, constant: 0, basis: measure}
                  - id: range
                    title: {zh: 范围, en: Range}
                    from: {every: award}
                    per_fact: {points: 20, most: 20}
                    missing: 0
                    basis: measure
                supervision:
                  - id: anhui
                    divisions: ["34"]
                    counted: {newest: inspection}
                    inspections_per_year:
                      A: {every: 24 months, ways: [routine], draw_share: {above: 0, at_most: 0.05}, basis: measure}
                      B: {at_least: 1, basis: measure}
                    without_frequency: [C]
                    floors:
                      - id: dairy
                        title: {zh: 乳制品, en: Dairy}
                        when: {newest: profile, where: {food_kinds: 乳制品}}
                        at_least: 2
                        basis: other
                  - id: elsewhere
                    counted: {newest: inspection}
                    inspections_per_year: {A: {at_least: 1, basis: measure}, B: {at_least: 1, basis: measure}, C: {at_least: 1, basis: measure}}
                """;
        Fact visit = Facts.fact(FactKinds.INSPECTION, null, LocalDate.of(2026, 1, 31), Map.of("result", "pass"));
        GradeAnalysis plain = rate(model(model), DAY, visit);
        assertThat(plain.rating().inspectionsPerYear()).isEqualByComparingTo("0.5");
        assertThat(plain.rating().nextInspectionDue()).isEqualTo(LocalDate.of(2028, 1, 31));
        assertThat(Objects.requireNonNull(plain.explanation().supervision())
                        .text()
                        .en())
                .isEqualTo(
                        "An inspection every 24 months; counted from the last inspection on 2026-01-31, the next is due by 2028-01-31;"
                                + " routine inspections; share in the random draw 0 < p ≤ 5 %");
        GradeAnalysis dairy = rate(model(model), DAY, visit, foods("乳制品"));
        assertThat(dairy.rating().inspectionsPerYear()).isEqualByComparingTo("2");
        assertThat(dairy.rating().nextInspectionDue()).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(Objects.requireNonNull(dairy.explanation().supervision())
                        .basis()
                        .citation())
                .isEqualTo("Another measure");
        assertThat(rate(model(model.replace("\"34\"", "\"32\"")), DAY, visit)
                        .rating()
                        .inspectionsPerYear())
                .isEqualByComparingTo("1");
    }

    @Test
    void aFrequencyCountsOnlyWhileItsGroundIsInForceAndTheNextOneStandsInUntilThen() {
        ConfigFile file = new ConfigFile(
                "models/small.yaml",
                model("""
                        indicators:
                          - {id: base, title: {zh: 基础, en: Base}, constant: 0, basis: measure}
                          - id: range
                            title: {zh: 范围, en: Range}
                            from: {every: award}
                            per_fact: {points: 20, most: 20}
                            missing: 0
                            basis: measure
                        supervision:
                          - id: province
                            counted: {newest: inspection}
                            inspections_per_year: {A: {at_least: 4, basis: other}}
                            without_frequency: [B, C]
                          - id: nation
                            counted: {newest: inspection}
                            inspections_per_year: {A: {at_least: 1, basis: measure}}
                            without_frequency: [B, C]
                        """)
                        .content()
                        .replace("Another measure, valid_from: 2010-01-01", "Another measure, valid_from: 2026-01-01"));
        assertThat(rate(file, LocalDate.of(2025, 12, 31)).rating().inspectionsPerYear())
                .isEqualByComparingTo("1");
        assertThat(rate(file, LocalDate.of(2025, 12, 31)).rating().validUntil()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(rate(file, LocalDate.of(2026, 1, 1)).rating().inspectionsPerYear())
                .isEqualByComparingTo("4");
    }
}

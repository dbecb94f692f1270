package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is foretold gives bounded points, and by itself neither lists nor punishes anyone. */
class ForetoldTest {

    private static final String INDICATOR = """
            - id: foretold
              title: {zh: 预测, en: Foretold}
              from: {newest: prediction, within: 30 days, among: {prediction: chicago-critical}}
              field: riskier_than
              steps:
                - {up_to: 80, points: 0}
                - {above: 80, points: 5}
              missing: 0
              basis: measure
              note: read by order of the authority for the order of inspections
            """;

    private static ConfigFile model(String indicator, String rest) {
        return SmallModel.model("""
                indicators:
                %s
                  - id: penalties
                    title: {zh: 处罚, en: Penalties}
                    from: {every: penalty}
                    per_fact: {points: 2, most: 20}
                    missing: 0
                    basis: measure
                %s
                """.formatted(indicator.indent(2).stripTrailing(), rest));
    }

    private static List<Fault> check(String indicator, String rest) {
        return GradingModels.check(model(indicator, rest), SmallModel.KINDS);
    }

    private static Fact prediction(LocalDate day, String riskierThan) {
        FactKind kind = SmallModel.KINDS.findByName("prediction").orElseThrow();
        return Facts.fact(
                kind, null, day, Map.of("prediction", "chicago-critical", "riskier_than", new BigDecimal(riskierThan)));
    }

    @Test
    void a_bounded_indicator_with_a_legal_note_may_read_a_prediction_and_gives_its_points_while_it_is_fresh() {
        assertThat(check(INDICATOR, "")).isEmpty();
        ConfigFile model = model(INDICATOR, "");
        Fact fresh = prediction(SmallModel.DAY.minusDays(30), "80.1");
        Fact stale = prediction(SmallModel.DAY.minusDays(31), "99");
        assertThat(SmallModel.points(SmallModel.rate(model, SmallModel.DAY, fresh)))
                .isEqualByComparingTo("5");
        assertThat(SmallModel.points(SmallModel.rate(model, SmallModel.DAY, stale)))
                .isEqualByComparingTo("0");
        assertThat(SmallModel.points(SmallModel.rate(model, SmallModel.DAY))).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vetoes[0].when      | vetoes: [{id: v, title: {zh: v, en: v}, grade: C, basis: measure, when: {exists: prediction}}]
            states[0].when      | states: [{id: s, state: SUSPENDED, text: {zh: s, en: s}, basis: measure, when: {all: [{not: {newest: prediction, where: {probability: {above: 0.5}}}}]}}]
            adjustments[0].conditions[0].when | adjustments: [{id: a, title: {zh: a, en: a}, towards: worse, counting: running, basis: measure, conditions: [{id: c, title: {zh: c, en: c}, steps: 1, basis: measure, when: {count: prediction, at_least: 2}}]}]
            quality[0].from     | quality: [{id: q, title: {zh: q, en: q}, from: {every: prediction}, at_least: 2, otherwise: PENDING, basis: measure}]
            adjustments[0].conditions[0].when | adjustments: [{id: a, title: {zh: a, en: a}, towards: worse, counting: running, basis: measure, conditions: [{id: c, title: {zh: c, en: c}, steps: 1, basis: measure, when: {exists: penalty, since: {newest: prediction}}}]}]
            """)
    void nothing_but_points_hangs_on_a_prediction(String where, String rest) {
        assertThat(check(INDICATOR, rest)).singleElement().satisfies(fault -> {
            assertThat(fault.path()).startsWith(where);
            assertThat(fault.toString()).contains("What is foretold (prediction) decides nothing by itself");
        });
    }

    @Test
    void another_indicator_applies_or_not_without_asking_what_is_foretold() {
        String conditional =
                INDICATOR.replace("  basis: measure\n", "  basis: measure\n  when: {exists: prediction}\n");
        assertThat(check(conditional, ""))
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("indicators[0].when.exists"));
    }

    @Test
    void points_that_could_move_somebody_by_two_grades_are_refused() {
        assertThat(check(INDICATOR.replace("points: 5}", "points: 5.1}"), ""))
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("moves the total by up to 5.1, and the grade B is 5 wide", "fewer points"));
    }

    @Test
    void whom_nothing_is_foretold_of_keeps_a_grade_and_the_reader_finds_a_legal_note() {
        assertThat(check(INDICATOR.replace("missing: 0", "missing: not-rated"), ""))
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("indicators[0].missing"));
        assertThat(check(INDICATOR.replaceFirst("  note: .*\n", ""), ""))
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("without a legal note"));
    }

    @Test
    void a_model_with_a_listing_threshold_reads_no_prediction() {
        String threshold = "listing_threshold: {id: looked-at, title: {zh: 名单, en: List}, grade: C, basis: measure}";
        assertThat(check("", threshold)).isEmpty();
        assertThat(check(INDICATOR, threshold))
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("looked at for a list without anything having been found"));
    }
}

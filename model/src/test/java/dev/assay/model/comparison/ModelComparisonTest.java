package dev.assay.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.grading.GradingModels;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelComparisonTest {

    private static final String RISK = text("cn-food-risk-2016");
    private static final String FHRS = text("uk-fhrs");

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {grade: C, above: 45, at_most: 60, | {grade: C, at_least: 40, at_most: 60, | Grade C now begins at 40 instead of above 45
            {grade: D, above: 60, | {grade: D, above: 60, below: 100, | Grade D now ends below 100 instead of without a bound
            visibility: internal | visibility: public | The model, who may see it: now public instead of internal
            grades: [A, B, C, D] | grades: [A, B, C, D, E] | The model, grades: now [A, B, C, D, E] instead of [A, B, C, D]
            sectors: [sales, catering, canteen]\\nlaw | sectors: [sales, workshop]\\nlaw | The model, sectors: no longer catering, canteen; now also workshop
            cap: 40 | cap: 35 | Group “Static risk factors” (static), cap: now 35 instead of 40
            {up_to: 200, points: 1}\\n      - {up_to: 1000, points: 2} | {up_to: 200, points: 1.5}\\n      - {up_to: 1000, points: 2} | Indicator “Area of the premises” (sales-area), steps, step up to 200, points: now 1.5 instead of 1
            {up_to: 200, points: 1}\\n      - {up_to: 1000, points: 2} | {up_to: 250, points: 1}\\n      - {up_to: 1000, points: 2} | Indicator “Area of the premises” (sales-area), steps, step up to 200, upper bound: now 250 instead of 200
            - {above: 3000, points: 4} | - {above: 3000, points: 5} | Indicator “Area of the premises” (sales-area), steps, last step, points: now 5 instead of 4
            Ⅳ: 24} | Ⅳ: 23} | Indicator “Kinds of food and their number” (catering-food-kinds), points, points of class Ⅳ: now 23 instead of 24
            {newest: inspection, within: 12 months, among | {newest: inspection, within: 24 months, among | Indicator “Dynamic risk factors: the last full inspection” (dynamic-items), fact that is read, window: now 24 months instead of 12 months
            factor: 60 | factor: 50 | Indicator “Dynamic risk factors: the last full inspection” (dynamic-items), share, factor: now 50 instead of 60
            when: {newest: licence, where: {valid_to: {past: true}}} | when: {newest: licence, where: {valid_to: {present: false}}} | State rule “The licence has expired” (licence-expired), condition, which must be so, valid_to: now {present: false} instead of {past: true}
            {newest: profile, where: {prepacked_frozen: {above: 0}}} | {newest: profile, where: {prepacked_frozen: {above: 5}}} | Classification “Static tier” (static-tier), rule, tier-sales-chilled-or-frozen, condition, any of, which must be so, prepacked_frozen, above: now 5 instead of 0
            {Ⅰ: A, Ⅱ: B, Ⅲ: C, Ⅳ: D} | {Ⅰ: A, Ⅱ: B, Ⅲ: C, Ⅳ: C} | Rule for newcomers, grades, grade of class Ⅳ: now C instead of D
            C: {at_least: 2, at_most: 3, | C: {at_least: 3, at_most: 3, | Supervision, inspections a year, grade C, at least: now 3 instead of 2
            several: {conditions: 2, steps: 2} | several: {conditions: 3, steps: 2} | Adjustment “Risk grade raised” (raise), several conditions together, conditions: now 3 instead of 2
            title: {zh: 国家或者省级监督抽检不合格, en: National or provincial supervision sample failed}\\n        steps: 1 | title: {zh: 国家或者省级监督抽检不合格, en: National or provincial supervision sample failed}\\n        steps: 2 | Adjustment “Risk grade raised” (raise), condition, “National or provincial supervision sample failed” (raise-sampling), grades by which it moves: now 2 instead of 1
            [召回, 停止经营] | [召回, 下架] | Adjustment “Risk grade raised” (raise), condition, “Recall or stop not carried out as prescribed” (raise-recall), condition, which must be so, conduct, contains_any: no longer 停止经营; now also 下架
            """)
    void a_change_is_told_in_one_sentence(String written, String instead, String sentence) {
        assertThat(changes(RISK, replaced(RISK, written, instead))).containsExactly(sentence);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {grade: "4", total_at_most: 20, | {grade: "4", total_at_most: 25, | 等级 4，总分上限：由 20 改为 25
            valid_from: 2010-11-30\\n    note: "The table | valid_from: 2011-01-01\\n    note: "The table | 依据 scheme，施行日期：由 2010-11-30 改为 2011-01-01
            as_scored: {lowest: 0, highest: 30} | as_scored: {lowest: 0, highest: 25} | 指标“对管理的信心”（confidence），直接采用分值，最高：由 30 改为 25
            """)
    void it_is_told_in_chinese_too(String written, String instead, String sentence) {
        assertThat(ModelComparison.between(file(FHRS), file(replaced(FHRS, written, instead))))
                .extracting(change -> change.text().zh())
                .containsExactly(sentence);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            field: area\\n    rounded: true\\n    steps:\\n      - {up_to: 200, points: 1} | field: area\\n    rounded: true\\n    steps:\\n      - {up_to: 200.0, points: 1.00}
            within: 12 months | within: 1 year
            food_kinds: raw | food_kinds: [raw]
            sectors: [sales, catering, canteen]\\nlaw | sectors: [canteen, sales, catering]\\nlaw
            cap: 40\\n | cap: 40\\n    provisional: false\\n
            {newest: profile, where: {bulk_ambient: {above: 0}}} | {newest: profile, place: 1, where: {bulk_ambient: {above: 0}}}
            """)
    void another_spelling_of_the_same_is_no_change(String written, String instead) {
        assertThat(changes(RISK, replaced(RISK, written, instead))).isEmpty();
    }

    @Test
    void entries_that_stand_elsewhere_are_the_same_where_order_does_not_count_and_told_where_it_does() {
        String swapped = FHRS.replace(
                        "- id: hygiene\n    title: {zh: 食品卫生, en: Food hygiene and safety}\n",
                        "- id: structural\n    title: {zh: 场所结构, en: Structure}\n")
                .replaceFirst("field: hygiene", "field: X")
                .replaceFirst(
                        "- id: structural\n    title: \\{zh: 场所结构, en: Structure}\n    from: \\{newest: inspection}\n    field: structural",
                        "- id: hygiene\n    title: {zh: 食品卫生, en: Food hygiene and safety}\n    from: {newest: inspection}\n    field: hygiene")
                .replaceFirst("field: X", "field: structural");
        String awaiting = FHRS.substring(
                FHRS.indexOf("  - id: awaiting-inspection"), FHRS.indexOf("  - id: awaiting-publication"));
        String later =
                FHRS.replace(awaiting, "").replace("  - id: scores-missing", awaiting + "  - id: scores-missing");

        assertThat(swapped).isNotEqualTo(FHRS);
        assertThat(changes(FHRS, swapped)).isEmpty();
        assertThat(changes(FHRS, later))
                .containsExactly(
                        "State rule: now in the order exempt, awaiting-publication, information-scheme, awaiting-inspection, scores-missing"
                                + " instead of exempt, awaiting-inspection, awaiting-publication, information-scheme, scores-missing");
    }

    @Test
    void what_is_new_and_what_is_gone_is_told_with_what_it_does() {
        String more = FHRS.replace("\n# The best rating", """
                  - id: prosecuted
                    title: {zh: 被起诉, en: Prosecuted}
                    from: {every: penalty, within: 3 years}
                    per_fact: {points: 5, most: 10}
                    missing: 0
                    basis: scheme

                # The best rating""");

        assertThat(changes(FHRS, more))
                .containsExactly(
                        "Indicator “Prosecuted” (prosecuted): new, from: {every: penalty, within: 3 years}, per_fact: {points: 5, most: 10}, missing: 0");
        assertThat(changes(more, FHRS))
                .singleElement()
                .asString()
                .startsWith("Indicator “Prosecuted” (prosecuted): removed, was from:");
    }

    @Test
    void a_construct_that_the_language_does_not_have_yet_is_told_by_its_own_name() {
        String more = replaced(RISK, "share: {factor: 60,", "decay: {half_life: 90}\\n    share: {factor: 60,")
                + "\nreview: {every: 2}\n";
        String other = more.replace("half_life: 90", "half_life: 60").replace("every: 2", "every: 3");

        assertThat(changes(more, other))
                .containsExactly(
                        "Indicator “Dynamic risk factors: the last full inspection” (dynamic-items), decay, half_life: now 60 instead of 90",
                        "Another part, review, kind of every fact: now 3 instead of 2");
    }

    @Test
    void a_veto_an_input_and_a_row_of_a_table_that_the_model_draws_in_are_told() {
        String table = """
                id: categories
                title: {zh: 食品类别, en: Categories of food}
                columns: [points]
                rows:
                  "0101": {title: {zh: 小麦粉, en: Wheat flour}, points: 13.5, basis: annex}
                  "0102": {title: {zh: 大米, en: Rice}, points: 12, basis: annex}
                """;
        String more = FHRS + """
                tables: [categories]
                inputs: [{id: general, model: general-credit}]
                vetoes:
                  - id: closed-twice
                    title: {zh: 两次关闭, en: Closed twice}
                    grade: "0"
                    when: {count: penalty, at_least: 2, inside: 12 months}
                    basis: scheme
                """;
        String before = more + "\n--- # with models/tables/categories.yaml\n" + table;
        String after = more.replace("inside: 12 months", "inside: 24 months")
                        .replace("model: general-credit", "model: other-credit")
                + "\n--- # with models/tables/categories.yaml\n"
                + table.replace("13.5", "14.0").replace("points: 12,", "points: 12.0,");

        assertThat(changes(before, after))
                .containsExactly(
                        "Input model general, model: now other-credit instead of general-credit",
                        "Veto “Closed twice” (closed-twice), condition, inside: now 24 months instead of 12 months",
                        "models/tables/categories.yaml, Table row “Wheat flour” (0101), points: now 14.0 instead of 13.5");
        assertThat(changes(
                        before,
                        before.replace(
                                "--- # with models/tables/categories.yaml", "--- # with models/tables/other.yaml")))
                .isEmpty();
    }

    @Test
    void a_demand_on_the_file_and_a_listing_threshold_are_told() {
        String more = FHRS + """
                quality:
                  - id: trusted
                    title: {zh: 可信的检查, en: A trusted inspection}
                    from: {every: inspection}
                    trust: 60
                    otherwise: PENDING
                    basis: scheme
                listing_threshold: {id: listed, title: {zh: 名单, en: Looked at}, grade: "1", basis: scheme}
                """;

        assertThat(changes(
                        more, more.replace("trust: 60", "trust: 70").replace("at}, grade: \"1\"", "at}, grade: \"0\"")))
                .containsExactly(
                        "Demand on the file “A trusted inspection” (trusted), trust of the feeds: now 70 instead of 60",
                        "Listing threshold, grade: now 0 instead of 1");
    }

    @Test
    void a_rule_that_becomes_provisional_or_cites_another_ground_says_so() {
        String provisional = replaced(
                RISK, "cap: 60\\n    basis: measure", "cap: 60\\n    provisional: true\\n    basis: supervision");

        assertThat(changes(RISK, provisional))
                .containsExactly(
                        "Group “Dynamic risk factors” (dynamic), basis: now supervision (《食品生产经营风险分级管理办法（试行）》食药监食监一〔2016〕115号 检查频次)"
                                + " instead of measure (《食品生产经营风险分级管理办法（试行）》食药监食监一〔2016〕115号)",
                        "Group “Dynamic risk factors” (dynamic), provisional: now so");
    }

    @Test
    void two_models_of_different_countries_are_compared_without_an_end_in_error() {
        List<Change> changes = ModelComparison.between(file(RISK), file(FHRS));

        assertThat(changes)
                .filteredOn(change -> change.part() == ModelPart.LADDER)
                .hasSize(6);
        assertThat(changes)
                .filteredOn(change -> change.part() == ModelPart.BANDS)
                .allMatch(change -> change.kind() == Change.Kind.REMOVED)
                .hasSize(4);
        assertThat(changes).isSortedAccordingTo(Comparator.comparing(Change::part));
    }

    @Test
    void every_packaged_model_is_the_same_as_itself_and_another_than_the_next() {
        ConfigFiles config = ConfigFiles.packaged();
        List<String> ids = config.ids("models");
        for (int i = 0; i < ids.size(); i++) {
            String next = ids.get((i + 1) % ids.size());
            ConfigFile model = GradingModels.file(config, ids.get(i));
            List<Change> changes = ModelComparison.between(model, GradingModels.file(config, next));

            assertThat(ModelComparison.between(model, model)).isEmpty();
            assertThat(changes).as(ids.get(i) + " → " + next).isNotEmpty();
            assertThat(changes)
                    .as(ids.get(i) + " → " + next)
                    .extracting(Change::path)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_not_yaml_is_refused_with_its_line() {
        assertThatThrownBy(() -> ModelComparison.between(file(FHRS), file("id: a\nid: b\n")))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining(":2");
        assertThatThrownBy(() -> ModelComparison.between(file("- a\n"), file(FHRS)))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("Expected keys and values");
    }

    private static List<String> changes(String before, String after) {
        return ModelComparison.between(file(before), file(after)).stream()
                .map(change -> change.text().en())
                .toList();
    }

    /** Replaces once; a text that is not there would make a test that proves nothing. */
    private static String replaced(String model, String written, String instead) {
        String old = written.replace("\\n", "\n");
        assertThat(model).contains(old);
        int at = model.indexOf(old);
        return model.substring(0, at) + instead.replace("\\n", "\n") + model.substring(at + old.length());
    }

    private static ConfigFile file(String text) {
        return new ConfigFile("models/changed.yaml", text);
    }

    private static String text(String id) {
        return GradingModels.file(ConfigFiles.packaged(), id).content();
    }
}

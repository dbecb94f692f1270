package dev.assay.model.prediction.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A card with all its parts, in all its forms. */
class ModelCardTest {

    private static final List<String> SECTIONS = List.of(
            "verdict",
            "ranking",
            "baselines",
            "days",
            "calibration",
            "inspectors",
            "burden",
            "data",
            "features",
            "stability",
            "folds",
            "limits");

    private static final ModelCard CARD = Planted.card(Planted.rows(1600, 1, 2));

    /** Sample cards to look at, in the build's own folder. */
    static void keep(ModelCard card, String name) throws IOException {
        Path out = Files.createDirectories(Path.of("target/model-cards"));
        for (String language : List.of("zh", "en")) {
            Files.writeString(out.resolve(name + "." + language + ".html"), ModelCardHtml.page(card, language));
            Files.writeString(out.resolve(name + "." + language + ".md"), ModelCardMarkdown.write(card, language));
        }
        Files.writeString(out.resolve(name + ".json"), ModelCardJson.write(card));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void a_page_has_every_part_and_needs_nothing_from_elsewhere(String language) throws IOException {
        keep(CARD, "planted");
        String page = ModelCardHtml.page(CARD, language);

        for (String section : SECTIONS) {
            assertThat(page).contains("<section id=\"card-" + section + "\">");
        }
        for (String picture : ModelCardMarkdown.pictures(CARD, language).keySet()) {
            assertThat(page).contains("id=\"card-" + picture.replace(".svg", "") + "-picture\"");
        }
        assertThat(page)
                .doesNotContain("<script", "href=", "src=", "@import", "url(")
                .doesNotContain("NaN");
        assertThat(page.split("<tr>", -1)).hasSizeGreaterThan(40);
    }

    @Test
    void the_fragment_is_the_body_of_the_page_and_its_style_touches_nothing_else() {
        assertThat(ModelCardHtml.page(CARD, "en")).contains(ModelCardHtml.fragment(CARD, "en"), ModelCardHtml.style());
        String rules = ModelCardHtml.style().replaceAll("@media[^{]*\\{", "");
        assertThat(Arrays.stream(rules.split("}", -1)).map(String::strip).filter(rule -> rule.contains("{")))
                .allMatch(rule -> rule.startsWith(".card"));
    }

    @Test
    void what_comes_from_data_is_escaped() {
        List<JudgedRow> rows = Planted.rows(400, 1, 3).stream()
                .map(row -> with(row, "<b>&\"|", row.observation().inspector() + "<i>"))
                .toList();
        ModelCard card = Planted.card(rows);

        assertThat(ModelCardHtml.page(card, "en")).doesNotContain("<b>", "<i>").contains("&lt;b&gt;&amp;&quot;|");
        assertThat(ModelCardMarkdown.write(card, "en")).doesNotContain("<b>").contains("&lt;b>&\"\\|");
        assertThat(ModelCardMarkdown.pictures(card, "en").values()).noneMatch(svg -> svg.contains("<i>"));
    }

    private static JudgedRow with(JudgedRow row, String district, String inspector) {
        Observation of = row.observation();
        return new JudgedRow(
                new Observation(
                        of.business(),
                        of.factKey(),
                        of.day(),
                        of.values(),
                        of.found(),
                        inspector,
                        Map.of("district", district, "size", "small", "kind", "grocery"),
                        null),
                row.probability(),
                row.rules(),
                row.history(),
                row.inspector(),
                row.told(),
                row.random());
    }

    @Test
    void markdown_refers_to_its_drawings_and_to_no_other() {
        String markdown = ModelCardMarkdown.write(CARD, "en");

        List<String> referred = Pattern.compile("]\\(([^)]*)\\)")
                .matcher(markdown)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(referred)
                .containsExactlyInAnyOrderElementsOf(
                        ModelCardMarkdown.pictures(CARD, "en").keySet());
        assertThat(markdown)
                .startsWith("# Model card: Critical faults in Chicago\n")
                .doesNotContain("NaN");
    }

    @Test
    void json_has_the_figures_under_the_names_of_their_parts_and_null_for_what_cannot_be_told() {
        JsonNode json = JsonMapper.shared().readTree(ModelCardJson.write(CARD));

        assertThat(json.propertyNames().iterator().next()).isEqualTo("format");
        assertThat(json.at("/format").asString()).isEqualTo("assay-model-card/1");
        assertThat(json.at("/training/to").asString()).isEqualTo("2014-07-03");
        assertThat(json.at("/window/inspections").asInt()).isEqualTo(1600);
        assertThat(json.at("/about/title/zh").asString()).isEqualTo("芝加哥严重问题");
        assertThat(json.at("/discrimination/area/value").asDouble())
                .isEqualTo(CARD.discrimination().area().value(), within(1e-5));
        assertThat(json.at("/rankers/0/by").asString()).isEqualTo("MODEL");
        assertThat(json.at("/rankers/0/gain/value").isNull()).isTrue();
        assertThat(json.at("/rankers")).hasSize(6);
    }

    @Test
    void the_same_inspections_give_the_same_bytes() {
        ModelCard again = Planted.card(Planted.rows(1600, 1, 2));

        assertThat(ModelCardJson.write(again)).isEqualTo(ModelCardJson.write(CARD));
        assertThat(ModelCardHtml.page(again, "zh")).isEqualTo(ModelCardHtml.page(CARD, "zh"));
    }

    @Test
    void one_that_knows_the_risk_is_trusted_and_one_that_knows_nothing_is_not() {
        assertThat(verdict(CARD, Answer.Question.RANKS)).isEqualTo(Answer.Verdict.YES);
        assertThat(verdict(CARD, Answer.Question.WITHIN_INSPECTOR)).isEqualTo(Answer.Verdict.YES);
        assertThat(ModelCardMarkdown.write(CARD, "en")).contains("it may put visits in order");

        ModelCard blind = Planted.card(Planted.rows(1600, 0, 2));
        assertThat(verdict(blind, Answer.Question.RANKS)).isNotEqualTo(Answer.Verdict.YES);
        assertThat(ModelCardMarkdown.write(blind, "en")).contains("do not choose by it whom to visit");
    }

    private static Answer.Verdict verdict(ModelCard card, Answer.Question question) {
        return card.answers().stream()
                .filter(one -> one.question() == question)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @Test
    void where_nobody_knows_who_inspected_the_card_says_so() throws IOException {
        List<JudgedRow> rows = Planted.rows(800, 1, 5).stream()
                .map(row -> new JudgedRow(
                        Planted.observation(
                                row.observation().factKey().hashCode(),
                                row.observation().day(),
                                row.observation().found(),
                                null,
                                row.observation().strata()),
                        row.probability(),
                        row.rules(),
                        row.history(),
                        Double.NaN,
                        Double.NaN,
                        row.random()))
                .toList();
        ModelCard card = Planted.card(rows);
        keep(card, "nobody-knows");

        assertThat(verdict(card, Answer.Question.WITHIN_INSPECTOR)).isEqualTo(Answer.Verdict.OPEN);
        assertThat(card.of(Ranker.INSPECTOR).area().told()).isFalse();
        assertThat(card.of(Ranker.TOLD).area().told()).isFalse();
        assertThat(card.of(Ranker.MODEL).withinInspector().groups()).isZero();
        assertThat(ModelCardHtml.page(card, "en"))
                .contains("The data do not say who inspected")
                .doesNotContain("NaN");
    }

    /** The parts of a card. */
    enum Part {
        LIMITS,
        RANKERS,
        FEATURES,
        FOLDS,
        ANSWERS
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void a_card_without_a_part_is_refused_by_the_name_of_the_part(Part part) {
        assertThatThrownBy(() -> without(part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks " + part.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void a_card_that_leaves_out_a_plain_ranking_is_refused() {
        assertThatThrownBy(() -> with(CARD.rankers().subList(0, 3), CARD.limits()))
                .hasMessageContaining("lacks rankers.INSPECTOR, rankers.TOLD, rankers.RANDOM");
    }

    private static ModelCard with(List<RankerFigures> rankers, List<Bilingual> limits) {
        return new ModelCard(
                CARD.about(),
                CARD.answers(),
                CARD.training(),
                CARD.window(),
                CARD.leftOut(),
                CARD.features(),
                CARD.discrimination(),
                CARD.calibration(),
                rankers,
                CARD.burden(),
                CARD.inspectors(),
                CARD.stability(),
                CARD.folds(),
                limits);
    }

    private static ModelCard without(Part part) {
        return new ModelCard(
                CARD.about(),
                part == Part.ANSWERS ? List.of() : CARD.answers(),
                CARD.training(),
                CARD.window(),
                CARD.leftOut(),
                part == Part.FEATURES ? List.of() : CARD.features(),
                CARD.discrimination(),
                CARD.calibration(),
                part == Part.RANKERS ? List.of() : CARD.rankers(),
                CARD.burden(),
                CARD.inspectors(),
                CARD.stability(),
                part == Part.FOLDS ? List.of() : CARD.folds(),
                part == Part.LIMITS ? List.of() : CARD.limits());
    }

    @Test
    @SuppressWarnings("NullAway") // a caller that is not checked could do this
    void a_card_whose_parts_are_null_is_refused_with_all_their_names() {
        assertThatThrownBy(() -> new ModelCard(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "lacks about, training, window, leftOut, discrimination, calibration, burden, inspectors, stability, answers, features, rankers, folds, limits");
    }

    @Test
    void days_that_were_trained_on_inspections_of_other_days_and_windows_without_a_fault_are_refused() {
        List<JudgedRow> rows = Planted.rows(300, 1, 2);
        TrainingFacts training = Planted.training(rows);
        Window window = Planted.window();
        TrainingFacts late = new TrainingFacts(
                new Sample(Planted.FROM.minusDays(90), Planted.FROM, 10, 1, 10, 0),
                training.features(),
                training.reference(),
                training.folds(),
                training.effects());
        Window narrow = new Window(Planted.FROM, Planted.FROM, 14, "district", window.strata(), List.of());
        List<JudgedRow> clean =
                rows.stream().filter(row -> !row.observation().found()).toList();

        assertThatThrownBy(() -> Judge.judge(Planted.about(), late, window, Planted.limits(), rows))
                .hasMessageContaining("there was training until 2014-07-04");
        assertThatThrownBy(() -> Judge.judge(Planted.about(), training, narrow, Planted.limits(), rows))
                .hasMessageContaining("is not of the days from 2014-07-04 to 2014-07-04");
        assertThatThrownBy(() -> Judge.judge(Planted.about(), training, window, Planted.limits(), clean))
                .hasMessageContaining("nothing can be told apart");
        assertThatThrownBy(() -> Judge.judge(Planted.about(), training, window, List.of(), rows))
                .hasMessageContaining("no limits of use");
    }
}

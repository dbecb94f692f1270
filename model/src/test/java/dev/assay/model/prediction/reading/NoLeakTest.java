package dev.assay.model.prediction.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing of the day of an inspection, nothing after it, and nothing that was made known later enters its row. */
class NoLeakTest {

    private static final Identity BUSINESS = Identity.parse("chicago-licence:1");
    private static final LocalDate DAY = LocalDate.parse("2014-03-10");
    private static final ConfigFiles CONFIG = ConfigFiles.packaged();
    private static final PredictionDefinition CHICAGO = PredictionFile.load(CONFIG, "chicago-critical");
    private static final FeatureReader READER = new FeatureReader(CHICAGO, OtherFiles.NONE);

    private static Fact fact(long id, String kind, LocalDate on, LocalDate known, Map<String, ?> values) {
        return new Fact(
                id, kind, null, on, known, Instant.EPOCH, new Source("test", "test.csv", id), Values.of(values));
    }

    private static List<Fact> inspection(long id, LocalDate on, String item, String group) {
        String number = "N" + id;
        return List.of(
                fact(
                        10 * id,
                        "inspection",
                        on,
                        on,
                        Map.of("number", number, "inspection_kind", "Canvass", "result", "pass")),
                fact(
                        10 * id + 1,
                        "inspection-findings",
                        on,
                        on,
                        Map.of(
                                "number",
                                number,
                                "findings",
                                List.of(Values.of(Map.of("item", item, "count", BigDecimal.ONE))))),
                fact(
                        10 * id + 2,
                        "business",
                        on,
                        on,
                        Map.of("name", "Blue Door", "postcode", "60601", "business_type", "Restaurant")),
                fact(10 * id + 3, "inspector-assignment", on, on, Map.of("number", number, "group", group)));
    }

    private static CreditFile file(List<Fact> facts) {
        return new CreditFile(BUSINESS, LocalDate.parse("2015-01-01"), Instant.EPOCH, facts);
    }

    /** The values of the look on the day, as a text in which NaN is like NaN. */
    private static String valuesOn(LocalDate day, List<Fact> facts) {
        return READER.looks(file(facts)).stream()
                .map(Draft::observation)
                .filter(row -> row.day().equals(day))
                .findFirst()
                .map(Observation::values)
                .map(NoLeakTest::text)
                .orElseThrow();
    }

    private static String text(FeatureValues values) {
        return Arrays.toString(values.numbers()) + Arrays.toString(values.texts());
    }

    @Test
    void what_the_inspection_found_is_in_its_label_and_not_in_its_row() {
        List<Fact> before = inspection(1, DAY.minusDays(200), "33", "blue");
        List<Fact> critical = new ArrayList<>(before);
        critical.addAll(inspection(2, DAY, "3", "blue"));
        List<Fact> clean = new ArrayList<>(before);
        clean.addAll(inspection(2, DAY, "41", "blue"));

        assertThat(READER.looks(file(critical)))
                .extracting(draft -> draft.observation().found())
                .containsExactly(false, true);
        assertThat(READER.looks(file(clean)))
                .extracting(draft -> draft.observation().found())
                .containsExactly(false, false);
        assertThat(valuesOn(DAY, critical)).isEqualTo(valuesOn(DAY, clean));
    }

    @RepeatedTest(50)
    void planted_leaks_change_no_row(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Fact> honest = new ArrayList<>(inspection(99, DAY, "3", "blue"));
        for (int i = 1; i <= random.nextInt(6); i++) {
            honest.addAll(
                    inspection(i, DAY.minusDays(1 + random.nextInt(900)), "" + (1 + random.nextInt(44)), "brown"));
        }
        List<Fact> leaking = new ArrayList<>(honest);
        for (int i = 200; i < 210; i++) {
            LocalDate after = DAY.plusDays(random.nextInt(300));
            List<Fact> later = new ArrayList<>(inspection(i, after, "3", "purple"));
            // Of the day itself a description is at hand; what it says of the day after is not.
            later.removeIf(fact -> fact.occurredOn().equals(DAY));
            leaking.addAll(later);
            LocalDate past = DAY.minusDays(1 + random.nextInt(300));
            leaking.add(fact(
                    10_000 + i,
                    "inspection-findings",
                    past,
                    DAY.plusDays(random.nextInt(30)),
                    Map.of(
                            "number",
                            "late",
                            "findings",
                            List.of(Values.of(Map.of("item", "3", "count", BigDecimal.TEN))))));
            leaking.add(fact(
                    20_000 + i,
                    "inspection-findings",
                    DAY,
                    DAY,
                    Map.of(
                            "number",
                            "other",
                            "findings",
                            List.of(Values.of(Map.of("item", "3", "count", BigDecimal.TEN))))));
        }
        assertThat(valuesOn(DAY, leaking)).isEqualTo(valuesOn(DAY, honest));
    }

    @Test
    void a_row_is_the_same_whoever_inspects() {
        List<Fact> blue = new ArrayList<>(inspection(1, DAY.minusDays(100), "3", "blue"));
        blue.addAll(inspection(2, DAY, "3", "blue"));
        List<Fact> brown = new ArrayList<>(inspection(1, DAY.minusDays(100), "3", "brown"));
        brown.addAll(inspection(2, DAY, "3", "brown"));

        assertThat(READER.looks(file(blue)))
                .extracting(draft -> draft.observation().inspector())
                .containsExactly("blue", "blue");
        assertThat(valuesOn(DAY, blue)).isEqualTo(valuesOn(DAY, brown));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        at_hand: [business, inspection-findings]|tell what the inspection found
        at_hand: [inspector-assignment]|tell what the inspection found
        at_hand: [busines]|is not known
        """)
    void a_definition_may_not_have_at_hand_what_it_foretells(String atHand, String fault) {
        String text = chicago().replace("at_hand: [business, licences-held]", atHand);
        assertThatThrownBy(
                        () -> PredictionFile.parse(new ConfigFile("predictions/chicago-critical.yaml", text), CONFIG))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text: {newest: inspector-assignment, field: group}
        rate: {newest: inspector-assignment, field: group, prior: 5}
        measure: {count: inspector-assignment}
        recent: {every: inspector-assignment, where: {group: blue}, half_life: 30, give: sum}
        """)
    void a_feature_that_reads_who_inspects_is_refused(String reading) {
        String text = chicago().replace("text: {newest: inspection, field: result}", reading);
        assertThatThrownBy(
                        () -> PredictionFile.parse(new ConfigFile("predictions/chicago-critical.yaml", text), CONFIG))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("may not depend on who comes");
    }

    private static String chicago() {
        return CONFIG.find("predictions", "chicago-critical").orElseThrow().content();
    }
}

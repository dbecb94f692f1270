package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test breaks a sound model in one place or several, and reads what is said of it. */
class ModelFaultsTest {

    private static final String SOUND = """
            id: small
            version: "1"
            title: {zh: 小模型, en: Small model}
            scope: licence
            visibility: internal
            direction: higher-is-worse
            grades: [A, B]
            sectors: [sales]
            law: measure
            basis:
              measure: {citation: A measure, valid_from: 2020-01-01}
              later: {citation: A later measure, valid_from: 2024-01-01, valid_to: 2030-12-31}
            states:
              - id: not-valid
                state: SUSPENDED
                when: {newest: licence, where: {status: {none_of: [valid]}}}
                text: {zh: 失效, en: Not valid}
                basis: measure
            indicators:
              - id: area
                title: {zh: 面积, en: Area}
                from: {newest: profile}
                field: area
                steps:
                  - {up_to: 200, points: 1}
                  - {above: 200, points: 4}
                missing: 0
                basis: measure
            bands:
              - {grade: A, at_least: 0, at_most: 2, basis: measure}
              - {grade: B, above: 2, basis: later}
            adjustments:
              - id: raise
                title: {zh: 上调, en: Raised}
                towards: worse
                counting: following-year
                basis: measure
                conditions:
                  - id: raise-accident
                    title: {zh: 事故, en: Accident}
                    steps: 1
                    when: {exists: penalty, where: {conduct: {contains_any: [事故]}}}
                    basis: measure
            """;

    private static List<Fault> check(String text) {
        return GradingModels.check(new ConfigFile("models/small.yaml", text), Vocabulary.BUILT_IN);
    }

    @Test
    void aSoundModelHasNoFaults() {
        assertThat(check(SOUND)).isEmpty();
    }

    @Test
    void aGeneralCreditClassThatWouldBePublishedIsRefused() {
        String general = SOUND.replace("{citation: A measure,", "{citation: 国市监信发〔2022〕6号,");
        assertThat(check(general)).isEmpty();
        for (String visibility : List.of("public", "partners")) {
            assertThat(check(general.replace("visibility: internal", "visibility: " + visibility)))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.toString()).contains("never leave the authority"));
        }
    }

    @Test
    void threeFaultsAreAllReportedWithLineAndPath() {
        String text = SOUND.replace("newest: profile}", "newest: profil}")
                .replace("above: 2, basis: later", "above: 3, basis: later")
                .replace("missing: 0", "mising: 0\n    missing: 0");

        List<Fault> faults = check(text);

        assertThat(faults).hasSize(3);
        assertThat(faults)
                .extracting(Fault::path)
                .containsExactly("indicators[0].from.newest", "indicators[0].mising", "bands[1]");
        assertThat(faults).extracting(Fault::line).containsExactly(22, 27, 32);
        assertThat(faults.getFirst().remedy()).isEqualTo("Did you mean (profile)?");
        assertThat(faults.get(2).message())
                .isEqualTo("The band (3 < T) leaves a gap to the band (0 ≤ T ≤ 2) of grade A.");
        assertThatThrownBy(() -> GradingModels.parse(new ConfigFile("models/small.yaml", text), Vocabulary.BUILT_IN))
                .isInstanceOfSatisfying(
                        FaultyConfigException.class, e -> assertThat(e.faults()).isEqualTo(faults));
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "field: area | field: aera | Did you mean (area)?",
                "status: {none_of | statuss: {none_of | Did you mean (status)?",
                "sectors: [sales] | sectors: [sale] | Did you mean (sales)?",
                "law: measure | law: mesure | Did you mean (measure)?",
                "scope: licence | scope: license | Did you mean (licence)?",
                "'grades: [A, B]' | 'grades: [A, Needs Improvement]' | Maybe take a shorter word.",
                "above: 2, basis: later | above: 2, basis: latter | Did you mean (later)?",
                "above: 2, basis: later | above: 2 | Maybe add it: basis: …",
                "above: 2, basis: later | at_least: 2, basis: later | Maybe write one bound with at_most and the other with above.",
                "above: 2, basis: later | above: 4, basis: later | Maybe an indicator is missing, or a bound is mistyped.",
                "at_least: 0, at_most: 2 | above: 0, at_most: 2 | Maybe begin the first band with at_least: 0.",
                "above: 2, basis: later | above: 2, at_most: 3, basis: later | Maybe leave the last band open.",
                "grade: B, above: 2 | grade: A, above: 2 | Maybe another grade was meant.",
                "up_to: 200 | up_to: viele | Maybe write it with digits and a point, such as 13.5.",
                "above: 200 | above: 201 | Maybe write above: 200.",
                "id: raise-accident | id: area | Maybe give this one an id of its own.",
                "valid_to: 2030-12-31 | valid_to: 2023-12-31 | Maybe the days are swapped.",
                "missing: 0 | provisional: true | Maybe add note: and say why it is not certain.",
                "exists: penalty | exists: penalties | Did you mean (penalty)?",
                "contains_any: [事故] | contains: [事故] | 'Maybe one of: a text, a list of texts, none_of, contains_any, in_table, present.'",
                "steps: 1 | steps: 0 | Maybe write 1.",
                "exists: penalty | exists: penalty, within: 1 week | Maybe write 12 months or 3 years.",
                "'exists: penalty' | 'exists: penalty, within: 12 months' | 'Maybe take them away, or write counting: running.'",
                "state: SUSPENDED | state: RATED | 'Maybe one of: NEW, NOT_RATED, EXEMPT, PENDING, SUSPENDED.'",
                "'title: {zh: 面积, en: Area}' | 'title: {zh: 面积}' | Maybe add it: en: …",
            })
    void aFaultIsNamedWithItsRemedy(String sound, String broken, String remedy) {
        assertThat(SOUND).contains(sound);
        List<Fault> faults = check(SOUND.replace(sound, broken));

        assertThat(faults).extracting(Fault::remedy).contains(remedy);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.line()).isPositive());
    }

    @Test
    void aBasisThatNeverMeetsTheLawIsAFault() {
        List<Fault> faults = check(SOUND.replace(
                "{citation: A measure, valid_from: 2020-01-01}",
                "{citation: A measure, valid_from: 2020-01-01, valid_to: 2023-12-31}"));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("bands[1].basis");
            assertThat(fault.message()).contains("from 2024-01-01 to 2030-12-31 and never together");
        });
    }

    @Test
    void aLadderWithAnUnreachableGradeIsAFault() {
        int bands = SOUND.indexOf("bands:");
        int adjustments = SOUND.indexOf("adjustments:");
        String ladder = SOUND.substring(0, bands) + """
                ladder:
                  - {grade: A, total_at_most: 3, worst_at_most: 3, basis: measure}
                  - {grade: B, total_at_most: 2, basis: measure}
                """ + SOUND.substring(adjustments);

        assertThat(check(ladder)).extracting(Fault::path).containsExactlyInAnyOrder("ladder[1].grade", "ladder[1]");
    }

    @Test
    void aTextThatIsNotYamlHasOneFaultWithItsLine() {
        assertThat(check("id: [a\nversion: 1"))
                .first()
                .satisfies(fault -> assertThat(fault.message()).startsWith("Not YAML"));
    }

    @Test
    void anEmptyFileIsAFault() {
        assertThat(check("")).isNotEmpty();
    }

    @Test
    void anUnknownModelIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> GradingModels.load(ConfigFiles.packaged(), "uk-fhr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The model (uk-fhr) is not known.")
                .hasMessageContaining("Did you mean (uk-fhrs)?")
                .hasMessageContaining("cn-food-risk-2016");
    }

    @Test
    void aModelSaysWhatItIs() {
        GradingModel model = GradingModels.load(ConfigFiles.packaged(), "cn-food-risk-2016");

        assertThat(model.id()).isEqualTo("cn-food-risk-2016");
        assertThat(model.grades()).containsExactly("A", "B", "C", "D");
        assertThat(model.digest()).matches("[0-9a-f]{64}");
        assertThat(GradingModels.load(ConfigFiles.packaged(), "cn-food-risk-2016"))
                .isEqualTo(model);
    }
}

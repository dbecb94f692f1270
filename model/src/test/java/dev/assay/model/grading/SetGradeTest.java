package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.RatingState;
import dev.assay.model.config.ConfigFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A grade that an authorised person set. */
class SetGradeTest {

    private static final GradingModel FHRS = GradingModels.load(ConfigFiles.packaged(), "uk-fhrs");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate UNTIL = DAY.plusMonths(2);

    private static Fact set(LocalDate on, String model, String grade, LocalDate until) {
        return Facts.fact(
                FactKinds.GRADE_OVERRIDE,
                null,
                on,
                Map.of(
                        "model",
                        model,
                        "grade",
                        grade,
                        "until",
                        until.toString(),
                        "reason",
                        "The court suspended the inspection's findings",
                        "ground",
                        "Decision 12/2026"));
    }

    private static GradeAnalysis analysis(LocalDate asOf, Fact... set) {
        List<Fact> facts = new ArrayList<>(List.of(
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
                                "hygiene", BigDecimal.valueOf(20),
                                "structural", BigDecimal.valueOf(20),
                                "confidence", BigDecimal.valueOf(20)))));
        facts.addAll(Arrays.asList(set));
        CreditFile file = Facts.file(asOf, facts);
        return RatingEngine.rate(file, FHRS.subjects(file).getFirst(), FHRS);
    }

    @Test
    void it_stands_until_its_last_day_and_the_computed_grade_beside_it() {
        GradeAnalysis before = analysis(DAY);
        GradeAnalysis set = analysis(DAY, set(DAY, "uk-fhrs", "4", UNTIL));
        Rating rating = set.rating();

        assertThat(before.rating().grade()).isEqualTo("0");
        assertThat(rating.grade()).isEqualTo("4");
        assertThat(rating.computedGrade()).isEqualTo("0");
        assertThat(rating.gradeSetUntil()).isEqualTo(UNTIL);
        assertThat(before.rating().gradeSetUntil()).isNull();
        assertThat(rating.validUntil()).isEqualTo(UNTIL);
        assertThat(rating.effectiveFrom()).isEqualTo(DAY);
        assertThat(rating.digest()).isNotEqualTo(before.rating().digest());
        assertThat(analysis(UNTIL, set(DAY, "uk-fhrs", "4", UNTIL)).rating().grade())
                .isEqualTo("4");
        assertThat(analysis(UNTIL.plusDays(1), set(DAY, "uk-fhrs", "4", UNTIL))
                        .rating()
                        .grade())
                .isEqualTo("0");
    }

    @Test
    void the_explanation_says_that_a_person_set_it_why_on_what_ground_and_until_when() {
        Explanation.Adjustment adjustment = analysis(DAY, set(DAY, "uk-fhrs", "4", UNTIL))
                .explanation()
                .adjustments()
                .getLast();

        assertThat(adjustment.from()).isEqualTo("0");
        assertThat(adjustment.to()).isEqualTo("4");
        assertThat(adjustment.validTo()).isEqualTo(UNTIL);
        assertThat(adjustment.finding().text().en())
                .isEqualTo(
                        "Grade set by a person of the authority until 2026-05-10: The court suspended the inspection's findings");
        assertThat(adjustment.finding().basis().citation()).isEqualTo("Decision 12/2026");
        assertThat(adjustment.finding().evidence()).hasSize(1);
    }

    @Test
    void the_newest_decides_even_when_an_older_one_lasts_longer() {
        Fact older = set(DAY.minusDays(2), "uk-fhrs", "5", UNTIL.plusYears(1));
        Fact newer = set(DAY.minusDays(1), "uk-fhrs", "3", DAY);

        assertThat(analysis(DAY, older, newer).rating().grade()).isEqualTo("3");
        assertThat(analysis(DAY.plusDays(1), older, newer).rating().grade()).isEqualTo("0");
    }

    @Test
    void one_for_another_model_or_of_no_grade_of_this_one_changes_nothing() {
        String digest = analysis(DAY).rating().digest();

        assertThat(analysis(DAY, set(DAY, "sf-lives", "Good", UNTIL)).rating().digest())
                .isEqualTo(digest);
        assertThat(analysis(DAY, set(DAY, "uk-fhrs", "9", UNTIL)).rating().grade())
                .isEqualTo("0");
    }

    @Test
    void a_state_stays_a_state() {
        CreditFile file = Facts.file(
                DAY,
                List.of(
                        Facts.fact(
                                FactKinds.BUSINESS,
                                null,
                                DAY.minusYears(2),
                                Map.of("name", "New", "rating_scheme", "FHRS", "rating_status", "awaiting-inspection")),
                        set(DAY, "uk-fhrs", "5", UNTIL)));
        Rating rating =
                RatingEngine.rate(file, FHRS.subjects(file).getFirst(), FHRS).rating();

        assertThat(rating.state()).isNotEqualTo(RatingState.RATED);
        assertThat(rating.grade()).isNull();
    }
}

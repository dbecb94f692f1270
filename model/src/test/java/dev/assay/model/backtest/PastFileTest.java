package dev.assay.model.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.grading.GradingModels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The past as it was known, and what came of it. */
class PastFileTest {

    private static final LocalDate DAY = LocalDate.parse("2024-06-30");
    private static final Instant IMPORTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Identity BUSINESS = new Identity("uscc", "91320600000000019U");
    private static final Subject SUBJECT = new Subject(BUSINESS, BUSINESS, Sector.CATERING);

    private static final GradingModel MODEL =
            GradingModels.parse(new ConfigFile("models/small.yaml", """
            id: small
            version: "1"
            title: {zh: 小, en: Small}
            scope: business
            visibility: internal
            direction: higher-is-worse
            grades: [A, B, C]
            law: measure
            basis:
              measure: {citation: A measure, valid_from: 2010-01-01}
            indicators:
              - id: points
                title: {zh: 分, en: Points}
                from: {newest: inspection}
                field: score
                as_scored: {lowest: 0, highest: 30}
                missing: 0
                basis: measure
              - id: penalties
                title: {zh: 处罚, en: Penalties}
                from: {every: penalty}
                per_fact: {points: 5, most: 20}
                missing: 0
                basis: measure
            bands:
              - {grade: A, at_most: 5, basis: measure}
              - {grade: B, above: 5, at_most: 10, basis: measure}
              - {grade: C, above: 10, basis: measure}
            """), Vocabulary.BUILT_IN);

    private static Fact fact(String kind, String day, String known, Map<String, ?> values) {
        return new Fact(
                Objects.hash(kind, day, known, values),
                kind,
                null,
                LocalDate.parse(day),
                LocalDate.parse(known),
                IMPORTED,
                new Source("test", "test.csv", 1),
                Values.of(values));
    }

    private static Fact inspection(String day, String kind, String result) {
        return fact("inspection", day, day, Map.of("inspection_kind", kind, "result", result));
    }

    private static CreditFile file(List<Fact> facts) {
        return new CreditFile(BUSINESS, LocalDate.parse("2026-01-01"), IMPORTED, facts);
    }

    private static Afterwards after(Fact... facts) {
        return Outcomes.FAILED.after(file(List.of(facts)), SUBJECT, DAY);
    }

    private static GradeAnalysis rate(CreditFile whole, Knowledge knowledge) {
        return RatingEngine.rate(PastFile.of(whole, DAY, knowledge).file(), SUBJECT, MODEL);
    }

    @Test
    void the_first_inspection_after_the_day_decides_and_the_day_itself_belongs_to_the_grade() {
        assertThat(after(inspection("2024-06-30", "full", "fail"))).isEqualTo(Afterwards.UNSEEN);
        assertThat(after(inspection("2024-07-01", "full", "fail"))).isEqualTo(Afterwards.FOUND);
        assertThat(after(inspection("2024-07-01", "full", "pass"), inspection("2024-08-01", "full", "fail")))
                .isEqualTo(Afterwards.CLEAN);
        assertThat(after(inspection("2024-07-01", "partial", "fail"), inspection("2024-08-01", "full", "pass")))
                .isEqualTo(Afterwards.CLEAN);
    }

    /** Twelve months after 30 June 2024. */
    @Test
    void the_last_day_of_the_horizon_counts_and_the_next_does_not() {
        assertThat(after(inspection("2025-06-30", "full", "fail"))).isEqualTo(Afterwards.FOUND);
        assertThat(after(inspection("2025-07-01", "full", "fail"))).isEqualTo(Afterwards.UNSEEN);
    }

    @Test
    void a_failed_key_item_is_a_finding_and_another_failed_item_is_none() {
        assertThat(after(withItem(true))).isEqualTo(Afterwards.FOUND);
        assertThat(after(withItem(false))).isEqualTo(Afterwards.CLEAN);
    }

    private static Fact withItem(boolean key) {
        Values item = Values.of(Map.of("key", key, "result", "fail"));
        return fact(
                "inspection",
                "2024-07-01",
                "2024-07-01",
                Map.of("inspection_kind", "full", "result", "pass", "items", List.of(item)));
    }

    @Test
    void of_all_inspections_in_the_horizon_one_with_a_finding_is_enough_if_the_outcome_says_so() {
        OutcomeDefinition any = Outcomes.parse(Outcomes.TEXT.replace("take: first", "take: any"));

        assertThat(any.after(
                        file(List.of(
                                inspection("2024-07-01", "full", "pass"), inspection("2025-06-30", "full", "fail"))),
                        SUBJECT,
                        DAY))
                .isEqualTo(Afterwards.FOUND);
    }

    @Test
    void where_only_findings_are_told_nobody_without_one_is_left_out() {
        OutcomeDefinition told = Outcomes.parse(Outcomes.TEXT.replace("absent: unseen", "absent: clean"));

        assertThat(told.after(file(List.of()), SUBJECT, DAY)).isEqualTo(Afterwards.CLEAN);
    }

    /** A penalty of May that its authority published in August. */
    @Test
    void what_was_published_after_the_day_is_not_read_unless_asked_for() {
        CreditFile whole = file(List.of(fact("penalty", "2024-05-01", "2024-08-01", Map.of())));

        assertThat(rate(whole, Knowledge.THEN).rating().score()).isEqualByComparingTo("0");
        assertThat(rate(whole, Knowledge.NOW).rating().score()).isEqualByComparingTo("5");
        assertThat(PastFile.of(whole, DAY, Knowledge.THEN).late()).isEqualTo(1);
    }

    @Test
    void a_grade_that_a_person_set_is_not_the_models() {
        CreditFile whole = file(List.of(
                inspection("2024-05-01", "full", "pass"),
                fact(
                        "grade-override",
                        "2024-06-01",
                        "2024-06-01",
                        Map.of("model", "small", "grade", "C", "until", "2024-12-31", "reason", "x"))));
        CreditFile asRated = new CreditFile(BUSINESS, DAY, IMPORTED, whole.facts());

        assertThat(RatingEngine.rateOnly(asRated, SUBJECT, MODEL).grade()).isEqualTo("C");
        assertThat(rate(whole, Knowledge.THEN).rating().grade()).isEqualTo("A");
    }

    @Test
    void a_business_that_was_described_later_is_graded_without_its_description() {
        CreditFile whole = file(List.of(
                inspection("2024-05-01", "full", "pass"),
                fact("business", "2025-01-01", "2025-01-01", Map.of("name", "甲", "sector", "catering"))));
        PastFile past = PastFile.of(whole, DAY, Knowledge.THEN);

        assertThat(past.subjects(whole, MODEL)).containsExactly(SUBJECT);
        assertThat(past.file().facts()).hasSize(1);
        CreditFile unknown = file(whole.facts().subList(1, 2));
        assertThat(PastFile.of(unknown, DAY, Knowledge.THEN).subjects(unknown, MODEL))
                .isEmpty();
    }

    /** The leak test: whatever happens or becomes known after the day, the rating of the day stays byte for byte. */
    @RepeatedTest(50)
    void nothing_after_the_day_changes_the_grade_of_the_day(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Fact> before = new ArrayList<>();
        List<Fact> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            LocalDate happened = DAY.plusDays(random.nextInt(800) - 500L);
            LocalDate known = happened.plusDays(random.nextInt(3) == 0 ? random.nextInt(400) : 0);
            Map<String, Object> values = new TreeMap<>();
            values.put("score", BigDecimal.valueOf(random.nextInt(31)));
            values.put("result", random.nextBoolean() ? "pass" : "fail");
            Fact fact = fact(
                    random.nextInt(3) == 0 ? "penalty" : "inspection", happened.toString(), known.toString(), values);
            all.add(fact);
            if (!happened.isAfter(DAY) && !known.isAfter(DAY)) {
                before.add(fact);
            }
        }

        assertThat(PastFile.of(file(all), DAY, Knowledge.THEN).file().facts())
                .allMatch(fact -> !fact.occurredOn().isAfter(DAY));
        assertThat(rate(file(all), Knowledge.THEN)).isEqualTo(rate(file(before), Knowledge.THEN));
    }
}

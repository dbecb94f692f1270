package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.model.config.ConfigFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every file, over files made from a seed. */
class RatingPropertiesTest {

    private static final GradingModel MODEL = GradingModels.load(ConfigFiles.packaged(), "cn-food-risk-2016");

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 300; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    private static GradeAnalysis rate(CreditFile file) {
        List<Subject> subjects = MODEL.subjects(file);
        assertThat(subjects).hasSize(1);
        return RatingEngine.rate(file, subjects.getFirst(), MODEL);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRatingHoldsOnEachDayUntilItsLastValidDayAndNoFurtherThanItSays(long seed) {
        RandomFile random = new RandomFile(seed);
        List<Fact> facts = random.facts();
        LocalDate asOf = random.asOf();
        GradeAnalysis first = rate(Facts.file(asOf, facts));
        LocalDate last = first.rating().validUntil() == null
                ? asOf.plusYears(6)
                : first.rating().validUntil();
        List<Fact> known = Facts.file(asOf, facts).facts();

        assertThat(last).isAfterOrEqualTo(asOf);
        for (LocalDate day = asOf; !day.isAfter(last); day = random.later(day, last)) {
            GradeAnalysis then = rate(Facts.file(day, known));
            assertThat(Facts.dateless(then.rating())).isEqualTo(Facts.dateless(first.rating()));
            assertThat(then.explanation()).isEqualTo(first.explanation());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatChangesAnyResultFromOneDayToTheNextWasForeseen(long seed) {
        RandomFile random = new RandomFile(seed);
        LocalDate asOf = random.asOf();
        List<Fact> known = Facts.file(asOf, random.facts()).facts();
        Rating today = rate(Facts.file(asOf, known)).rating();
        for (int i = 1; i <= 800; i++) {
            Rating tomorrow = rate(Facts.file(asOf.plusDays(i), known)).rating();
            if (!Facts.dateless(tomorrow).equals(Facts.dateless(today))) {
                assertThat(today.validUntil()).isEqualTo(asOf.plusDays(i - 1));
            }
            assertThat(tomorrow.effectiveFrom()).isBeforeOrEqualTo(asOf.plusDays(i));
            today = tomorrow;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameFileGivesTheSameRatingByteForByte(long seed) {
        RandomFile one = new RandomFile(seed);
        RandomFile other = new RandomFile(seed);
        CreditFile file = Facts.file(one.asOf(), one.facts());
        CreditFile again = Facts.file(other.asOf(), other.facts().reversed());

        assertThat(rate(again).rating()).isEqualTo(rate(file).rating());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWorseItemResultNeverBettersTheGrade(long seed) {
        RandomFile random = new RandomFile(seed);
        List<Fact> facts = random.facts();
        LocalDate asOf = random.asOf();
        Rating before = rate(Facts.file(asOf, facts)).rating();
        Rating after = rate(Facts.file(
                        asOf,
                        facts.stream()
                                .map(RatingPropertiesTest::withOnePassFailed)
                                .toList()))
                .rating();

        assertThat(after.state()).isEqualTo(before.state());
        if (before.grade() != null && after.grade() != null) {
            List<String> grades = MODEL.grades();
            assertThat(grades.indexOf(after.grade())).isGreaterThanOrEqualTo(grades.indexOf(before.grade()));
        }
    }

    private static Fact withOnePassFailed(Fact fact) {
        List<Values> items = new ArrayList<>(fact.values().getItems("items"));
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).findText("result").equals(Optional.of("pass"))) {
                Map<String, Object> worse = new HashMap<>(items.get(i).fields());
                worse.put("result", "fail");
                items.set(i, Values.of(worse));
                Map<String, Object> values = new HashMap<>(fact.values().fields());
                values.put("items", items);
                return Facts.fact(FactKinds.INSPECTION, fact.licence(), fact.occurredOn(), values);
            }
        }
        return fact;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theScoreIsTheSumOfThePointsShown(long seed) {
        RandomFile random = new RandomFile(seed);
        GradeAnalysis analysis = rate(Facts.file(random.asOf(), random.facts()));
        BigDecimal score = analysis.rating().score();
        if (score != null) {
            BigDecimal sum = analysis.explanation().indicators().stream()
                    .map(one -> Objects.requireNonNull(one.points()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.subtract(score).abs()).isLessThanOrEqualTo(new BigDecimal("0.0001"));
        }
    }

    @Test
    void differentContentHasDifferentDigests() {
        Set<String> digests = new HashSet<>();
        Set<Object> contents = new HashSet<>();
        for (long seed : seeds()) {
            RandomFile random = new RandomFile(seed);
            GradeAnalysis analysis = rate(Facts.file(random.asOf(), random.facts()));
            digests.add(analysis.rating().digest());
            contents.add(Facts.dateless(analysis.rating()));
        }
        assertThat(digests).hasSameSizeAs(contents);
    }
}

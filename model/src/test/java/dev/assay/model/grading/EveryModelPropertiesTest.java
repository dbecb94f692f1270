package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Outline;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.model.config.ConfigFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every packaged model and every file, over files whose values lie around what the model asks. */
class EveryModelPropertiesTest {

    private static final int FILES = 150;
    private static final long SEED = 20260401;

    /** Days before the files' own: their newest facts are still to come then. */
    private static final int DAYS_BACK = 1500;

    private static final int DAYS_ON = 400;

    static List<String> models() {
        return ConfigFiles.packaged().ids("models");
    }

    /** A file, the day for which it is rated, and what is known then and later. */
    private record Trial(ProbeFiles files, List<Fact> facts, LocalDate day) {

        CreditFile file() {
            return on(day);
        }

        /** The file on a later day if nothing more happens. */
        CreditFile on(LocalDate later) {
            return files.file(
                    facts.stream()
                            .filter(fact -> !fact.occurredOn().isAfter(day))
                            .toList(),
                    later);
        }
    }

    private static List<Trial> trials(GradingModel model, SplittableRandom random) {
        ProbeFiles files = new ProbeFiles(model, random.nextLong());
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            LocalDate day = i % 2 == 0
                    ? files.asOf().plusDays(random.nextInt(DAYS_ON))
                    : files.asOf().minusDays(random.nextInt(DAYS_BACK));
            trials.add(new Trial(files, files.facts(), day));
        }
        return trials;
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRatingWithoutItsExplanationIsTheRatingThatTheExplanationExplains(String id) {
        GradingModel model = GradingModels.load(ConfigFiles.packaged(), id);
        int rated = 0;
        for (Trial trial : trials(model, new SplittableRandom(SEED))) {
            CreditFile file = trial.file();
            for (Subject subject : model.subjects(file)) {
                GradeAnalysis explained = RatingEngine.rate(file, subject, model);
                assertThat(RatingEngine.rateOnly(file, subject, model)).isEqualTo(explained.rating());
                assertThat(RatingEngine.outline(file, subject, model)).isEqualTo(Outline.of(explained));
                rated++;
            }
        }
        assertThat(rated).isGreaterThan(FILES / 2);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRatingHoldsOnEachDayUntilItsLastValidDayIfNothingNewIsRecorded(String id) {
        GradingModel model = GradingModels.load(ConfigFiles.packaged(), id);
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (Trial trial : trials(model, random)) {
            CreditFile file = trial.file();
            for (Subject subject : model.subjects(file)) {
                Rating first = RatingEngine.rateOnly(file, subject, model);
                LocalDate until = first.validUntil();
                LocalDate last = until == null ? trial.day().plusYears(6) : until;
                assertThat(last).isAfterOrEqualTo(trial.day());
                for (LocalDate day : days(trial.day(), last, random)) {
                    Rating then = RatingEngine.rateOnly(trial.on(day), subject, model);
                    assertThat(Facts.dateless(then)).as("%s on %s", id, day).isEqualTo(Facts.dateless(first));
                }
            }
        }
    }

    /** The next day, the last and the one before it, and some between. */
    private static List<LocalDate> days(LocalDate first, LocalDate last, SplittableRandom random) {
        long span = last.toEpochDay() - first.toEpochDay();
        List<LocalDate> days = new ArrayList<>(List.of(last));
        if (span > 1) {
            days.add(first.plusDays(1));
            days.add(last.minusDays(1));
            for (int i = 0; i < 10; i++) {
                days.add(first.plusDays(random.nextLong(span)));
            }
        }
        return days;
    }

    /**
     * A run that rates each day only those files whose ratings have run out, or of which a fact has come to pass since, ends with what a full
     * run of the last day gives.
     */
    @ParameterizedTest
    @MethodSource("models")
    void ratingOnlyWhatRanOutOrChangedEndsWhereRatingEverythingEnds(String id) {
        GradingModel model = GradingModels.load(ConfigFiles.packaged(), id);
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (Trial trial : trials(model, random)) {
            LocalDate end = trial.day().plusDays(DAYS_ON);
            LocalDate day = trial.day();
            List<Rating> kept = rated(trial, day, model);
            while (day.isBefore(end)) {
                LocalDate next = day.plusDays(1 + random.nextInt(60));
                LocalDate before = day;
                boolean changed = trial.facts().stream()
                        .anyMatch(fact -> fact.occurredOn().isAfter(before)
                                && !fact.occurredOn().isAfter(next));
                boolean ranOut = kept.isEmpty() || kept.stream().anyMatch(rating -> hasRunOut(rating, next));
                kept = changed || ranOut ? rated(trial, next, model) : kept;
                day = next;
            }
            assertThat(kept.stream().map(Facts::dateless))
                    .isEqualTo(rated(trial, day, model).stream()
                            .map(Facts::dateless)
                            .toList());
        }
    }

    private static boolean hasRunOut(Rating rating, LocalDate day) {
        LocalDate until = rating.validUntil();
        return until != null && until.isBefore(day);
    }

    private static List<Rating> rated(Trial trial, LocalDate day, GradingModel model) {
        CreditFile file = new Trial(trial.files(), trial.facts(), day).file();
        return model.subjects(file).stream()
                .map(subject -> RatingEngine.rateOnly(file, subject, model))
                .toList();
    }
}

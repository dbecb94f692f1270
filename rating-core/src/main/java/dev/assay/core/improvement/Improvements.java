package dev.assay.core.improvement;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What would better a grade. Everything here was found by rating a changed file, or the same file as of a later day, with the engine that
 * gave the grade; nothing is estimated.
 *
 * @param now the rating as it stands
 * @param byItself how the rating changes if nothing happens any more, over the next five years
 * @param ways the smallest sets of steps that reach each better grade, the best grade last; a set that reaches one serves for the worse too
 */
public record Improvements(Rating now, List<Turn> byItself, List<Way> ways) {

    private static final int YEARS = 5;
    private static final int MOST_STEPS = 16;
    private static final int MOST_TOGETHER = 3;
    private static final int MOST_WAYS = 3;
    private static final int MOST_DAYS = 6;
    private static final int SHORTEST_LOOK = 31;

    /** Copies the lists. */
    public Improvements {
        byItself = List.copyOf(byItself);
        ways = List.copyOf(ways);
    }

    /**
     * A change that time brings.
     *
     * @param day the first day on which it is so
     * @param rating the rating of that day
     */
    public record Turn(LocalDate day, Rating rating) {}

    /**
     * A way to a better grade.
     *
     * @param grade the grade that is reached
     * @param steps what to do, at most three things; none of them can be left out
     * @param day the first day on which the grade is reached if the steps are taken on the file's day
     * @param rating the rating of that day
     */
    public record Way(String grade, List<Step> steps, LocalDate day, Rating rating) {

        /** Copies the list. */
        public Way {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Looks for what would better a grade.
     *
     * @param file the credit file
     * @param subject one of the model's subjects in it
     * @param model the model
     * @param remedies what a business can do
     * @return the changes that time brings, and the ways to better grades; no ways where there is no grade or none better
     */
    public static Improvements of(CreditFile file, Subject subject, GradingModel model, List<Remedy> remedies) {
        Search search = new Search(file, subject, model);
        Rating now = search.rate(file, file.asOf());
        List<Turn> turns = search.turns(now);
        List<Step> steps = Step.of(file, subject, remedies);
        return new Improvements(
                now, turns, search.ways(now, turns, steps.subList(0, Math.min(steps.size(), MOST_STEPS))));
    }

    /**
     * Rates as if some steps had been taken on the file's day.
     *
     * @param file the credit file
     * @param subject one of the model's subjects in it
     * @param model the model
     * @param steps the steps
     * @param day the day for which to rate, not before the file's
     * @return the rating
     */
    public static Rating rate(CreditFile file, Subject subject, GradingModel model, List<Step> steps, LocalDate day) {
        return new Search(file, subject, model).rate(Step.taken(file, subject, steps), day);
    }

    private record Search(CreditFile file, Subject subject, GradingModel model) {

        Rating rate(CreditFile changed, LocalDate day) {
            CreditFile asOf = new CreditFile(changed.business(), day, changed.knownAt(), changed.facts());
            return RatingEngine.rateOnly(asOf, subject, model);
        }

        /** The days on which state or grade change. A rating that turns often is looked at month by month, and the day is then sought between. */
        List<Turn> turns(Rating now) {
            List<Turn> turns = new ArrayList<>();
            LocalDate end = file.asOf().plusYears(YEARS);
            Rating before = now;
            LocalDate day = next(now);
            while (day != null && !day.isAfter(end)) {
                Rating rating = rate(file, day);
                if (!same(rating, before)) {
                    LocalDate first = firstAfter(before.asOf(), day, before);
                    rating = rate(file, first);
                    turns.add(new Turn(first, rating));
                }
                before = rating;
                day = next(rating);
            }
            return turns;
        }

        private static @Nullable LocalDate next(Rating rating) {
            LocalDate until = rating.validUntil();
            if (until == null) {
                return null;
            }
            LocalDate turn = until.plusDays(1);
            LocalDate month = rating.asOf().plusDays(SHORTEST_LOOK);
            return turn.isBefore(month) ? month : turn;
        }

        /** The first day after one with the same standing as before on which it is another. */
        private LocalDate firstAfter(LocalDate same, LocalDate other, Rating before) {
            LocalDate low = same;
            LocalDate high = other;
            while (low.plusDays(1).isBefore(high)) {
                LocalDate middle = low.plusDays((high.toEpochDay() - low.toEpochDay()) / 2);
                if (same(rate(file, middle), before)) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        private static boolean same(Rating one, Rating other) {
            return one.state() == other.state() && Objects.equals(one.grade(), other.grade());
        }

        List<Way> ways(Rating now, List<Turn> turns, List<Step> steps) {
            List<Way> ways = new ArrayList<>();
            int place = now.grade() == null ? 0 : model.grades().indexOf(now.grade());
            if (place == 0) {
                return ways;
            }
            List<LocalDate> days = new ArrayList<>(List.of(file.asOf()));
            turns.stream().limit(MOST_DAYS).forEach(turn -> days.add(turn.day()));
            List<List<Step>> sets = sets(steps);
            List<Map<List<Step>, Rating>> rated = days.stream()
                    .map(day -> (Map<List<Step>, Rating>) new HashMap<List<Step>, Rating>())
                    .toList();
            for (int better = place - 1; better >= 0; better--) {
                List<Way> found = new ArrayList<>();
                for (int i = 0; i < days.size(); i++) {
                    LocalDate day = days.get(i);
                    if (placeOn(now, turns, day) > better) {
                        addWays(found, better, sets, day, rated.get(i));
                    }
                }
                found.forEach(way -> keepEarliest(ways, way));
            }
            ways.sort(Comparator.comparingInt((Way way) -> -model.grades().indexOf(way.grade()))
                    .thenComparing(Way::day)
                    .thenComparingInt(way -> way.steps().size()));
            return ways;
        }

        private static void keepEarliest(List<Way> ways, Way way) {
            for (int i = 0; i < ways.size(); i++) {
                Way kept = ways.get(i);
                if (kept.steps().equals(way.steps()) && kept.grade().equals(way.grade())) {
                    ways.set(i, way.day().isBefore(kept.day()) ? way : kept);
                    return;
                }
            }
            ways.add(way);
        }

        private void addWays(
                List<Way> found, int better, List<List<Step>> sets, LocalDate day, Map<List<Step>, Rating> rated) {
            for (List<Step> set : sets) {
                if (found.size() < MOST_WAYS && found.stream().noneMatch(way -> isMilder(way.steps(), set))) {
                    Rating rating = rated.computeIfAbsent(set, one -> rate(Step.taken(file, subject, one), day));
                    String grade = rating.grade();
                    if (grade != null && model.grades().indexOf(grade) <= better) {
                        found.add(new Way(grade, set, day, rating));
                    }
                }
            }
        }

        /** Where the grade stands on a day if nothing happens; behind all grades where there is none. */
        private int placeOn(Rating now, List<Turn> turns, LocalDate day) {
            Rating rating = now;
            for (Turn turn : turns) {
                rating = turn.day().isAfter(day) ? rating : turn.rating();
            }
            return rating.grade() == null
                    ? model.grades().size()
                    : model.grades().indexOf(rating.grade());
        }
    }

    /** All sets of up to three steps, fewer first, and of each level remedy one level, the milder first. */
    private static List<List<Step>> sets(List<Step> steps) {
        List<List<Step>> sets = new ArrayList<>();
        List<List<Step>> last = List.of(List.of());
        for (int size = 1; size <= MOST_TOGETHER; size++) {
            List<List<Step>> larger = new ArrayList<>();
            for (List<Step> set : last) {
                int from = set.isEmpty() ? 0 : steps.indexOf(set.getLast()) + 1;
                for (Step step : steps.subList(from, steps.size())) {
                    if (step.level() == null
                            || set.stream().noneMatch(one -> one.remedy().equals(step.remedy()))) {
                        List<Step> added = new ArrayList<>(set);
                        added.add(step);
                        larger.add(added);
                    }
                }
            }
            sets.addAll(larger);
            last = larger;
        }
        return sets;
    }

    /** Whether a set asks no more than another: each of its steps is among the other's, at the same level or a further one. */
    private static boolean isMilder(List<Step> set, List<Step> other) {
        return set.stream().allMatch(step -> other.stream().anyMatch(one -> isAsFar(step, one)));
    }

    private static boolean isAsFar(Step mild, Step far) {
        if (mild.level() == null || far.level() == null) {
            return mild.equals(far);
        }
        return mild.remedy().equals(far.remedy())
                && mild.remedy() instanceof Remedy.Repeats repeats
                && repeats.outcome() instanceof Remedy.Level level
                && level.values().indexOf(mild.level()) <= level.values().indexOf(far.level());
    }
}

package dev.assay.model.backtest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a model ranked what was found afterwards. A row is a subject on one of the days.
 *
 * @param subjects rows
 * @param businesses to how many businesses they belong
 * @param afterwards of the rows that were looked at within the horizon, those at which something was found
 * @param days the same for each day
 * @param standings rows by grade, from the best to the worst, then by state; grades stand here even without rows
 * @param reversals grades of which a better one had the higher rate of findings than the worse one next to it, of those with rows that were
 *     looked at; empty where the rates rise from grade to grade
 * @param score the ranking by points; null where the model makes none
 * @param grades the ranking by grades
 * @param beside the model beside the authority's own classes; null where these are not known
 */
public record Backtest(
        long subjects,
        long businesses,
        Proportion afterwards,
        List<Day> days,
        List<Standing> standings,
        List<Reversal> reversals,
        @Nullable Ranking score,
        Ranking grades,
        @Nullable Beside beside) {

    /** Copies the lists. */
    public Backtest {
        days = List.copyOf(days);
        standings = List.copyOf(standings);
        reversals = List.copyOf(reversals);
    }

    /**
     * One of the days.
     *
     * @param day the day
     * @param complete whether the data reach to the end of its horizon
     * @param subjects subjects on it
     * @param afterwards of those that were looked at, those at which something was found
     * @param score how well points ranked them; null where the model makes none
     * @param grades how well grades ranked them
     */
    public record Day(
            LocalDate day,
            boolean complete,
            long subjects,
            Proportion afterwards,
            @Nullable Area score,
            Area grades) {}

    /**
     * A grade, a state, or a class of the authority's.
     *
     * @param name its name
     * @param subjects rows in it
     * @param afterwards of those that were looked at, those at which something was found
     */
    public record Standing(String name, long subjects, Proportion afterwards) {}

    /**
     * A better grade with more findings than a worse one.
     *
     * @param better the better grade
     * @param worse the worse grade
     * @param beyondChance whether the two Wilson intervals lie apart; a careful test that takes rows for independent
     */
    public record Reversal(String better, String worse, boolean beyondChance) {}

    /**
     * The model beside the authority's own classes, on the rows that both rank.
     *
     * @param rankings by points where the model makes any, by grades, by the authority's classes
     * @param differences the model's areas less that of the authority's classes
     * @param classes all rows by the authority's class, from the best to the worst
     */
    public record Beside(List<Ranking> rankings, List<Difference> differences, List<Standing> classes) {
        /** Copies the lists. */
        public Beside {
            rankings = List.copyOf(rankings);
            differences = List.copyOf(differences);
            classes = List.copyOf(classes);
        }
    }
}

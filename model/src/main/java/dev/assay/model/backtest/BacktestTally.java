package dev.assay.model.backtest;

import dev.assay.core.grading.RatingState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts rows business by business. For one thread; tallies of parts of the businesses are added up, in their order. */
public final class BacktestTally {

    private final RiskOrder order;
    private final Counted counted = new Counted();

    /**
     * A tally without rows.
     *
     * @param order what makes a subject riskier
     */
    public BacktestTally(RiskOrder order) {
        this.order = order;
    }

    /**
     * Counts all the rows of a business, on all days and of all its licences.
     *
     * @param ofOneBusiness the rows; perhaps none
     */
    public void count(List<Row> ofOneBusiness) {
        counted.count(ofOneBusiness);
    }

    /**
     * Adds the businesses of another tally of the same model and outcome. None of them may be in this one.
     *
     * @param other the other tally
     */
    public void add(BacktestTally other) {
        counted.add(other.counted);
    }

    /**
     * What was counted so far.
     *
     * @param days the days in order
     * @param known the last day of which outcomes are known; null where there are no outcomes at all
     * @param outcome what was looked for
     * @return the backtest
     */
    public Backtest backtest(List<LocalDate> days, @Nullable LocalDate known, OutcomeDefinition outcome) {
        List<Backtest.Standing> standings = standings();
        Predicate<Cell> all = _ -> true;
        return new Backtest(
                counted.rows(all),
                counted.businesses(),
                afterwards(all),
                days.stream()
                        .map(day ->
                                day(day, known != null && !outcome.lastDay(day).isAfter(known)))
                        .toList(),
                standings,
                reversals(standings),
                score(all),
                compare(List.of(Ranking.By.GRADE), all).rankings().getFirst(),
                beside());
    }

    private Comparison.Result compare(List<Ranking.By> by, Predicate<Cell> which) {
        return Comparison.of(by, order, counted, which);
    }

    private boolean hasScores() {
        return counted.cells().stream().anyMatch(cell -> order.risk(Ranking.By.SCORE, cell) != null);
    }

    private @Nullable Ranking score(Predicate<Cell> which) {
        return hasScores()
                ? compare(List.of(Ranking.By.SCORE), which).rankings().getFirst()
                : null;
    }

    private Backtest.Day day(LocalDate day, boolean complete) {
        Predicate<Cell> ofDay = cell -> cell.day().equals(day);
        Ranking score = score(ofDay);
        return new Backtest.Day(
                day,
                complete,
                counted.rows(ofDay),
                afterwards(ofDay),
                score == null ? null : score.area(),
                compare(List.of(Ranking.By.GRADE), ofDay).rankings().getFirst().area());
    }

    private Proportion afterwards(Predicate<Cell> which) {
        long found = counted.rows(cell -> which.test(cell) && cell.afterwards() == Afterwards.FOUND);
        long clean = counted.rows(cell -> which.test(cell) && cell.afterwards() == Afterwards.CLEAN);
        return Proportion.of(found, found + clean);
    }

    private List<Backtest.Standing> standings() {
        Stream<String> states = Arrays.stream(RatingState.values())
                .map(RatingState::name)
                .filter(state -> counted.cells().stream()
                        .anyMatch(cell -> cell.standing().equals(state)));
        return Stream.concat(order.grades().stream(), states)
                .map(name -> standing(name, cell -> cell.standing().equals(name)))
                .toList();
    }

    private Backtest.Standing standing(String name, Predicate<Cell> which) {
        return new Backtest.Standing(name, counted.rows(which), afterwards(which));
    }

    private List<Backtest.Reversal> reversals(List<Backtest.Standing> standings) {
        List<Backtest.Standing> seen = standings.stream()
                .filter(one -> order.grades().contains(one.name()))
                .filter(one -> one.afterwards().cases() > 0)
                .toList();
        List<Backtest.Reversal> reversals = new ArrayList<>();
        for (int i = 1; i < seen.size(); i++) {
            Proportion better = seen.get(i - 1).afterwards();
            Proportion worse = seen.get(i).afterwards();
            // Cross-multiplied: rates to four places would hide a small reversal.
            if (better.hits() * worse.cases() > worse.hits() * better.cases()) {
                reversals.add(new Backtest.Reversal(
                        seen.get(i - 1).name(), seen.get(i).name(), better.isClearlyAbove(worse)));
            }
        }
        return reversals;
    }

    private Backtest.@Nullable Beside beside() {
        if (order.classes().isEmpty()) {
            return null;
        }
        List<Ranking.By> by = hasScores()
                ? List.of(Ranking.By.SCORE, Ranking.By.GRADE, Ranking.By.AUTHORITY)
                : List.of(Ranking.By.GRADE, Ranking.By.AUTHORITY);
        Comparison.Result result = compare(by, _ -> true);
        return new Backtest.Beside(
                result.rankings(),
                result.differences(),
                order.classes().stream()
                        .map(name -> standing(name, cell -> Objects.equals(cell.authorityClass(), name)))
                        .toList());
    }
}

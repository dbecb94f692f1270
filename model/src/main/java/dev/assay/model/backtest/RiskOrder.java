package dev.assay.model.backtest;

import dev.assay.core.grading.Direction;
import dev.assay.core.grading.GradingModel;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes one subject riskier than another.
 *
 * @param grades the model's grades, from the best to the worst
 * @param direction what a high score means
 * @param classes the authority's classes, from the best to the worst; empty where it has none
 */
public record RiskOrder(List<String> grades, Direction direction, List<String> classes) {

    /** Copies the lists. */
    public RiskOrder {
        grades = List.copyOf(grades);
        classes = List.copyOf(classes);
    }

    /**
     * The order of a model and an outcome.
     *
     * @param model the model
     * @param outcome the outcome
     * @return the order
     */
    public static RiskOrder of(GradingModel model, OutcomeDefinition outcome) {
        OutcomeDefinition.AuthorityClass own = outcome.authority();
        return new RiskOrder(model.grades(), model.header().direction(), own == null ? List.of() : own.classes());
    }

    /**
     * The risk of a row by a ranking. A subject without a grade is ranked by nothing of the model's.
     *
     * @param by the ranking
     * @param row the row
     * @return a number, higher where the risk is; null where the ranking does not rank the row
     */
    public @Nullable BigDecimal risk(Ranking.By by, Row row) {
        return risk(by, Cell.of(row));
    }

    /** The risk by a ranking; null where it does not rank the row. A subject without a grade is ranked by nothing of the model's. */
    @Nullable
    BigDecimal risk(Ranking.By by, Cell cell) {
        return switch (by) {
            case SCORE -> {
                BigDecimal score = cell.score();
                if (score == null || !grades.contains(cell.standing())) {
                    yield null;
                }
                yield direction == Direction.HIGHER_IS_WORSE ? score : score.negate();
            }
            case GRADE -> place(grades, cell.standing());
            case AUTHORITY -> place(classes, cell.authorityClass());
        };
    }

    private static @Nullable BigDecimal place(List<String> fromBest, @Nullable String name) {
        int place = name == null ? -1 : fromBest.indexOf(name);
        return place < 0 ? null : BigDecimal.valueOf(place);
    }
}

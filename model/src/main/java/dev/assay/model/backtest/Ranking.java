package dev.assay.model.backtest;

import java.util.List;

/**
 * How well subjects were ranked by one thing.
 *
 * @param by what they were ranked by
 * @param area the area under the ROC curve with its interval
 * @param lifts what was found among the riskiest 10, 20 and 30 percent; empty where nothing was found
 */
public record Ranking(By by, Area area, List<Lift> lifts) {

    /** What subjects are ranked by. */
    public enum By {
        /** The model's points. */
        SCORE,
        /** The model's effective grades, from the best to the worst. */
        GRADE,
        /** The authority's own classes. */
        AUTHORITY
    }

    /** Copies the list. */
    public Ranking {
        lifts = List.copyOf(lifts);
    }
}

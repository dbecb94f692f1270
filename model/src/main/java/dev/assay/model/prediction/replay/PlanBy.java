package dev.assay.model.prediction.replay;

import dev.assay.core.text.Bilingual;
import dev.assay.model.backtest.Ranking;
import dev.assay.model.backtest.RiskOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Who is visited first. */
public enum PlanBy {
    /** Every subject with the same chance. Its figure is the mean of all orders, not one lot. */
    UNIFORM("均等（随机先后）", "Uniform: everyone with the same chance", null),
    /** In the order in which the authority went. */
    AS_IT_WAS("实际先后", "As it was: the order in which the authority went", null),
    /** The authority's own classes. */
    AUTHORITY("机关自定类别", "By the authority's own classes", Ranking.By.AUTHORITY),
    /** The worst grades first. */
    GRADE("按等级", "By grade, the worst first", Ranking.By.GRADE),
    /** The worst scores first. */
    SCORE("按分值", "By score, the worst first", Ranking.By.SCORE),
    /** The likeliest faults first. */
    PREDICTION("按预测", "By prediction, the likeliest fault first", null);

    private final String zh;
    private final String en;
    private final Ranking.@Nullable By ranking;

    PlanBy(String zh, String en, Ranking.@Nullable By ranking) {
        this.zh = zh;
        this.en = en;
        this.ranking = ranking;
    }

    /**
     * Its name.
     *
     * @return the name
     */
    public Bilingual title() {
        return Bilingual.of(zh, en);
    }

    /** What the plan goes by: higher is visited earlier; NaN where it says nothing of the row. */
    double priority(Planned planned, RiskOrder order) {
        if (ranking != null) {
            BigDecimal risk = order.risk(ranking, planned.row());
            return risk == null ? Double.NaN : risk.doubleValue();
        }
        return switch (this) {
            case PREDICTION -> planned.foretold();
            case AS_IT_WAS ->
                planned.visited() == null ? Double.NaN : -planned.visited().toEpochDay();
            case UNIFORM, AUTHORITY, GRADE, SCORE -> 0;
        };
    }
}

package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;

/** What inspections are put in order by: the prediction, four plain things that it has to be better than, and itself told who comes. */
public enum Ranker {
    /** The prediction. */
    MODEL("本模型", "This model"),
    /** The score of the rules alone. */
    RULES("仅规则评分", "Rules alone"),
    /** What was found at the business before, alone. */
    HISTORY("仅历史记录", "History alone"),
    /** How often the inspector found something before, alone; it knows nothing of the business. */
    INSPECTOR("仅检查人员", "Inspector alone"),
    /** The prediction with how strict the inspector was in the time of training: what it gains is gained by who comes, and no score knows it. */
    TOLD("加上由谁检查", "Told who comes"),
    /** A lot, drawn with a seed. */
    RANDOM("随机", "Random");

    private final String zh;
    private final String en;

    Ranker(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its name.
     *
     * @return the name
     */
    public Bilingual title() {
        return Bilingual.of(zh, en);
    }
}

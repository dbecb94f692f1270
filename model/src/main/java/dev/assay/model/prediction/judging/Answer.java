package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;

/**
 * What the figures say to a question of one who has to decide whether to use a prediction.
 *
 * @param question the question
 * @param verdict the answer in a word
 * @param reason the figures behind it
 */
public record Answer(Question question, Verdict verdict, Bilingual reason) {

    /** Answers in a word. */
    public enum Verdict {
        /** The figures show it. */
        YES,
        /** The figures show that it is not so. */
        NO,
        /** The figures do not tell. */
        OPEN
    }

    /** Questions. */
    public enum Question {
        /** Whether it ranks at all. */
        RANKS("总体排序是否优于随机？", "Does it rank better than chance?"),
        /** Whether it ranks what one inspector saw. */
        WITHIN_INSPECTOR("在同一检查人员的检查之内，排序是否仍优于随机？", "Does it rank one inspector's own inspections?"),
        /** Whether faults are found earlier for another reason than who inspects. */
        EARLIER("不改变由谁检查，问题能否更早发现？", "Are faults found earlier without changing who inspects?"),
        /** Whether it is worth more than what is there without it. */
        BEATS("是否优于仅用规则评分或仅用历史记录？", "Does it beat the rules alone and history alone?"),
        /** Whether the probabilities can be taken as such. */
        CALIBRATED("概率是否可以按字面理解？", "Can its probabilities be taken as they are?"),
        /** Whether the mistakes fall on all alike. */
        FAIR("误报与漏报是否大致平均？", "Do its mistakes fall on all groups alike?"),
        /** Whether those who were judged are like those who were learned from. */
        STABLE("数据是否仍与训练时相似？", "Are the data still like those of training?");

        private final String zh;
        private final String en;

        Question(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * The question in words.
         *
         * @return the words
         */
        public Bilingual text() {
            return Bilingual.of(zh, en);
        }
    }
}

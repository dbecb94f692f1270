package dev.assay.model.comparison;

import dev.assay.core.text.Bilingual;
import java.util.Arrays;
import java.util.Locale;

/** The parts of a model, in the order in which changes are told. */
public enum ModelPart {
    /** What the model is: id, version, title, scope, grades, sectors. */
    MODEL("模型", "The model"),
    /** A legal ground. */
    BASIS("依据", "Basis"),
    /** A model on whose result this one builds. */
    INPUTS("所用模型", "Input model"),
    /** A rule that gives a state. */
    STATES("状态规则", "State rule"),
    /** The least that a credit file must hold. */
    QUALITY("档案质量要求", "Demand on the file"),
    /** How newcomers are graded. */
    NEWCOMERS("新开办对象定级规则", "Rule for newcomers"),
    /** A classification. */
    CLASSIFICATIONS("分类", "Classification"),
    /** A group of indicators. */
    GROUPS("指标组", "Group"),
    /** An indicator. */
    INDICATORS("指标", "Indicator"),
    /** A grade's interval of the total. */
    BANDS("等级", "Grade"),
    /** A grade's limits on the total and on the worst indicator. */
    LADDER("等级", "Grade"),
    /** The grade for each pair of grades of input models. */
    MATRIX("等级矩阵", "Matrix"),
    /** The worst of the grades of input models. */
    WORST_OF("取最差等级", "Worst of"),
    /** Raising or lowering. */
    ADJUSTMENTS("等级调整", "Adjustment"),
    /** What fixes a grade whatever the score says. */
    VETOES("一票否决", "Veto"),
    /** Inspections a year. */
    SUPERVISION("检查频次", "Supervision"),
    /** The grade from which on a text of law looks at a subject for a list. */
    LISTING_THRESHOLD("名单门槛", "Listing threshold"),
    /** A row of a table that a model draws in. */
    ROWS("表行", "Table row"),
    /** A part that this comparison does not know by name. */
    OTHER("其他部分", "Another part");

    private final String zh;
    private final String en;

    ModelPart(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * What one of its entries is called.
     *
     * @return the noun
     */
    public Bilingual noun() {
        return Bilingual.of(zh, en);
    }

    /**
     * Its key at the top of a model.
     *
     * @return such as {@code indicators}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that a key at the top of a model begins; a key of the header belongs to the model itself. */
    static ModelPart of(String key) {
        return Arrays.stream(values())
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElse(KeyWords.isOfHeader(key) ? MODEL : OTHER);
    }
}

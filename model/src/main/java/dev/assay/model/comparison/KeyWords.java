package dev.assay.model.comparison;

import dev.assay.core.text.Bilingual;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The keys of the model language in words. A key without words stands for itself. */
final class KeyWords {

    private static final Map<String, Bilingual> WORDS = words();

    private static final Set<String> HEADER = Set.of(
            "id", "version", "title", "scope", "visibility", "direction", "grades", "identities", "sectors", "law");

    private KeyWords() {}

    static Bilingual of(String key) {
        return WORDS.getOrDefault(key, Bilingual.of(key, key));
    }

    /** A key below another: below some the keys are names of grades, classes and codes, and some mean two things. */
    static Bilingual of(ModelPart part, String parent, String key) {
        if (key.equals("steps") && parent.isEmpty() && part != ModelPart.ADJUSTMENTS) {
            return Bilingual.of("分段", "steps");
        }
        return parent.equals("several") && key.equals("conditions")
                ? Bilingual.of("情形数", "conditions")
                : below(parent, key);
    }

    private static Bilingual below(String parent, String key) {
        return switch (parent) {
            case "inspections_per_year" -> Bilingual.of("等级 " + key, "grade " + key);
            case "grades" -> Bilingual.of("类别 " + key + " 的等级", "grade of class " + key);
            case "points" -> Bilingual.of("类别 " + key + " 的分值", "points of class " + key);
            case "codes" -> Bilingual.of("代码 " + key + " 的分值", "points of code " + key);
            // The fields of facts have names of their own.
            case "where", "among", "hit", "applies" -> Bilingual.of(key, key);
            default -> of(key);
        };
    }

    /** Whether a key of the top says what the model as a whole is, whatever its value looks like. */
    static boolean isOfHeader(String key) {
        return HEADER.contains(key);
    }

    private static Map<String, Bilingual> words() {
        Map<String, Bilingual> words = new HashMap<>();
        String[][] rows = {
            {"id", "编号", "id"},
            {"version", "版本", "version"},
            {"title", "名称", "title"},
            {"zh", "中文", "in Chinese"},
            {"en", "英文", "in English"},
            {"text", "说明文字", "text"},
            {"scope", "评定对象", "what it grades"},
            {"visibility", "公开范围", "who may see it"},
            {"direction", "分值方向", "what a high score means"},
            {"grades", "等级", "grades"},
            {"identities", "适用的标识方案", "schemes of identities"},
            {"sectors", "适用环节", "sectors"},
            {"law", "所依据的规定", "law"},
            {"citation", "引文", "citation"},
            {"valid_from", "施行日期", "first day in force"},
            {"valid_to", "失效日期", "last day in force"},
            {"provisional", "暂定", "provisional"},
            {"note", "备注", "note"},
            {"basis", "依据", "basis"},
            {"state", "状态", "state"},
            {"when", "条件", "condition"},
            {"exists", "存在的事实", "kind of fact that exists"},
            {"newest", "最近的事实", "kind of the newest fact"},
            {"every", "每一事实", "kind of every fact"},
            {"not", "非", "not"},
            {"all", "同时满足", "all of"},
            {"any", "满足其一", "any of"},
            {"where", "要求", "which must be so"},
            {"among", "限于", "among those that are so"},
            {"within", "时间窗", "window"},
            {"place", "由近及远第几次", "place from the newest"},
            {"class", "类别", "class"},
            {"by_class", "按分类", "by classification"},
            {"group", "指标组", "group"},
            {"cap", "上限", "cap"},
            {"from", "读取的事实", "fact that is read"},
            {"field", "读取的字段", "field that is read"},
            {"rounded", "先取整", "rounded first"},
            {"as_scored", "直接采用分值", "score as it stands"},
            {"lowest", "最低", "lowest"},
            {"highest", "最高", "highest"},
            {"points", "分值", "points"},
            {"codes", "代码分值", "points by code"},
            {"most", "封顶", "at most"},
            {"per_fact", "每一事实", "for each fact"},
            {"per_item", "每一项目", "for each item"},
            {"times", "计次字段", "field that counts"},
            {"time_since", "距今时间", "time since"},
            {"days", "天数", "days"},
            {"share", "占比", "share"},
            {"factor", "系数", "factor"},
            {"weight", "权重", "weight"},
            {"hit", "计分项目", "items that count against it"},
            {"applies", "适用项目", "items that apply"},
            {"missing", "无数据时的分值", "points where there is nothing to read"},
            {"up_to", "上界（含）", "upper bound"},
            {"above", "高于", "above"},
            {"at_least", "至少", "at least"},
            {"at_most", "至多", "at most"},
            {"below", "低于", "below"},
            {"total_at_most", "总分上限", "limit of the total"},
            {"worst_at_most", "单项上限", "limit of a single indicator"},
            {"towards", "调整方向", "direction"},
            {"counting", "计算方式", "how it counts"},
            {"several", "多种情形并存", "several conditions together"},
            {"conditions", "情形", "condition"},
            {"rules", "规则", "rule"},
            {"steps", "调整级数", "grades by which it moves"},
            {"counted", "计入的检查", "inspections that count"},
            {"inspections_per_year", "每年检查次数", "inspections a year"}
        };
        for (String[] row : rows) {
            words.put(row[0], Bilingual.of(row[1], row[2]));
        }
        return Map.copyOf(words);
    }
}

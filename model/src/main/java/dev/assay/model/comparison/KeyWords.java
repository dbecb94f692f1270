package dev.assay.model.comparison;

import dev.assay.core.text.Bilingual;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of the model language in words. A key without words stands for itself. */
final class KeyWords {

    /** Key, Chinese, English. */
    private static final List<List<String>> ROWS = List.of(
            List.of("id", "编号", "id"),
            List.of("version", "版本", "version"),
            List.of("title", "名称", "title"),
            List.of("zh", "中文", "in Chinese"),
            List.of("en", "英文", "in English"),
            List.of("text", "说明文字", "text"),
            List.of("scope", "评定对象", "what it grades"),
            List.of("visibility", "公开范围", "who may see it"),
            List.of("direction", "分值方向", "what a high score means"),
            List.of("grades", "等级", "grades"),
            List.of("identities", "适用的标识方案", "schemes of identities"),
            List.of("sectors", "适用环节", "sectors"),
            List.of("law", "所依据的规定", "law"),
            List.of("citation", "引文", "citation"),
            List.of("valid_from", "施行日期", "first day in force"),
            List.of("valid_to", "失效日期", "last day in force"),
            List.of("provisional", "暂定", "provisional"),
            List.of("note", "备注", "note"),
            List.of("basis", "依据", "basis"),
            List.of("state", "状态", "state"),
            List.of("when", "条件", "condition"),
            List.of("exists", "存在的事实", "kind of fact that exists"),
            List.of("newest", "最近的事实", "kind of the newest fact"),
            List.of("every", "每一事实", "kind of every fact"),
            List.of("not", "非", "not"),
            List.of("all", "同时满足", "all of"),
            List.of("any", "满足其一", "any of"),
            List.of("where", "要求", "which must be so"),
            List.of("among", "限于", "among those that are so"),
            List.of("within", "时间窗", "window"),
            List.of("place", "由近及远第几次", "place from the newest"),
            List.of("class", "类别", "class"),
            List.of("by_class", "按分类", "by classification"),
            List.of("group", "指标组", "group"),
            List.of("cap", "上限", "cap"),
            List.of("from", "读取的事实", "fact that is read"),
            List.of("field", "读取的字段", "field that is read"),
            List.of("rounded", "先取整", "rounded first"),
            List.of("as_scored", "直接采用分值", "score as it stands"),
            List.of("lowest", "最低", "lowest"),
            List.of("highest", "最高", "highest"),
            List.of("points", "分值", "points"),
            List.of("codes", "代码分值", "points by code"),
            List.of("most", "封顶", "at most"),
            List.of("per_fact", "每一事实", "for each fact"),
            List.of("per_item", "每一项目", "for each item"),
            List.of("times", "计次字段", "field that counts"),
            List.of("time_since", "距今时间", "time since"),
            List.of("days", "天数", "days"),
            List.of("share", "占比", "share"),
            List.of("factor", "系数", "factor"),
            List.of("weight", "权重", "weight"),
            List.of("hit", "计分项目", "items that count against it"),
            List.of("applies", "适用项目", "items that apply"),
            List.of("missing", "无数据时的分值", "points where there is nothing to read"),
            List.of("up_to", "上界（含）", "upper bound"),
            List.of("above", "高于", "above"),
            List.of("at_least", "至少", "at least"),
            List.of("at_most", "至多", "at most"),
            List.of("below", "低于", "below"),
            List.of("total_at_most", "总分上限", "limit of the total"),
            List.of("worst_at_most", "单项上限", "limit of a single indicator"),
            List.of("towards", "调整方向", "direction"),
            List.of("counting", "计算方式", "how it counts"),
            List.of("several", "多种情形并存", "several conditions together"),
            List.of("conditions", "情形", "condition"),
            List.of("rules", "规则", "rule"),
            List.of("steps", "调整级数", "grades by which it moves"),
            List.of("counted", "计入的检查", "inspections that count"),
            List.of("tables", "所用的表", "tables that it draws in"),
            List.of("input", "所用模型", "input model"),
            List.of("model", "模型", "model"),
            List.of("by_grade", "按所用模型的等级", "by the grade of"),
            List.of("score_of", "所用模型的分值", "score of"),
            List.of("constant", "固定分值", "points whatever the facts"),
            List.of("measure", "度量", "measure"),
            List.of("cases", "按案件计分", "cases"),
            List.of("count", "计数的事实", "kind of fact that is counted"),
            List.of("inside", "集中于", "inside"),
            List.of("since", "自", "since"),
            List.of("least", "最少", "at least"),
            List.of("floor", "下限", "floor"),
            List.of("counts", "计入方式", "which indicators count"),
            List.of("grade", "等级", "grade"),
            List.of("cells", "矩阵格", "cells"),
            List.of("missing_column", "缺项时读取的列", "column where the second gives no grade"),
            List.of("divisions", "适用区划", "divisions"),
            List.of("floors", "最低频次", "floors"),
            List.of("ways", "检查方式", "ways of inspection"),
            List.of("draw_share", "随机抽查比例", "share of the random draw"),
            List.of("inspections_per_year", "每年检查次数", "inspections a year"),
            List.of("trust", "来源可信度", "trust of the feeds"),
            List.of("present", "须填字段", "fields that must be filled"),
            List.of("otherwise", "不足时的状态", "state of a file that falls short"));

    private static final Map<String, Bilingual> WORDS = words();

    private static final Set<String> HEADER = Set.of(
            "id",
            "version",
            "title",
            "scope",
            "visibility",
            "direction",
            "grades",
            "identities",
            "sectors",
            "law",
            "tables");

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
        for (List<String> row : ROWS) {
            words.put(row.get(0), Bilingual.of(row.get(1), row.get(2)));
        }
        return Map.copyOf(words);
    }
}

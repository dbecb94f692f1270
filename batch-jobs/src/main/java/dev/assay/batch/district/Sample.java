package dev.assay.batch.district;

import java.util.List;

/**
 * A food that failed, with what was found. The values are made up.
 *
 * @param food 食品名称
 * @param group 分类
 * @param item the failing item
 * @param found the result, as text: not every result is a number
 * @param limit the standard's value, as text
 */
record Sample(String food, String group, String item, String found, String limit) {

    static final List<Sample> ALL = List.of(
            new Sample("韭菜", "食用农产品", "腐霉利", "1.35mg/kg", "≤0.2mg/kg"),
            new Sample("活鲫鱼", "食用农产品", "恩诺沙星", "318μg/kg", "≤100μg/kg"),
            new Sample("鸡蛋", "食用农产品", "氟苯尼考", "12.4μg/kg", "不得检出"),
            new Sample("香蕉", "食用农产品", "吡虫啉", "0.17mg/kg", "≤0.05mg/kg"),
            new Sample("油条", "餐饮食品", "铝的残留量（干样品，以Al计）", "412mg/kg", "≤100mg/kg"),
            new Sample("复用餐饮具", "餐饮食品", "大肠菌群", "检出", "不得检出"),
            new Sample("酱牛肉", "肉制品", "菌落总数", "4.2×10³CFU/g", "≤10³CFU/g"),
            new Sample("炒花生", "炒货食品及坚果制品", "过氧化值（以脂肪计）", "0.93g/100g", "≤0.50g/100g"),
            new Sample("话梅", "蜜饯", "二氧化硫残留量", "0.61g/kg", "≤0.35g/kg"),
            new Sample("豆腐干", "豆制品", "苯甲酸及其钠盐（以苯甲酸计）", "0.28g/kg", "不得使用"));

    private static final List<String> SEPARATORS = List.of("║", "║", "║", "‖", "||", "|", "丨", "｜");
    private static final Sample SECOND = new Sample("", "", "霉菌", "320CFU/g", "≤150CFU/g");
    private static final int WITH_SECOND_FAILURE = 60;

    /** The cell 不合格项目║检验结果║标准值, with one of the separators met and now and then a second failure. */
    String failure(Chance chance) {
        String separator = chance.pick(SEPARATORS);
        String second = chance.perMille(WITH_SECOND_FAILURE) ? "；" + SECOND.joined(separator) : "";
        return joined(separator) + second;
    }

    private String joined(String separator) {
        return String.join(separator, item, found, limit);
    }
}

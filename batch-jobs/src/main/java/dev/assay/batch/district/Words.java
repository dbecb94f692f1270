package dev.assay.batch.district;

import java.util.List;

/**
 * The words of which names and addresses are put together. Every place bears one of {@link #PLACES}, which say that it is a sample,
 * and every name that of its place; none is taken from a register.
 */
final class Words {

    static final List<String> PLACES = List.of("示例", "样本", "虚构", "假想", "模拟", "演示", "练习", "设想", "试样", "样板");
    static final List<String> PLACE_ENDS = List.of("镇", "街道", "乡");
    static final List<String> BRAND_STARTS = List.of(
            "福满", "家和", "喜来", "百味", "鲜汇", "金穗", "绿野", "江海", "濠河", "春晓", "秋实", "万家", "好邻", "同兴", "德馨", "瑞丰", "味之", "宏盛",
            "小满", "谷雨", "芳草", "青禾", "红枫", "白鹭", "银杏", "海棠", "紫云", "明月", "晨光", "星河");
    static final List<String> BRAND_ENDS = List.of(
            "园", "坊", "家", "源", "居", "轩", "阁", "香", "隆", "记", "斋", "堂", "里", "庄", "苑", "汇", "楼", "兴", "道", "屋", "缘",
            "来", "顺", "吉", "安");
    static final List<String> ROADS = List.of(
            "丰收路", "团结路", "建设路", "人民东路", "解放西路", "滨江路", "滨海大道", "青年路", "文化路", "园林路", "学士街", "桃园路", "世纪大道", "工农路", "健康巷",
            "和平街", "新风路", "长江中路", "黄海路", "光明路", "向阳街", "永兴路", "振兴路", "平安巷", "友谊路");
    static final List<String> SURNAMES =
            List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗");
    static final List<String> GIVEN_NAMES = List.of(
            "样一", "样二", "样三", "样四", "样五", "示文", "示武", "示安", "示宁", "虚谷", "虚舟", "拟真", "拟新", "假山", "假石", "演武", "演文", "例平",
            "例和", "例新");

    private Words() {}
}

package dev.assay.batch.district;

import java.util.List;

/**
 * A kind of unlawful conduct in the made-up penalties. The article is that of the Food Safety Law which sets the penalty; the fines lie
 * within its scale for goods worth less than 10,000 yuan.
 *
 * @param type 违法行为类型
 * @param facts 违法事实
 * @param article the article's number in Chinese
 * @param leastFine yuan
 * @param mostFine yuan
 * @param weight how often it comes among penalties
 * @param serious whether a heavier penalty for it calls for the serious-violation list
 */
record Conduct(String type, String facts, String article, int leastFine, int mostFine, int weight, boolean serious) {

    static final List<Conduct> ALL = List.of(
            new Conduct("经营超过保质期的食品", "当事人货架上待售的食品已超过保质期", "一百二十四", 50_000, 100_000, 150, false),
            new Conduct("未查验供货者的许可证和食品出厂检验合格证明", "当事人未能提供供货者的许可证和合格证明", "一百二十六", 5_000, 50_000, 180, false),
            new Conduct("安排未取得健康证明的人员从事接触直接入口食品的工作", "当事人两名从业人员未取得健康证明", "一百二十六", 5_000, 50_000, 160, false),
            new Conduct("餐具、饮具使用前未经洗净、消毒", "抽检的复用餐饮具大肠菌群不合格", "一百二十六", 5_000, 50_000, 130, false),
            new Conduct("经营标签不符合规定的预包装食品", "当事人经营的预包装食品未标注生产者名称和地址", "一百二十五", 5_000, 50_000, 120, false),
            new Conduct("未按要求进行食品贮存、运输", "当事人未按标签要求的温度贮存冷冻食品", "一百三十二", 10_000, 50_000, 60, false),
            new Conduct("未取得食品经营许可从事食品经营", "当事人在许可证载明的场所之外从事食品经营", "一百二十二", 50_000, 100_000, 70, true),
            new Conduct(
                    "经营致病性微生物、农药残留、兽药残留等含量超过食品安全标准限量的食品", "当事人经营的食品经抽检兽药残留超过限量", "一百二十四", 50_000, 100_000, 60, true),
            new Conduct("使用非食品原料生产经营食品", "当事人在加工过程中使用非食品原料", "一百二十三", 100_000, 150_000, 20, true),
            new Conduct("拒绝、阻挠、逃避食品安全监督检查", "当事人拒绝执法人员进入经营场所检查", "一百三十三", 2_000, 50_000, 20, true),
            new Conduct("未按规定召回不符合食品安全标准的食品", "当事人经责令后仍未召回不合格食品", "一百二十四", 50_000, 100_000, 15, true),
            new Conduct("发生食品安全事故", "就餐人员食用当事人提供的食品后出现食源性疾病", "一百二十八", 100_000, 500_000, 15, true));

    static final List<Conduct> SERIOUS = ALL.stream().filter(Conduct::serious).toList();

    String basis() {
        return "《中华人民共和国食品安全法》第" + article + "条";
    }
}

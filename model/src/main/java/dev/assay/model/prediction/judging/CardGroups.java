package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.judging.CardDocument.Block;
import dev.assay.model.prediction.judging.CardDocument.Paragraph;
import dev.assay.model.prediction.judging.CardDocument.Points;
import dev.assay.model.prediction.judging.CardDocument.Section;
import dev.assay.model.prediction.judging.CardDocument.Table;
import java.util.ArrayList;
import java.util.List;

/** The sections on inspectors, on groups of businesses, and on what has moved. */
final class CardGroups {

    private static final int MOST_GROUPS = 25;

    private final ModelCard card;
    private final Words words;
    private final CardPictures pictures;

    CardGroups(ModelCard card, Words words, CardPictures pictures) {
        this.card = card;
        this.words = words;
        this.pictures = pictures;
    }

    Section inspectors() {
        Inspectors of = card.inspectors();
        List<Block> blocks = new ArrayList<>();
        if (of.each().isEmpty()) {
            blocks.add(new Paragraph(words.in("数据没有说明由谁检查。", "The data do not say who inspected.")));
        } else {
            blocks.add(new Paragraph(words.in(
                    "同一人员两次检查的配对：" + Figures.area(of.overPairs()) + "。有问题和无问题各至少 " + of.leastFound() + " 次的 "
                            + of.counted() + " 名（组）人员的简单平均：" + Figures.area(of.mean()) + "。右侧两列相近，说明排序只是跟着检查人员走。",
                    "Pairs of inspections by one inspector: AUC " + Figures.area(of.overPairs())
                            + ". Plain mean of the "
                            + of.counted() + " with at least " + of.leastFound() + " inspections of either kind: "
                            + Figures.area(of.mean())
                            + ". Where the two columns of days look alike, the order only follows inspectors.")));
            blocks.add(new Table(
                    List.of(
                            words.in("检查人员", "Inspector"),
                            words.in("检查", "Inspections"),
                            words.in("有问题", "With a fault"),
                            "AUC",
                            words.in("提前天数（全部重排）", "Days earlier, all re-ordered"),
                            words.in("仅按人员重排", "By inspector alone")),
                    of.each().stream()
                            .map(one -> List.of(
                                    one.name(),
                                    Figures.count(one.inspections()),
                                    Figures.count(one.found()),
                                    Figures.area(one.area()),
                                    Figures.signed(one.daysEarlier(), 1),
                                    Figures.signed(one.daysByInspectorAlone(), 1)))
                            .toList()));
            blocks.add(pictures.inspectors());
        }
        strictness(of, blocks);
        return new Section("inspectors", words.in("检查人员", "Inspectors"), blocks);
    }

    private void strictness(Inspectors of, List<Block> blocks) {
        if (of.effects().isEmpty()) {
            blocks.add(new Paragraph(words.in("训练未估计检查人员的宽严。", "The training estimated no effect of inspectors.")));
            return;
        }
        blocks.add(
                new Paragraph(
                        words.in(
                                "训练中估计的宽严（对数几率，相对平均人员）；供监督检查工作使用，不进入任何评分。",
                                "How strict inspectors were in training (log-odds against the average one): for those who supervise inspection; it enters no score.")));
        blocks.add(new Table(
                List.of(
                        words.in("检查人员", "Inspector"),
                        words.in("训练中的检查", "Inspections in training"),
                        words.in("对数几率（95 % 区间）", "Log-odds (95 %)")),
                of.effects().stream()
                        .map(one -> List.of(
                                one.name(), Figures.count(one.inspections()), Figures.signedInterval(one.logOdds(), 2)))
                        .toList()));
    }

    Section burden() {
        List<Block> blocks = new ArrayList<>();
        Burden burden = card.burden();
        blocks.add(new Paragraph(words.in(
                "若优先检查风险最高的 " + Figures.count(burden.visits()) + " 家次：误报是无问题却被优先检查，漏报是有问题却未被优先检查。! 和实心点表示与其他组的差异超出偶然（"
                        + burden.tests() + " 项比较，Holm 校正）。有问题较多的组，误报自然较多。",
                "If the riskiest " + Figures.count(burden.visits())
                        + " are visited first: a false alarm is a visit without a fault among them, a missed fault is one that is not. “!” and a filled dot: unlike all others beyond chance ("
                        + burden.tests()
                        + " comparisons, corrected by Holm). Where faults are more frequent, false alarms are, too.")));
        blocks.add(pictures.falseAlarms());
        blocks.add(pictures.missed());
        for (Burden.Stratum stratum : burden.strata()) {
            blocks.add(table(stratum));
            int more = stratum.groups().size() - MOST_GROUPS;
            if (more > 0) {
                blocks.add(new Paragraph(
                        words.in("另有 " + more + " 个较小的组，见 JSON。", "And " + more + " smaller groups, in the JSON.")));
            }
        }
        return new Section("burden", words.in("误报与漏报落在谁身上", "On whom the mistakes fall"), blocks);
    }

    private Table table(Burden.Stratum stratum) {
        return new Table(
                List.of(
                        words.of(stratum.title()),
                        words.in("检查", "Inspections"),
                        words.in("有问题", "With a fault"),
                        "AUC",
                        words.in("误报", "False alarms"),
                        "p",
                        words.in("漏报", "Missed"),
                        "p"),
                stratum.groups().stream()
                        .limit(MOST_GROUPS)
                        .map(group -> List.of(
                                group.name(),
                                Figures.count(group.inspections()),
                                Figures.percent(group.rate()),
                                group.enough() ? Figures.area(group.area()) : "–",
                                Figures.percent(group.falseAlarms()),
                                chance(group.falseAlarmsByChance(), group.unequalFalseAlarms()),
                                Figures.percent(group.missed()),
                                chance(group.missedByChance(), group.unequalMissed())))
                        .toList());
    }

    private static String chance(double p, boolean alarm) {
        return (alarm ? "! " : "") + Figures.chance(p);
    }

    Section stability() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(shift(words.in("预测值", "The prediction"), card.stability().score()));
        card.stability().features().stream()
                .sorted((one, other) -> Double.compare(other.index(), one.index()))
                .forEach(shift -> rows.add(shift(words.feature(card, shift.id()), shift)));
        List<String> moved = card.stability().alarms().stream()
                .map(shift ->
                        shift.id().isEmpty() ? words.in("预测值", "the prediction") : words.feature(card, shift.id()))
                .toList();
        Bilingual note = Bilingual.of(
                "群体稳定性指数（PSI）：训练数据与判断数据分布的差别。超出偶然（χ²，按样本量，Holm 校正）且达到 0.10 才告警（!）。",
                "Population stability index: how far the judged inspections are spread otherwise than those of training. An alarm (“!”) is a shift beyond chance for the number of rows (χ², corrected by Holm) of at least 0.10.");
        List<Block> blocks = new ArrayList<>(List.of(new Paragraph(words.of(note)), pictures.stability()));
        if (!moved.isEmpty()) {
            blocks.add(new Points(words.in("已变化：", "Moved:"), moved));
        }
        blocks.add(new Table(
                List.of(
                        words.in("特征", "Feature"),
                        "PSI",
                        words.in("偶然的上限", "Chance alone up to"),
                        words.in("p（校正）", "p (corrected)")),
                rows));
        return new Section("stability", words.in("数据是否变化", "What has moved since training"), blocks);
    }

    private static List<String> shift(String name, Drift.Shift shift) {
        return List.of(
                name,
                Figures.decimal(shift.index(), 3),
                Figures.decimal(shift.critical(), 3),
                chance(shift.byChance(), shift.alarm()));
    }
}

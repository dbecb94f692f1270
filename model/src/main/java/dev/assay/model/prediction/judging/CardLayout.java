package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.judging.CardDocument.Block;
import dev.assay.model.prediction.judging.CardDocument.Paragraph;
import dev.assay.model.prediction.judging.CardDocument.Points;
import dev.assay.model.prediction.judging.CardDocument.Section;
import dev.assay.model.prediction.judging.CardDocument.Table;
import java.util.ArrayList;
import java.util.List;

/** Lays a card out: what it answers first, then its figures. */
final class CardLayout {

    private final ModelCard card;
    private final Words words;
    private final CardPictures pictures;

    private CardLayout(ModelCard card, Words words) {
        this.card = card;
        this.words = words;
        this.pictures = new CardPictures(card, words);
    }

    static CardDocument of(ModelCard card, String language) {
        Words words = Words.of(language);
        CardLayout layout = new CardLayout(card, words);
        CardVerdict verdict = new CardVerdict(card, words);
        CardGroups groups = new CardGroups(card, words, layout.pictures);
        return new CardDocument(
                words.language(),
                words.in("模型卡：", "Model card: ") + words.of(card.about().title()),
                verdict.lead(),
                List.of(
                        verdict.section(),
                        layout.ranking(),
                        layout.beside(),
                        layout.days(),
                        layout.calibration(),
                        groups.inspectors(),
                        groups.burden(),
                        layout.data(),
                        layout.features(),
                        groups.stability(),
                        layout.folds(),
                        layout.limits()));
    }

    private Section ranking() {
        Discrimination found = card.discrimination();
        List<List<String>> rows = List.of(
                List.of(
                        words.in("AUC，按经营者自助抽样", "AUC, businesses resampled") + " " + Figures.count(found.resamples())
                                + words.in(" 次", " times"),
                        Figures.area(found.area())),
                List.of(words.in("AUC，DeLong/Obuchowski", "AUC, DeLong and Obuchowski"), Figures.area(found.deLong())),
                List.of(words.in("风险最高的十分之一：提升倍数", "Riskiest tenth: lift"), reach(found.topDecile())),
                List.of(
                        words.in("检查能力（前 ", "Inspectors' capacity (what they visited in the first ")
                                + found.capacityDays()
                                + words.in(" 天实际检查 ", " days: ")
                                + Figures.count(Math.round(found.capacity().visits()))
                                + words.in(" 次）：提升倍数", "): lift"),
                        reach(found.capacity())));
        return new Section(
                "ranking",
                words.in("排序能力", "How well it ranks"),
                List.of(
                        new Table(List.of(words.in("指标", "Figure"), words.in("值", "Value")), rows),
                        pictures.gains(),
                        pictures.roc()));
    }

    private String reach(Discrimination.Reach reach) {
        return Figures.decimal(reach.lift(), 2)
                + words.in("；发现全部问题的 ", "; holds ")
                + Figures.percent(reach.found())
                + words.in("，其中 ", " of all faults; ")
                + Figures.percent(reach.precision())
                + words.in(" 的检查有问题", " of the visits find one");
    }

    private Section beside() {
        List<List<String>> rows = new ArrayList<>();
        for (RankerFigures one : card.rankers()) {
            String without = one.without() == 0
                    ? ""
                    : words.in("（无评分 ", " (without a score: ") + Figures.count(one.without()) + words.in("）", ")");
            rows.add(List.of(
                    words.of(one.by().title()) + without,
                    Figures.area(one.area()),
                    Figures.signedInterval(one.gain(), 3),
                    Figures.decimal(one.liftOfDecile(), 2),
                    Figures.decimal(one.liftAtCapacity(), 2),
                    days(one.overall()),
                    days(one.withinInspector()),
                    days(one.withinDistrict())));
        }
        return new Section(
                "baselines",
                words.in("与其他排序相比", "Beside other rankings"),
                List.of(
                        new Table(
                                List.of(
                                        words.in("排序依据", "Ranked by"),
                                        "AUC",
                                        words.in("本模型高出", "Model above it"),
                                        words.in("十分之一提升", "Lift, tenth"),
                                        words.in("能力内提升", "Lift, capacity"),
                                        words.in("提前天数", "Days earlier"),
                                        words.in("同一人员之内", "Within inspector"),
                                        words.in("同一地区之内", "Within district")),
                                rows),
                        new Paragraph(
                                words.in(
                                        "“仅检查人员”对经营者一无所知：它得到的提前天数，只是先派出更严的人员。",
                                        "“Inspector alone” knows nothing of a business: the days that it gains are those of sending the strict inspectors first.")),
                        new Paragraph(
                                words.in(
                                        "“加上由谁检查”在本模型的对数优势上加上训练期内检查人员的严格程度：高出本模型的部分来自检查人员，不用于任何评分。",
                                        "“Told who comes” adds to this model's log-odds how strict the inspector was in the time of training: what it gains over the model is gained by who comes, and no score uses it."))));
    }

    private static String days(DaysEarlier of) {
        String value = Figures.signed(of.days().value(), 1);
        return of.days().told() ? value + " (" + Figures.p(of.p()) + ")" : value;
    }

    private Section days() {
        RankerFigures model = card.of(Ranker.MODEL);
        List<List<String>> rows = List.of(
                days(words.in("全部检查", "All inspections"), model.overall()),
                days(words.in("各检查人员之内", "Within each inspector"), model.withinInspector()),
                days(words.in("各地区之内", "Within each district"), model.withinDistrict()));
        return new Section(
                "days",
                words.in("问题提前多少天发现", "By how many days faults are found earlier"),
                List.of(
                        new Paragraph(
                                words.in(
                                        "同样的检查按风险重新排序，每天的检查次数不变；正数表示更早发现。",
                                        "The same inspections in the order of risk, as many a day as there really were. Above 0 is earlier.")),
                        new Table(
                                List.of(
                                        words.in("重排范围", "Re-ordered"),
                                        words.in("组", "Groups"),
                                        words.in("问题", "Faults"),
                                        words.in("天（95 % 区间）", "Days (95 %)"),
                                        words.in("标准差", "SD"),
                                        "t",
                                        "p",
                                        words.in("变晚", "Later"),
                                        words.in("前一半：实际", "First half: was"),
                                        words.in("前一半：重排", "First half: would be")),
                                rows),
                        pictures.days()));
    }

    private static List<String> days(String name, DaysEarlier of) {
        return List.of(
                name,
                Figures.count(of.groups()),
                Figures.count(of.found()),
                Figures.signedInterval(of.days(), 1),
                Figures.decimal(of.deviation(), 1),
                Figures.decimal(of.t(), 2),
                Figures.chance(of.p()),
                Figures.percent(of.later()),
                Figures.percent(of.firstHalf()),
                Figures.percent(of.firstHalfOrdered()));
    }

    private Section calibration() {
        Calibration of = card.calibration();
        List<List<String>> bins = of.bins().stream()
                .map(bin -> List.of(
                        Figures.percent(bin.foretold()),
                        Figures.count(bin.inspections()),
                        Figures.count(bin.found()),
                        Figures.percent(bin.observed())))
                .toList();
        double skill = 1 - of.brier() / of.brierOfRate();
        return new Section(
                "calibration",
                words.in("概率是否准确", "Whether the probabilities are right"),
                List.of(
                        new Table(
                                List.of(words.in("指标", "Figure"), words.in("值", "Value")),
                                List.of(
                                        List.of(
                                                words.in("Brier 得分", "Brier score"),
                                                Figures.decimal(of.brier(), 4)
                                                        + words.in("；只报总体比例 ", "; always saying the rate ")
                                                        + Figures.decimal(of.brierOfRate(), 4)
                                                        + words.in("；改善 ", "; better by ")
                                                        + Figures.percent(skill)),
                                        List.of(
                                                words.in("校准斜率（应为 1）", "Slope (ought to be 1)"),
                                                Figures.interval(of.slope(), 2)),
                                        List.of(
                                                words.in("校准截距（应为 0）", "Intercept (ought to be 0)"),
                                                Figures.interval(of.intercept(), 2)))),
                        pictures.calibration(),
                        new Table(
                                List.of(
                                        words.in("预测概率（均值）", "Foretold (mean)"),
                                        words.in("检查", "Inspections"),
                                        words.in("有问题", "With a fault"),
                                        words.in("实际比例（95 % 区间）", "Observed (95 %)")),
                                bins)));
    }

    private Section data() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                List.of(
                        "",
                        words.in("起", "From"),
                        words.in("止", "To"),
                        words.in("检查", "Inspections"),
                        words.in("有问题", "With a fault"),
                        words.in("经营者", "Businesses"),
                        words.in("无检查人员", "Inspector unknown")),
                List.of(
                        sample(words.in("训练", "Training"), card.training()),
                        sample(words.in("判断", "Judged"), card.window()))));
        if (card.leftOut().isEmpty()) {
            blocks.add(new Paragraph(words.in("没有排除任何检查。", "No inspection of these days was left out.")));
        } else {
            blocks.add(new Points(
                    words.in("未判断的检查：", "Not judged:"),
                    card.leftOut().stream()
                            .map(one -> words.of(one.why()) + words.in("：", ": ") + Figures.count(one.inspections()))
                            .toList()));
        }
        return new Section("data", words.in("数据", "Data"), blocks);
    }

    private static List<String> sample(String name, Sample of) {
        return List.of(
                name,
                of.from().toString(),
                of.to().toString(),
                Figures.count(of.inspections()),
                Figures.count(of.found()) + " (" + Figures.percent(of.rate()) + ")",
                Figures.count(of.businesses()),
                Figures.count(of.withoutInspector()));
    }

    private Section features() {
        List<List<String>> rows = card.features().stream()
                .sorted((one, other) -> Double.compare(other.importance(), one.importance()))
                .map(line -> List.of(
                        words.of(line.feature().title()) + " (" + line.feature().id() + ")",
                        Figures.decimal(line.importance(), 3),
                        Figures.percent(line.missingInTraining()),
                        Figures.percent(line.missingInWindow())))
                .toList();
        return new Section(
                "features",
                words.in("特征", "Features"),
                List.of(
                        new Paragraph(
                                words.in(
                                        "重要性：对训练数据对数几率的平均绝对贡献。检查人员不是特征。",
                                        "Importance: the mean absolute contribution to the log-odds of a training row. The inspector is no feature.")),
                        new Table(
                                List.of(
                                        words.in("特征", "Feature"),
                                        words.in("重要性", "Importance"),
                                        words.in("缺失：训练", "Missing, training"),
                                        words.in("缺失：判断", "Missing, judged")),
                                rows)));
    }

    private Section folds() {
        return new Section(
                "folds",
                words.in("训练时如何选择", "How it was chosen in training"),
                List.of(new Table(
                        List.of(
                                words.in("学习方法", "Learner"),
                                words.in("起", "From"),
                                words.in("止", "To"),
                                words.in("检查", "Inspections"),
                                "AUC",
                                words.in("选中", "Chosen")),
                        card.folds().stream()
                                .map(fold -> List.of(
                                        fold.learner(),
                                        fold.from().toString(),
                                        fold.to().toString(),
                                        Figures.count(fold.inspections()),
                                        Figures.decimal(fold.area(), 3),
                                        fold.chosen() ? "✓" : ""))
                                .toList())));
    }

    private Section limits() {
        return new Section(
                "limits",
                words.in("使用限制", "Limits of use"),
                List.of(new Points("", card.limits().stream().map(words::of).toList())));
    }
}

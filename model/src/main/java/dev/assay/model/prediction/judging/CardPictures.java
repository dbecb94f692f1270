package dev.assay.model.prediction.judging;

import java.util.List;

/** The drawings of a card in one language. */
final class CardPictures {

    private static final int MOST_SHIFTS = 25;
    private static final int MOST_GROUPS = 12;

    private final ModelCard card;
    private final Words words;

    CardPictures(ModelCard card, Words words) {
        this.card = card;
        this.words = words;
    }

    List<CardDocument.Picture> all() {
        return List.of(roc(), gains(), calibration(), days(), inspectors(), falseAlarms(), missed(), stability());
    }

    CardDocument.Picture roc() {
        String title = words.in("ROC 曲线", "ROC curve");
        return new CardDocument.Picture(
                "roc",
                title,
                new Plane(
                                title,
                                words.in("无问题的检查中被排在前面的，%", "Inspections without a fault ranked above, %"),
                                words.in("有问题的检查中被排在前面的，%", "Inspections with a fault ranked above, %"),
                                1)
                        .curve(card.discrimination().curve())
                        .end());
    }

    CardDocument.Picture gains() {
        String title = words.in("按风险先后检查能发现多少", "What is found by visiting the riskiest first");
        var decile = card.discrimination().topDecile();
        var capacity = card.discrimination().capacity();
        return new CardDocument.Picture(
                "gains",
                title,
                new Plane(title, words.in("已检查，%", "Inspections made, %"), words.in("已发现的问题，%", "Faults found, %"), 1)
                        .curve(card.discrimination().gains())
                        .mark(
                                capacity.share(),
                                capacity.found(),
                                words.in("检查能力 ", "capacity ") + Figures.percent(capacity.found()))
                        .mark(
                                decile.share(),
                                decile.found(),
                                words.in("十分之一 ", "a tenth ") + Figures.percent(decile.found()))
                        .end());
    }

    CardDocument.Picture calibration() {
        String title = words.in("校准：预测的与观察到的", "Calibration: foretold and observed");
        double most = 0;
        for (Calibration.Bin bin : card.calibration().bins()) {
            most = Math.max(most, Math.max(bin.foretold(), bin.observed().upper()));
        }
        most = Math.min(1, Math.ceil(most * 20) / 20);
        Plane plane = new Plane(title, words.in("预测概率，%", "Foretold, %"), words.in("实际有问题，%", "Observed, %"), most);
        card.calibration().bins().forEach(bin -> plane.dot(bin.foretold(), bin.observed()));
        return new CardDocument.Picture("calibration", title, plane.end());
    }

    CardDocument.Picture days() {
        String title = words.in("问题提前多少天发现", "Days by which faults are found earlier");
        Rungs rungs = new Rungs(title, words.in("天（95 % 区间）", "Days, with 95 % intervals"), 0, 0);
        rungs.heading(words.in("全部检查重排", "All inspections re-ordered"));
        card.rankers().forEach(one -> days(rungs, one, one.overall()));
        rungs.heading(words.in("在各检查人员之内重排", "Within each inspector"));
        card.rankers().forEach(one -> days(rungs, one, one.withinInspector()));
        rungs.heading(words.in("在各地区之内重排", "Within each district"));
        card.rankers().forEach(one -> days(rungs, one, one.withinDistrict()));
        return new CardDocument.Picture("days", title, rungs.draw());
    }

    private void days(Rungs rungs, RankerFigures one, DaysEarlier earlier) {
        rungs.rung(words.of(one.by().title()), earlier.days(), one.by() == Ranker.MODEL);
    }

    CardDocument.Picture inspectors() {
        String title = words.in("各检查人员之内的 AUC", "AUC within each inspector's inspections");
        Rungs rungs = new Rungs(title, words.in("AUC（95 % 区间）", "AUC, with 95 % intervals"), 0.5, 1);
        rungs.rung(words.in("全部", "All together"), card.discrimination().deLong(), true)
                .rung(words.in("同一人员的配对", "Pairs of one"), card.inspectors().overPairs(), true)
                .rung(words.in("简单平均", "Plain mean"), card.inspectors().mean(), true);
        card.inspectors().each().stream().limit(MOST_SHIFTS).forEach(one -> rungs.rung(one.name(), one.area(), false));
        return new CardDocument.Picture("inspectors", title, rungs.draw());
    }

    CardDocument.Picture falseAlarms() {
        String title = words.in("误报", "False alarms");
        return new CardDocument.Picture(
                "false-alarms",
                title,
                groups(title, words.in("无问题却被优先检查，%", "Without a fault, yet visited first, %"), overall(true), true));
    }

    CardDocument.Picture missed() {
        String title = words.in("漏报", "Missed faults");
        return new CardDocument.Picture(
                "missed",
                title,
                groups(
                        title,
                        words.in("有问题却未被优先检查，%", "With a fault, yet not visited first, %"),
                        overall(false),
                        false));
    }

    /** The share over all groups of the first stratum, which has every inspection once. */
    private double overall(boolean alarms) {
        double part = 0;
        double of = 0;
        for (Burden.Group group : card.burden().strata().getFirst().groups()) {
            double rows = alarms ? group.inspections() - group.found() : group.found();
            double share = alarms ? group.falseAlarms().value() : group.missed().value();
            part += rows > 0 ? rows * share : 0;
            of += rows;
        }
        return part / of;
    }

    private String groups(String title, String axis, double against, boolean alarms) {
        Rungs rungs = new Rungs(title, axis, 100 * against, 0);
        for (Burden.Stratum stratum : card.burden().strata()) {
            rungs.heading(words.of(stratum.title()));
            stratum.groups().stream()
                    .filter(Burden.Group::enough)
                    .limit(MOST_GROUPS)
                    .forEach(group -> {
                        Interval of = alarms ? group.falseAlarms() : group.missed();
                        rungs.rung(
                                group.name(),
                                new Interval(100 * of.value(), 100 * of.lower(), 100 * of.upper()),
                                alarms ? group.unequalFalseAlarms() : group.unequalMissed());
                    });
        }
        return rungs.draw();
    }

    CardDocument.Picture stability() {
        String title = words.in("自训练以来的变化", "Shift since training");
        Rungs rungs = new Rungs(title, words.in("PSI；线段到偶然的上限", "PSI; the line ends at what chance may do"), 0.1, 2);
        rung(rungs, words.in("预测值", "The prediction"), card.stability().score());
        card.stability().features().stream()
                .sorted((one, other) -> Double.compare(other.index(), one.index()))
                .limit(MOST_SHIFTS)
                .forEach(shift -> rung(rungs, words.feature(card, shift.id()), shift));
        return new CardDocument.Picture("stability", title, rungs.draw());
    }

    private static void rung(Rungs rungs, String label, Drift.Shift shift) {
        rungs.rung(label, new Interval(shift.index(), 0, shift.critical()), shift.alarm());
    }
}

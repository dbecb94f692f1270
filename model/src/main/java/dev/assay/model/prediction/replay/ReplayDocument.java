package dev.assay.model.prediction.replay;

import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.judging.CardDocument;
import dev.assay.model.prediction.judging.CardDocument.Block;
import dev.assay.model.prediction.judging.CardDocument.Paragraph;
import dev.assay.model.prediction.judging.CardDocument.Points;
import dev.assay.model.prediction.judging.CardDocument.Section;
import dev.assay.model.prediction.judging.CardDocument.Table;
import dev.assay.model.prediction.judging.Figures;
import dev.assay.model.prediction.judging.Interval;
import dev.assay.model.prediction.judging.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays a replay out for people. */
public final class ReplayDocument {

    /** What makes a replay possible, and what it cannot tell. */
    private static final List<Bilingual> ASSUMPTIONS = List.of(
            Bilingual.of(
                    "只有实际做过的检查才有结果：计划只能在这些检查中选择先后，不能派人去从未检查的地方。机关本就少去的经营者，此处也少。",
                    "Only visits that were made have an outcome: a plan chooses among them, and in what order. It cannot send anybody to where nobody went; of those whom the authority hardly visited it says little."),
            Bilingual.of(
                    "假定同一周期内换一天检查，结果相同；检查本身的威慑作用不计。",
                    "It is taken for granted that another day of the same period would have found the same; that visits deter, and that faults come and go, is left out."),
            Bilingual.of(
                    "等级、分值和预测只用周期开始前一日已知的资料；周期内才登记的经营者不在计划内。",
                    "Grade, score and prediction read what was known on the eve of the period alone. Who became known within the period is in no plan."),
            Bilingual.of(
                    "同一对象在一个周期内只计首次检查，因此“均等”即每个对象机会相同。",
                    "Of a subject only the first visit of a period counts, so that “uniform” gives every subject the same chance."),
            Bilingual.of(
                    "由谁检查影响所见；此处未剔除检查人员的影响（见模型卡）。",
                    "Who inspects decides much of what is found; that is not taken out here (a model card does)."));

    private final Replay replay;
    private final Words words;

    private ReplayDocument(Replay replay, Words words) {
        this.replay = replay;
        this.words = words;
    }

    /**
     * Lays it out.
     *
     * @param replay the replay
     * @param about what was replayed, by which model and prediction, in a few lines
     * @param language {@code zh} or {@code en}
     * @return the document; it has no pictures
     */
    public static CardDocument of(Replay replay, List<String> about, String language) {
        ReplayDocument document = new ReplayDocument(replay, Words.of(language));
        Words words = document.words;
        return new CardDocument(
                words.language(),
                words.in("计划奏效了吗：历史重演", "Did the plan work? A replay"),
                Stream.concat(about.stream(), Stream.of(document.counts())).toList(),
                Stream.of(
                                Stream.of(document.plans(), document.grades()),
                                replay.beside().stream().map(document::beside),
                                Stream.of(document.assumptions()))
                        .flatMap(part -> part)
                        .toList());
    }

    private String counts() {
        String form = words.in(
                "周期数 %s；周期前夕共 %s 个对象；其中 %s 个在周期内被检查，%s 个首次检查发现问题；同一周期的后续检查 %s 次不计。区间：按经营者（%s 家）重抽 %s 次，95 %%。",
                "Periods: %s, with %s subjects on their eves; %s of them were visited in the period, at %s the first visit found something; %s further visits within a period do not count. Intervals: %s businesses drawn with replacement %s times, 95 %%.");
        return form.formatted(
                replay.periods().size(),
                Figures.count(replay.subjects()),
                Figures.count(replay.visited()),
                Figures.count(replay.found()),
                Figures.count(replay.further()),
                Figures.count(replay.businesses()),
                Figures.count(replay.resamples()));
    }

    /** A share as a number of a hundred visits. */
    private static Interval ofHundred(Interval share) {
        return new Interval(100 * share.value(), 100 * share.lower(), 100 * share.upper());
    }

    private Section plans() {
        List<String> found = new ArrayList<>(List.of(words.in("先检查谁：每百次发现", "Who is visited first: found of 100")));
        List<String> gain = new ArrayList<>(List.of(words.in("比均等多", "More than uniform")));
        for (double capacity : Replaying.CAPACITIES) {
            String part = Math.round(100 * capacity) + "\u00a0%";
            found.add(words.in("前 " + part, "First " + part));
            gain.add(words.in("前 " + part, "First " + part));
        }
        found.add(words.in("提前天数", "Days earlier"));
        return new Section(
                "plans",
                words.in("同样多的检查，会发现多少", "As many visits: what they would have found"),
                List.<Block>of(
                        new Table(
                                found, replay.plans().stream().map(this::found).toList()),
                        new Table(
                                gain,
                                replay.plans().stream()
                                        .filter(plan -> plan.by() != PlanBy.UNIFORM)
                                        .map(this::gain)
                                        .toList()),
                        new Paragraph(
                                words.in(
                                        "全部检查都做完时，每种先后发现的一样多；差别在于只能做一部分时，以及早晚。",
                                        "Once all visits are made, every order has found the same. What differs is what a part of them finds, and how early."))));
    }

    private List<String> found(Replay.Plan plan) {
        String without = plan.without() == 0
                ? ""
                : words.in("（无依据 ", " (says nothing of ") + Figures.count(plan.without()) + words.in("）", ")");
        List<String> cells = new ArrayList<>(List.of(words.of(plan.by().title()) + without));
        plan.reaches().forEach(reach -> cells.add(Figures.interval(ofHundred(reach.perVisit()), 1)));
        cells.add(
                plan.by() == PlanBy.AS_IT_WAS
                        ? "0"
                        : Figures.signedInterval(plan.earlier().days(), 1));
        return cells;
    }

    private List<String> gain(Replay.Plan plan) {
        List<String> cells = new ArrayList<>(List.of(words.of(plan.by().title())));
        plan.reaches().forEach(reach -> cells.add(Figures.signedInterval(ofHundred(reach.gain()), 1)));
        return cells;
    }

    private Section grades() {
        return new Section(
                "grades",
                words.in("各等级每次检查发现的问题", "Faults found per visit by grade"),
                List.of(new Table(
                        List.of(
                                words.in("周期前夕的等级或状态", "Grade or state on the eve"),
                                words.in("对象", "Subjects"),
                                words.in("被检查", "Visited"),
                                words.in("有问题", "Found"),
                                words.in("每百次检查", "Of 100 visits")),
                        replay.grades().stream()
                                .map(one -> List.of(
                                        one.name(),
                                        Figures.count(one.subjects()),
                                        Figures.count(one.visited()),
                                        Figures.count(one.found()),
                                        Figures.interval(ofHundred(one.perVisit()), 1)))
                                .toList())));
    }

    private Section beside(Replay.LeastVisits beside) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        words.in("斯皮尔曼等级相关：", "Spearman's rank correlation of the two: ")
                                + Figures.interval(beside.correlation(), 3)
                                + words.in(
                                        "。“改派”：机关要求的检查次数总数不变，由此排序重新分配，风险最高者得最多。",
                                        ". “Dealt out”: as many visits as the authority asks for, given out by this ranking, the most to the riskiest.")));
        blocks.add(table(words.in("十分位（1 为风险最高）", "Tenth (1 is the riskiest)"), beside, beside.tenths()));
        if (!beside.grades().isEmpty()) {
            blocks.add(table(words.in("等级或状态", "Grade or state"), beside, beside.grades()));
        }
        return new Section(
                "beside-" + (beside.by() == PlanBy.SCORE ? "score" : "prediction"),
                words.in("与机关要求的每年最少检查次数相比：", "Beside the least visits a year that the authority asks for: ")
                        + words.of(beside.by().title()),
                blocks);
    }

    private Table table(String first, Replay.LeastVisits beside, List<Replay.Line> lines) {
        List<String> heads = new ArrayList<>(List.of(first, words.in("对象", "Subjects")));
        beside.classes().forEach(times -> heads.add(words.in("每年 " + times + " 次", "At least " + times + " a year")));
        heads.addAll(List.of(
                words.in("要求，平均", "Asked for, mean"),
                words.in("改派，平均", "Dealt out, mean"),
                words.in("实际，平均", "Made, mean"),
                words.in("首次检查有问题", "First visits that found something")));
        return new Table(
                heads,
                lines.stream()
                        .map(line -> {
                            List<String> cells =
                                    new ArrayList<>(List.of(line.name(), Figures.count(Math.round(line.subjects()))));
                            line.share().forEach(share -> cells.add(Figures.percent(share)));
                            cells.add(Figures.decimal(line.least(), 2));
                            cells.add(Figures.decimal(line.dealt(), 2));
                            cells.add(Figures.decimal(line.made(), 2));
                            cells.add(Figures.percent(line.perVisit()));
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    private Section assumptions() {
        return new Section(
                "assumptions",
                words.in("凭什么可以重演，又不能说明什么", "What makes a replay possible, and what it cannot tell"),
                List.of(new Points("", ASSUMPTIONS.stream().map(words::of).toList())));
    }
}

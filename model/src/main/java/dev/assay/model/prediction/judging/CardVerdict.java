package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.judging.CardDocument.Paragraph;
import dev.assay.model.prediction.judging.CardDocument.Points;
import dev.assay.model.prediction.judging.CardDocument.Replies;
import dev.assay.model.prediction.judging.CardDocument.Reply;
import dev.assay.model.prediction.judging.CardDocument.Section;
import java.util.ArrayList;
import java.util.List;

/** What a card says first: whether it can be trusted, for what, and for whom not. */
final class CardVerdict {

    private static final int MOST_NAMES = 6;

    private final ModelCard card;
    private final Words words;

    CardVerdict(ModelCard card, Words words) {
        this.card = card;
        this.words = words;
    }

    List<String> lead() {
        Sample window = card.window();
        return List.of(
                words.in("预测：", "Foretells: ") + words.of(card.about().foretold()),
                words.in("用未参与训练的 ", "Judged on ")
                        + Figures.count(window.inspections())
                        + words.in(" 次检查判断（", " inspections that it was not trained on, ")
                        + window.from()
                        + words.in(" 至 ", " to ")
                        + window.to()
                        + words.in("），其中 ", "; ")
                        + Figures.count(window.found())
                        + words.in(" 次有问题（", " found a fault (")
                        + Figures.percent(window.rate())
                        + words.in("）。", ")."),
                words.of(card.about().learner())
                        + words.in("；训练至 ", "; trained until ")
                        + card.training().to()
                        + " · "
                        + card.about().id()
                        + " · "
                        + card.about().digest());
    }

    Section section() {
        return new Section(
                "verdict",
                words.in("能否信任", "Can it be trusted?"),
                List.of(
                        new Paragraph(headline()),
                        new Points(
                                words.in("用于：", "For:"),
                                List.of(words.of(card.about().use()))),
                        new Points(words.in("不用于、对这些没有依据：", "Not for, and for whom not:"), notFor()),
                        new Replies(card.answers().stream().map(this::reply).toList())));
    }

    private Reply reply(Answer answer) {
        String word = switch (answer.verdict()) {
            case YES -> words.in("是", "Yes");
            case NO -> words.in("否", "No");
            case OPEN -> words.in("未证实", "Not shown");
        };
        return new Reply(answer.verdict(), word, words.of(answer.question().text()), words.of(answer.reason()));
    }

    private boolean is(Answer.Question question) {
        return card.answers().stream()
                .anyMatch(one -> one.question() == question && one.verdict() == Answer.Verdict.YES);
    }

    private String headline() {
        if (!is(Answer.Question.RANKS)) {
            return words.in(
                    "在这些日子里，未证实它的排序优于随机：不要用它决定先检查谁。",
                    "On these days it is not shown to rank better than chance: do not choose by it whom to visit.");
        }
        if (!is(Answer.Question.WITHIN_INSPECTOR)) {
            return words.in(
                    "总体排序优于随机，但在同一检查人员的检查之内未得到证实：它学到的可能主要是由谁检查。",
                    "It ranks better than chance overall, but that is not shown within one inspector's own inspections: much of what it learned may be who inspects.");
        }
        String ranks = words.in(
                "排序优于随机，在同一检查人员的检查之内也是如此", "It ranks better than chance, also within one inspector's own inspections");
        if (is(Answer.Question.EARLIER)) {
            return ranks
                    + words.in("，问题能更早发现：可用于安排检查先后。", ", and faults are found earlier: it may put visits in order.");
        }
        return ranks
                + words.in(
                        "；但在各人员自己的检查内是否更早发现问题，未得到证实。",
                        "; that each inspector's own round finds faults earlier is not shown.");
    }

    private List<String> notFor() {
        List<String> all = new ArrayList<>();
        card.limits().stream().limit(2).map(words::of).forEach(all::add);
        List<String> unequal = new ArrayList<>();
        List<String> few = new ArrayList<>();
        for (Burden.Stratum stratum : card.burden().strata()) {
            String name = words.of(stratum.title());
            stratum.groups().stream()
                    .filter(group -> group.unequalFalseAlarms() || group.unequalMissed())
                    .map(group -> "%s %s (%s / %s)"
                            .formatted(
                                    name,
                                    group.name(),
                                    Figures.percent(group.falseAlarms().value()),
                                    Figures.percent(group.missed().value())))
                    .forEach(unequal::add);
            long small =
                    stratum.groups().stream().filter(group -> !group.enough()).count();
            if (small > 0) {
                few.add(name + " " + small + words.in(" 组", small == 1 ? " group" : " groups"));
            }
        }
        if (!unequal.isEmpty()) {
            all.add(words.in("与其他组的差异超出偶然（误报 / 漏报）：", "Unlike the others beyond chance (false alarms / missed): ")
                    + listed(unequal));
        }
        if (!few.isEmpty()) {
            all.add(words.in("检查太少、无法判断：", "Too few inspections to judge: ") + listed(few));
        }
        return all;
    }

    private String listed(List<String> names) {
        int more = names.size() - MOST_NAMES;
        return String.join(words.in("、", ", "), names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (more > 0 ? words.in(" 等另 " + more + " 组", " and " + more + " more") : "")
                + words.in("。", ".");
    }
}

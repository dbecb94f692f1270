package dev.assay.api.cli;

import dev.assay.batch.prediction.Foretelling;
import dev.assay.core.fact.Values;
import dev.assay.store.prediction.PredictionRuns.Role;
import dev.assay.store.prediction.PredictionRuns.Scoring;
import java.util.Optional;

/** Says what a scoring gave. */
final class ForetoldText {

    private ForetoldText() {}

    static void print(Console console, Foretelling.Outcome outcome) {
        for (Scoring scoring : outcome.scorings()) {
            boolean champion = scoring.role() == Role.CHAMPION;
            console.say(
                    "%s 截至 %s：训练 %d（%s），已评分 %,d 家",
                    "%s as of %s: training %d (%s), %,d businesses scored",
                    outcome.prediction(),
                    scoring.scoredOn(),
                    scoring.training(),
                    champion ? console.in("已生效", "in force") : console.in("试用，不入档", "on trial, enters nothing"),
                    scoring.businesses());
            Values watched = scoring.watched();
            watched.findDecimal("area")
                    .ifPresent(area -> console.say(
                            "  训练截止后的检查 %s 次，发现 %s 次：AUC %s（%s–%s）",
                            "  %s inspections since it was trained, %s found something: AUC %s (%s–%s)",
                            text(watched, "inspections"),
                            text(watched, "found"),
                            area,
                            text(watched, "area_low"),
                            text(watched, "area_high")));
            watched.findDecimal("gain")
                    .ifPresent(gain -> console.say(
                            "  比已生效者的 AUC 高 %s（%s–%s）；秩相关 %s；最高十分之一中相同的占 %s",
                            "  AUC above the one in force by %s (%s–%s); rank correlation %s; of the riskiest tenth %s are the same",
                            gain,
                            text(watched, "gain_low"),
                            text(watched, "gain_high"),
                            text(watched, "rank_correlation"),
                            text(watched, "shared_tenth")));
            for (Values shift : watched.getItems("drift")) {
                if (Boolean.TRUE.equals(shift.fields().get("alarm"))) {
                    console.say(
                            "  漂移警报：%s，PSI %s",
                            "  Drift: %s, PSI %s",
                            shift.findText("feature")
                                    .filter(id -> !id.isEmpty())
                                    .orElse(console.in("预测值", "the prediction itself")),
                            text(shift, "psi"));
                }
            }
        }
        outcome.leftOut().forEach(why -> console.say("  试用者未评分：%s", "  On trial and not scored: %s", why));
        Optional.ofNullable(outcome.taken()).ifPresent(report -> Reports.print(console, report));
    }

    private static String text(Values values, String name) {
        return values.findDecimal(name).map(Object::toString).orElse("–");
    }
}

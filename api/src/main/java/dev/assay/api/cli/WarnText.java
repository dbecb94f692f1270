package dev.assay.api.cli;

import dev.assay.batch.warning.Warnings.Look;
import dev.assay.batch.warning.Warnings.Outcome;
import dev.assay.core.warning.TrendSearch.Rise;

/** A look for trends, for people. */
final class WarnText {

    private WarnText() {}

    static void print(Console console, Outcome outcome) {
        if (outcome.look() == Look.NO_PAST) {
            console.say(
                    "趋势 %s：截至 %s 的一期之前没有足够早的不合格记录，暂不比较",
                    "Trends %s: no failures are known from before the past of the period until %s; it is not looked at",
                    outcome.rules().id(),
                    outcome.end());
            return;
        }
        if (outcome.look() == Look.BEFORE) {
            console.say(
                    "趋势 %s：截至 %s 的一期已经看过，每期只看一次",
                    "Trends %s: the period until %s was looked at before; each is looked at once",
                    outcome.rules().id(),
                    outcome.end());
            return;
        }
        console.say(
                "趋势 %s：截至 %s 的一期，检验 %,d 个序列，预警 %,d 个（无趋势时出现误报的概率不超过 %s）",
                "Trends %s: period until %s, %,d series tested, %,d alarms (without any trend the chance of one is at most %s)",
                outcome.rules().id(),
                outcome.end(),
                outcome.found().tested(),
                outcome.found().rises().size(),
                outcome.rules().rate().toPlainString());
        for (Rise rise : outcome.found().rises()) {
            console.say(
                    "  %s %s：本期 %,d 件，此前 %,d 期 %,d 件，偶然概率 %s",
                    "  %s %s: %,d in the period, in the %,d before it %,d, chance %s",
                    rise.trend().dimension(),
                    rise.trend().series(),
                    rise.trend().newest(),
                    outcome.rules().pastPeriods(),
                    rise.trend().past(),
                    rise.chance());
        }
    }
}

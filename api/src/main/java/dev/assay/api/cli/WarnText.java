package dev.assay.api.cli;

import dev.assay.batch.warning.Warnings.Look;
import dev.assay.batch.warning.Warnings.Outcome;
import dev.assay.core.warning.Against;
import dev.assay.core.warning.Against.Samples;
import dev.assay.core.warning.TrendSearch.Rise;
import org.jspecify.annotations.Nullable;

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
                    "  %s %s：本期 %,d 件，对比的 %,d 期 %,d 件（%s；%s），偶然概率 %s",
                    "  %s %s: %,d in the period, in all of the %,d it is held against %,d (%s; %s), chance %s",
                    rise.trend().dimension(),
                    rise.trend().series(),
                    rise.trend().newest(),
                    rise.trend().against().periods(),
                    rise.trend().past(),
                    season(console, rise.trend().against()),
                    samples(console, rise.trend().against().samples()),
                    rise.chance());
        }
    }

    private static String season(Console console, Against against) {
        return against.years() == 0
                ? console.in("此前连续各期", "those right before it")
                : console.in("过去 %d 年同一季节", "the same season of %d past year(s)", against.years());
    }

    private static String samples(Console console, @Nullable Samples samples) {
        return samples == null
                ? console.in("各期等权，抽样批次不全", "periods as equals: samples are not known throughout")
                : console.in("按抽样批次 %,d 比 %,d", "by %,d samples against %,d", samples.newest(), samples.past());
    }
}

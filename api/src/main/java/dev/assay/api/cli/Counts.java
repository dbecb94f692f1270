package dev.assay.api.cli;

import dev.assay.core.adoption.Turnover;
import dev.assay.store.rating.RatingOutcome;
import dev.assay.store.rating.RatingOutcome.GradeCount;

/** How the outcome of a rating run is printed. */
final class Counts {

    private Counts() {}

    static void print(Console console, String model, RatingOutcome outcome) {
        console.say(
                "%s：%s评定 %,d 个对象，%,d 个评级有变化",
                "%s: %s rated %,d subjects, %,d ratings changed",
                model,
                outcome.full() ? console.in("全量", "full run") : console.in("增量", "incremental run"),
                outcome.rated(),
                outcome.changed());
        Turnover held = outcome.held();
        if (held != null) {
            console.say(
                    "  暂扣：将改变 %,d 个等级，现有 %,d 个（%s %%）。在管理台查看并放行前，现有等级不变。",
                    "  Held: %,d of %,d standing grades would change (%s %%). Until a person releases them in the console (/held), those that stand stay.",
                    held.changed(),
                    held.standing(),
                    held.share().movePointRight(2).stripTrailingZeros().toPlainString());
        }
        for (GradeCount count : outcome.counts()) {
            console.line("  %-10s %-4s %,12d".formatted(count.state(), count.grade(), count.subjects()));
        }
    }
}

package dev.assay.api.cli;

import dev.assay.batch.daily.Daily;
import dev.assay.batch.intake.ImportListener;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.listing.Listings;
import dev.assay.batch.prediction.Foretelling;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.warning.Warnings;
import dev.assay.core.grading.GradingModel;
import dev.assay.store.rating.RatingOutcome;
import java.nio.file.Path;
import java.time.LocalDate;

/** Prints each link of the daily chain as it is done. */
record DailyProgress(Console console) implements Daily.Listener {

    @Override
    public ImportListener importing(Path file) {
        return ImportProgress.start(console);
    }

    @Override
    public void imported(ImportReport report) {
        Reports.print(console, report);
    }

    @Override
    public void refused(Path file, FileRefusedException refusal) {
        console.say("%s 被整份拒收：%s", "%s was refused as a whole: %s", file, String.valueOf(refusal.getMessage()));
    }

    @Override
    public void foretold(Foretelling.Outcome outcome) {
        ForetoldText.print(console, outcome);
    }

    @Override
    public void notForetold(String prediction, String why) {
        console.say("%s 未能预测：%s", "%s was not foretold: %s", prediction, why);
    }

    @Override
    public void warned(Warnings.Outcome outcome) {
        WarnText.print(console, outcome);
    }

    @Override
    public void notWarned(String why) {
        console.say("未能查找趋势：%s", "Trends were not looked for: %s", why);
    }

    @Override
    public void rated(GradingModel model, RatingOutcome outcome) {
        Counts.print(console, model.id(), outcome);
    }

    @Override
    public void tried(String series, RatingOutcome outcome) {
        Counts.print(console, series + console.in("（试运行，不公开）", " (on trial, for nobody outside)"), outcome);
    }

    @Override
    public void listed(Listings.Outcome outcome) {
        console.say(
                "名单：核对记录 %,d 件，新提请 %,d 件，期满 %,d 件，随处罚撤销 %,d 件",
                "Lists: %,d records read, %,d cases proposed, %,d entries expired, %,d annulled with their penalty",
                outcome.read(),
                outcome.proposed(),
                outcome.expired(),
                outcome.annulled());
        if (outcome.overdue() > 0) {
            console.say(
                    "名单：%,d 件案件逾期未办（assay export overdue）",
                    "Lists: %,d cases with an overdue step (assay export overdue)", outcome.overdue());
        }
    }

    @Override
    public void published(LocalDate day) {
        console.say("已发布 %s 的文件", "Published the files of %s", day);
    }
}

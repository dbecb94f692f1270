package dev.assay.api.cli;

import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.quality.Measurements;
import dev.assay.batch.quality.QualityReport;
import dev.assay.batch.quality.QualityRow;
import dev.assay.store.database.Database;
import dev.assay.store.quality.DataQuality;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the delivered data: how complete, how late, how many repeated, refused or impossible.",
            "测量各数据源的数据质量：完整、及时、重复、拒收与不可能的日期。"
        })
final class QualityCommand extends WithOptions {

    @Override
    public Integer call() {
        try (Session session = Session.open(options())) {
            session.bean(Measurements.class).run();
            QualityReport report = QualityReport.of(
                    new DataQuality(session.bean(Database.class).dsl()), session.bean(FeedDefinitions.class));
            report.byMonth().forEach(this::print);
        }
        return ExitStatus.DONE;
    }

    private void print(QualityRow row) {
        console()
                .say(
                        "%s %s：文件 %,d（整份拒收 %,d），行 %,d（重复 %,d，拒收 %,d），事实 %,d，完整 %s，平均滞后 %s 天（最长 %,d），不可能的日期 %,d",
                        "%s %s: files %,d (refused whole %,d), rows %,d (repeated %,d, refused %,d), facts %,d, complete %s, late %s days on average (at most %,d), impossible days %,d",
                        row.feed(),
                        row.month(),
                        row.files(),
                        row.failed(),
                        row.read(),
                        row.repeated(),
                        row.refused(),
                        row.facts(),
                        percent(row.completeness()),
                        row.lateDays() == null ? "-" : row.lateDays().toPlainString(),
                        row.latestDays(),
                        row.impossible());
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? "-" : share.movePointRight(2).toPlainString() + " %";
    }
}

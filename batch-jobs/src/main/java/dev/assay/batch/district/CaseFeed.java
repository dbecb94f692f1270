package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import dev.assay.batch.district.PenaltyFeed.Penalty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The cases of the penalties of {@link PenaltyFeed}, in the layout of the preset {@code cn-case}: filed before the decision and closed after
 * it. What was decided lately is not closed yet, and some decisions took longer than the term.
 */
final class CaseFeed implements FeedWriter {

    static final String ID = "cn-case";
    static final List<String> HEADER = List.of(
            "案件编号",
            "统一社会信用代码",
            "当事人名称",
            "立案日期",
            "案由",
            "办案期限延长至",
            "处理决定日期",
            "结案日期",
            "处理结果",
            "处罚决定书文号",
            "办案机关",
            "办案机关代码",
            "统计日期");

    static final int USUAL_TERM = 90;
    private static final int PROLONGED_BY = 30;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 110;
    private static final int SOONEST_CLOSED = 5;
    private static final int LATEST_CLOSED = 75;

    private final Setting setting;
    private final CsvSheet sheet;

    CaseFeed(Setting setting, Path folder) throws IOException {
        this.setting = setting;
        this.sheet = new CsvSheet(ID, folder.resolve(ID + "-" + setting.lastDay() + ".csv"), HEADER);
    }

    @Override
    public void write(MadeUpBusiness business) throws IOException {
        Chance chance = setting.chance(business, Purpose.CASE);
        for (Penalty penalty : PenaltyFeed.of(setting, business)) {
            int took = chance.between(SHORTEST, LONGEST);
            LocalDate filed = penalty.decided().minusDays(took);
            LocalDate closed = penalty.decided().plusDays(chance.between(SOONEST_CLOSED, LATEST_CLOSED));
            sheet.write(
                    penalty.number().replace("处罚", "立案"),
                    business.code(),
                    business.name(),
                    filed.toString(),
                    penalty.conduct().type(),
                    took > USUAL_TERM
                            ? filed.plusDays(USUAL_TERM + PROLONGED_BY).toString()
                            : "",
                    penalty.decided().toString(),
                    closed.isAfter(setting.lastDay()) ? "" : closed.toString(),
                    "行政处罚",
                    penalty.number(),
                    business.division().authority(),
                    business.division().authorityCode(),
                    setting.lastDay().toString());
        }
    }

    @Override
    public List<CsvSheet> sheets() {
        return List.of(sheet);
    }
}

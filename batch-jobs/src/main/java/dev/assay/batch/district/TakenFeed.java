package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import dev.assay.batch.district.SamplingFeed.Failed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The samples taken in two years, passed or failed, in the layout of the preset {@code cn-sample}: what pass rates are counted from. What
 * failed here stands in the notices of {@link SamplingFeed}, too, as far as the business is in the register.
 */
final class TakenFeed implements FeedWriter {

    static final String ID = "cn-sample";
    static final List<String> HEADER =
            List.of("抽样编号", "统一社会信用代码", "许可证编号", "抽样日期", "抽检性质", "结论", "食品名称", "分类", "任务下达机关");

    private static final int YEARS = 2;
    private static final int MOST_OF_A_BUSINESS = 5;
    private static final int FOR_EVALUATION = 600;
    /** The laboratory is at it for so long. */
    static final int DAYS_TO_A_RESULT = 20;

    private final Setting setting;
    private final CsvSheet sheet;

    TakenFeed(Setting setting, Path folder) throws IOException {
        this.setting = setting;
        this.sheet = new CsvSheet(ID, folder.resolve(ID + "-" + setting.lastDay() + ".csv"), HEADER);
    }

    @Override
    public void write(MadeUpBusiness business) throws IOException {
        Chance chance = setting.chance(business, Purpose.TAKEN);
        MadeUpLicence licence = business.licences().getFirst();
        LocalDate oldest = setting.lastDay().minusYears(YEARS).plusDays(1);
        LocalDate first = licence.first().isAfter(oldest) ? licence.first() : oldest;
        LocalDate last = licence.lastDayInForce(setting.lastDay());
        int count = first.isAfter(last) ? 0 : chance.between(0, MOST_OF_A_BUSINESS);
        for (int i = 1; i <= count; i++) {
            LocalDate day = chance.day(first, last);
            String result = day.isAfter(setting.lastDay().minusDays(DAYS_TO_A_RESULT)) ? "" : "合格";
            write(business, chance, i, day, result, chance.pick(Sample.ALL));
        }
        for (Failed failed : SamplingFeed.of(setting, business)) {
            if (failed.fault() == null) {
                write(business, chance, 0, failed.made().plusDays(DAYS_TO_A_RESULT), "不合格", failed.food());
            }
        }
    }

    private void write(MadeUpBusiness business, Chance chance, int number, LocalDate day, String result, Sample sample)
            throws IOException {
        sheet.write(
                "CY%s%06d%02d".formatted(day.toString().replace("-", ""), business.index(), number),
                business.code(),
                business.licences().getFirst().number(),
                day.toString(),
                chance.perMille(FOR_EVALUATION) ? "评价性抽检" : "监督抽检",
                result,
                sample.food(),
                sample.group(),
                business.division().authority());
    }

    @Override
    public List<CsvSheet> sheets() {
        return List.of(sheet);
    }
}

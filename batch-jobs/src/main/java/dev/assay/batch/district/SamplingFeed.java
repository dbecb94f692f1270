package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The failed samples of two years as sheets of 14 columns, one for each quarterly notice, whose day stands in the file's name. The
 * sampled unit is named as a clerk writes it, not as the register does.
 */
final class SamplingFeed implements FeedWriter {

    static final String ID = "district-sampling";
    static final List<String> HEADER = List.of(
            "序号",
            "标称生产企业名称",
            "标称生产企业地址",
            "被抽样单位名称",
            "被抽样单位地址",
            "食品名称",
            "规格型号",
            "商标",
            "生产日期/批号",
            "不合格项目║检验结果║标准值",
            "分类",
            "任务来源",
            "检验机构",
            "备注");

    private static final int NOTICES = 8;
    private static final int MONTHS_BETWEEN_NOTICES = 3;
    private static final int NOT_TO_BE_FOUND = 20;
    private static final int WITHOUT_UNIT = 4;
    private static final List<String> TASKS = List.of("国家监督抽检", "省级监督抽检", "市级监督抽检", "县级监督抽检", "县级监督抽检");
    private static final List<String> LABORATORIES = List.of("示例食品检验检测中心", "样本质量检验研究所（样例）");
    private static final List<String> PRODUCERS =
            List.of("/", "/", "虚构食品有限公司", "假想农产品加工厂", "委托方：演示商贸有限公司；受托方：模拟食品有限公司");

    private final Setting setting;
    /** From the oldest notice to the newest. */
    private final List<CsvSheet> sheets = new ArrayList<>();

    SamplingFeed(Setting setting, Path folder) throws IOException {
        this.setting = setting;
        try {
            for (int back = NOTICES - 1; back >= 0; back--) {
                sheets.add(new CsvSheet(ID, folder.resolve(ID + "-" + noticeDay(setting, back) + ".csv"), HEADER));
            }
        } catch (IOException e) {
            for (CsvSheet sheet : sheets) {
                sheet.discard();
            }
            throw e;
        }
    }

    private static LocalDate noticeDay(Setting setting, int back) {
        return setting.lastDay().minusMonths((long) back * MONTHS_BETWEEN_NOTICES);
    }

    /**
     * A row of a notice.
     *
     * @param back how many notices before the newest
     * @param fault the fault planted in it; null for none
     * @param food what failed
     * @param made when it was made
     * @param cells the row, its number apart
     */
    record Failed(int back, @Nullable PlantedFault fault, Sample food, LocalDate made, List<String> cells) {}

    @Override
    public void write(MadeUpBusiness business) throws IOException {
        for (Failed failed : of(setting, business)) {
            CsvSheet sheet = sheets.get(NOTICES - 1 - failed.back());
            String[] row = Stream.concat(Stream.of(Long.toString(sheet.rows() + 1)), failed.cells().stream())
                    .toArray(String[]::new);
            if (failed.fault() == null) {
                sheet.write(row);
            } else {
                sheet.writeFaulty(failed.fault(), row);
            }
        }
    }

    /** The rows of a business, none for most. */
    static List<Failed> of(Setting setting, MadeUpBusiness business) {
        Chance chance = setting.chance(business, Purpose.SAMPLING);
        if (!chance.perMille(business.quality().sampledBad())) {
            return List.of();
        }
        MadeUpLicence licence = business.licences().getFirst();
        int back = chance.between(0, NOTICES - 1);
        LocalDate notice = noticeDay(setting, back);
        if (notice.minusMonths(MONTHS_BETWEEN_NOTICES).isBefore(licence.first())) {
            return List.of();
        }
        String name = Handwriting.of(chance, business.name());
        String address = Handwriting.of(chance, licence.address());
        LocalDate made = notice.minusDays(chance.between(40, 120));
        if (chance.perMille(NOT_TO_BE_FOUND)) {
            String elsewhere = name + chance.pick(List.of("新店", "（已更名）", "二分店"));
            return List.of(failed(chance, back, PlantedFault.UNKNOWN_BUSINESS, elsewhere, address, made));
        }
        List<Failed> rows = new ArrayList<>();
        if (chance.perMille(WITHOUT_UNIT)) {
            rows.add(failed(chance, back, PlantedFault.MISSING_FIELD, "", address, made));
        }
        rows.add(failed(chance, back, null, name, address, made));
        return rows;
    }

    private static Failed failed(
            Chance chance, int back, @Nullable PlantedFault fault, String name, String address, LocalDate made) {
        String producer = chance.pick(PRODUCERS);
        Sample sample = chance.pick(Sample.ALL);
        return new Failed(
                back,
                fault,
                sample,
                made,
                List.of(
                        producer,
                        producer.equals("/") ? "/" : "江苏省南通市虚构镇假想路" + chance.between(1, 99) + "号",
                        name,
                        address,
                        sample.food(),
                        chance.pick(List.of("500g/袋", "散装称重", "/", "250克/盒", "1kg/包")),
                        chance.pick(List.of("/", "—", "示例牌", "样本")),
                        made.toString(),
                        sample.failure(chance),
                        sample.group(),
                        chance.pick(TASKS),
                        chance.pick(LABORATORIES),
                        ""));
    }

    @Override
    public List<CsvSheet> sheets() {
        return sheets.stream().sorted(Comparator.comparing(CsvSheet::path)).toList();
    }
}

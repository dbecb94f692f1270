package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The inspections of three years: one row per item, the rows of an inspection together. A feed of our own: no official form was found. */
final class InspectionFeed implements FeedWriter {

    static final String ID = "district-inspection";
    static final List<String> HEADER =
            List.of("检查编号", "统一社会信用代码", "经营者名称", "许可证编号", "检查日期", "检查类型", "检查机关", "项目编号", "是否重点项", "分值", "检查结果");
    private static final FaultPlanter FAULTS = new FaultPlanter(HEADER, "统一社会信用代码", "检查日期", "检查结果", "待定", "项目编号");

    private final Setting setting;
    private final CsvSheet sheet;

    InspectionFeed(Setting setting, Path folder) throws IOException {
        this.setting = setting;
        this.sheet = new CsvSheet(ID, folder.resolve(ID + "-" + setting.lastDay() + ".csv"), HEADER);
    }

    @Override
    public void write(MadeUpBusiness business) throws IOException {
        Chance chance = setting.chance(business, Purpose.INSPECTION);
        for (int i = 0; i < business.licences().size(); i++) {
            MadeUpLicence licence = business.licences().get(i);
            int visit = 0;
            for (Visit planned : Visit.history(chance, setting.lastDay(), licence, business.quality())) {
                visit++;
                String number = "JC-" + planned.day() + "-" + Codes.padded(business.index(), 6) + "-" + (i + 1) + visit;
                write(chance, business, licence, planned, number);
            }
        }
    }

    private void write(Chance chance, MadeUpBusiness business, MadeUpLicence licence, Visit visit, String number)
            throws IOException {
        List<Checklist.Item> items =
                visit.kind().items(chance, Checklist.of(licence.trade().sector()));
        int faulty = chance.perMille(FaultPlanter.SHARE) ? chance.between(0, items.size() - 1) : -1;
        String day = visit.day().toString();
        for (int i = 0; i < items.size(); i++) {
            Checklist.Item item = items.get(i);
            String[] row = {
                number,
                business.code(),
                business.name(),
                licence.number(),
                day,
                visit.kind().label(),
                business.division().authority(),
                item.code(),
                item.key() ? "是" : "否",
                item.points(),
                item.result(chance, business.failures())
            };
            if (i == faulty) {
                PlantedFault fault = FAULTS.anyKind(chance);
                sheet.writeFaulty(fault, FAULTS.broken(row, fault));
            } else {
                sheet.write(row);
            }
        }
    }

    @Override
    public List<CsvSheet> sheets() {
        return List.of(sheet);
    }
}

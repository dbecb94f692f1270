package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The licences in the template XK_* of the public notice of licences and penalties 双公示: one row per document, oldest first. */
final class LicenceFeed implements FeedWriter {

    static final String ID = "district-licence";
    static final List<String> HEADER = List.of(
            "XK_XDR_MC",
            "XK_XDR_LB",
            "XK_XDR_SHXYM",
            "XK_XDR_GSZC",
            "XK_XDR_ZZJG",
            "XK_XDR_SWDJ",
            "XK_XDR_SYDW",
            "XK_XDR_SHZZ",
            "XK_FRDB",
            "XK_FR_ZJLX",
            "XK_FR_ZJHM",
            "XK_XDR_ZJLX",
            "XK_XDR_ZJHM",
            "XK_XKWS",
            "XK_WSH",
            "XK_XKLB",
            "XK_XKZS",
            "XK_XKBH",
            "XK_NR",
            "XK_JDRQ",
            "XK_YXQZ",
            "XK_YXQZI",
            "XK_XKJG",
            "XK_XKJGDM",
            "XK_ZT",
            "XK_LYDW",
            "XK_LYDWDM",
            "BZ");
    private static final FaultPlanter FAULTS =
            new FaultPlanter(HEADER, "XK_XDR_SHXYM", "XK_JDRQ", "XK_ZT", "9", "XK_XDR_MC");
    private static final String IN_FORCE = "1";
    private static final String NOT_IN_FORCE = "2";

    private final Setting setting;
    private final CsvSheet sheet;

    LicenceFeed(Setting setting, Path folder) throws IOException {
        this.setting = setting;
        this.sheet = new CsvSheet(ID, folder.resolve(ID + "-" + setting.lastDay() + ".csv"), HEADER);
    }

    @Override
    public void write(MadeUpBusiness business) throws IOException {
        Chance chance = setting.chance(business, Purpose.LICENCE);
        for (MadeUpLicence licence : business.licences()) {
            LocalDate firstEnd = licence.renewedOn().minusDays(1);
            if (licence.renewed()) {
                FAULTS.write(sheet, chance, row(business, licence, "准予", licence.first(), firstEnd, NOT_IN_FORCE));
                FAULTS.write(
                        sheet,
                        chance,
                        row(business, licence, "延续", licence.renewedOn(), licence.until(), standing(licence)));
            } else {
                FAULTS.write(sheet, chance, row(business, licence, "准予", licence.first(), firstEnd, standing(licence)));
            }
        }
    }

    private String standing(MadeUpLicence licence) {
        return licence.cancelled() || licence.until().isBefore(setting.lastDay()) ? NOT_IN_FORCE : IN_FORCE;
    }

    private static String[] row(
            MadeUpBusiness business, MadeUpLicence licence, String act, LocalDate from, LocalDate to, String standing) {
        Division division = business.division();
        String certificate = licence.trade() == Trade.PRODUCER ? "食品生产许可证" : "食品经营许可证";
        return new String[] {
            business.name(),
            business.subjectClass(),
            business.code(),
            "",
            "",
            "",
            "",
            "",
            business.head(),
            "",
            "",
            "",
            "",
            act + "行政许可决定书",
            "（" + from.getYear() + "）" + act + "〔样例〕" + licence.number().substring(2),
            "普通",
            certificate,
            licence.number(),
            "经营场所：" + licence.address() + "；经营项目：" + licence.trade().licensedItems(),
            from.toString(),
            from.toString(),
            to.toString(),
            division.authority(),
            division.authorityCode(),
            standing,
            division.authority(),
            division.authorityCode(),
            licence.cancelled() ? "已注销" : ""
        };
    }

    @Override
    public List<CsvSheet> sheets() {
        return List.of(sheet);
    }
}

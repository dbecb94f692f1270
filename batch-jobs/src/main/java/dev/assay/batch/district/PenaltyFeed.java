package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The penalties of three years in the template CF_* of the public notice of licences and penalties 双公示. */
final class PenaltyFeed implements FeedWriter {

    static final String ID = "district-penalty";
    static final List<String> HEADER = List.of(
            "CF_XDR_MC",
            "CF_XDR_LB",
            "CF_XDR_SHXYM",
            "CF_XDR_GSZC",
            "CF_XDR_ZZJG",
            "CF_XDR_SWDJ",
            "CF_XDR_SYDW",
            "CF_XDR_SHZZ",
            "CF_FRDB",
            "CF_FR_ZJLX",
            "CF_FR_ZJHM",
            "CF_XDR_ZJLX",
            "CF_XDR_ZJHM",
            "CF_WSH",
            "CF_WFXW",
            "CF_SY",
            "CF_YJ",
            "CF_CFLB",
            "CF_NR",
            "CF_NR_FK",
            "CF_NR_WFFF",
            "CF_NR_ZKDX",
            "CF_JDRQ",
            "CF_YXQ",
            "CF_GSJZQ",
            "CF_CFJG",
            "CF_CFJGDM",
            "CF_SJLY",
            "CF_SJLYDM",
            "BZ");
    private static final FaultPlanter FAULTS =
            new FaultPlanter(HEADER, "CF_XDR_SHXYM", "CF_JDRQ", "CF_CFLB", "训诫", "CF_WSH");

    private static final int YEARS = 3;
    private static final int WITH_SECOND_PENALTY = 150;
    private static final int SERIOUS_AND_HEAVIER_OF_BAD = 90;
    private static final int SERIOUS_AND_HEAVIER_OF_CARELESS = 20;
    private static final int HEAVIER_WITHOUT_SERIOUS_CONDUCT = 10;
    private static final String WITHOUT_END = "2099-12-31";

    private final Setting setting;
    private final CsvSheet sheet;

    PenaltyFeed(Setting setting, Path folder) throws IOException {
        this.setting = setting;
        this.sheet = new CsvSheet(ID, folder.resolve(ID + "-" + setting.lastDay() + ".csv"), HEADER);
    }

    @Override
    public void write(MadeUpBusiness business) throws IOException {
        for (Penalty penalty : of(setting, business)) {
            FAULTS.write(sheet, penalty.fault(), row(business, penalty));
        }
    }

    /**
     * A penalty of a made-up business.
     *
     * @param number the decision's number
     * @param conduct what was done
     * @param sanction what is ordered
     * @param decided the day of the decision
     * @param fault the fault of the copy that is written before it, or null for none
     */
    record Penalty(
            String number,
            Conduct conduct,
            Sanction sanction,
            LocalDate decided,
            @Nullable PlantedFault fault) {}

    /** The penalties of a business, at most two. */
    static List<Penalty> of(Setting setting, MadeUpBusiness business) {
        Chance chance = setting.chance(business, Purpose.PENALTY);
        if (!chance.perMille(business.quality().penalised())) {
            return List.of();
        }
        int penalties = chance.perMille(WITH_SECOND_PENALTY) ? 2 : 1;
        List<Penalty> all = new ArrayList<>();
        for (int count = 1; count <= penalties; count++) {
            all.add(penalty(setting, chance, business, count));
        }
        return all;
    }

    private static Penalty penalty(Setting setting, Chance chance, MadeUpBusiness business, int count) {
        boolean grave = chance.perMille(
                switch (business.quality()) {
                    case BAD -> SERIOUS_AND_HEAVIER_OF_BAD;
                    case CARELESS -> SERIOUS_AND_HEAVIER_OF_CARELESS;
                    case ORDINARY, CAREFUL -> 0;
                });
        Conduct conduct =
                grave ? chance.pick(Conduct.SERIOUS, Conduct::weight) : chance.pick(Conduct.ALL, Conduct::weight);
        boolean heavier = grave || (!conduct.serious() && chance.perMille(HEAVIER_WITHOUT_SERIOUS_CONDUCT));
        Sanction sanction = heavier
                ? Sanction.heavier(chance, conduct, business.licences().getFirst())
                : Sanction.usual(chance, conduct);
        LocalDate decided = decidedOn(setting, chance, business);
        String number = "样例" + business.division().name() + "市监处罚〔" + decided.getYear() + "〕"
                + Codes.padded(business.index(), 6) + count + "号";
        return new Penalty(number, conduct, sanction, decided, FAULTS.now(chance));
    }

    private static LocalDate decidedOn(Setting setting, Chance chance, MadeUpBusiness business) {
        LocalDate last = setting.lastDay();
        LocalDate start = business.licences().getFirst().first();
        LocalDate earliest = last.minusYears(YEARS);
        return chance.day(start.isAfter(earliest) ? start : earliest, last);
    }

    private static String[] row(MadeUpBusiness business, Penalty penalty) {
        Division division = business.division();
        Conduct conduct = penalty.conduct();
        Sanction sanction = penalty.sanction();
        LocalDate decided = penalty.decided();
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
            penalty.number(),
            conduct.type(),
            conduct.facts(),
            conduct.basis(),
            sanction.kinds(),
            sanction.content(),
            Sanction.inTenThousands(sanction.fineYuan()),
            Sanction.inTenThousands(sanction.confiscatedYuan()),
            sanction.licence(),
            decided.toString(),
            WITHOUT_END,
            decided.plusYears(YEARS).toString(),
            division.authority(),
            division.authorityCode(),
            division.authority(),
            division.authorityCode(),
            ""
        };
    }

    @Override
    public List<CsvSheet> sheets() {
        return List.of(sheet);
    }
}

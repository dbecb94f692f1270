package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import dev.assay.core.business.Sector;
import java.time.LocalDate;
import java.util.List;

/** Makes the business at a place of the district: always the same one for the same setting, however large the district. */
final class BusinessMaker {

    /** Every so manieth business is a producer, which keeps their number within the four digits of SC numbers. */
    private static final int PRODUCER_EVERY = 50;

    private static final int NEWCOMERS = 60;
    private static final int NEVER_INSPECTED_NEWCOMERS = 600;
    private static final int WITH_SECOND_LICENCE = 60;
    private static final int LAPSED = 50;
    private static final int CANCELLED = 15;
    private static final int WITH_BRANCH_NAME = 120;

    private final Setting setting;

    BusinessMaker(Setting setting) {
        this.setting = setting;
    }

    MadeUpBusiness make(int index) {
        Chance chance = Chance.of(setting.seed(), index, Purpose.BUSINESS);
        Division division = chance.pick(Division.ALL);
        Trade trade =
                index % PRODUCER_EVERY == PRODUCER_EVERY - 1 ? Trade.PRODUCER : chance.pick(Trade.ALL, Trade::share);
        Quality quality = chance.pick(Quality.ALL, Quality::share);
        String place = chance.pick(Words.PLACES) + chance.pick(Words.PLACE_ENDS);
        return new MadeUpBusiness(
                index,
                division,
                trade,
                name(chance, division, place, trade),
                Codes.unifiedSocialCreditCode(trade, division, index, setting.seed()),
                chance.pick(Words.SURNAMES) + chance.pick(Words.GIVEN_NAMES),
                quality,
                quality.failures(chance),
                licences(chance, index, division, trade, place));
    }

    private static String name(Chance chance, Division division, String place, Trade trade) {
        String brand = chance.pick(Words.BRAND_STARTS) + chance.pick(Words.BRAND_ENDS);
        String start = trade.isSoleTrader() ? division.name() + place : "南通" + place.substring(0, 2);
        String branch = chance.perMille(WITH_BRANCH_NAME) ? "（" + chance.pick(Words.ROADS) + "店）" : "";
        return start + brand + chance.pick(trade.nameEnds()) + branch;
    }

    private List<MadeUpLicence> licences(Chance chance, int index, Division division, Trade trade, String place) {
        String number = trade == Trade.PRODUCER
                ? Codes.productionLicence(division, chance.between(1, 31), index / PRODUCER_EVERY)
                : Codes.operatingLicence(trade, division, index, false);
        MadeUpLicence main = licence(chance, number, trade, address(chance, division, place));
        if (trade == Trade.PRODUCER || !chance.perMille(WITH_SECOND_LICENCE)) {
            return List.of(main);
        }
        Trade secondTrade = trade.sector() == Sector.SALES ? Trade.RESTAURANT : Trade.SHOP;
        String secondNumber = Codes.operatingLicence(secondTrade, division, index, true);
        return List.of(main, licence(chance, secondNumber, secondTrade, address(chance, division, place)));
    }

    private static String address(Chance chance, Division division, String place) {
        return "江苏省南通市" + division.name() + place + chance.pick(Words.ROADS) + chance.between(1, 998) + "号"
                + chance.between(1, 9) + "幢" + chance.between(101, 639) + "室";
    }

    private MadeUpLicence licence(Chance chance, String number, Trade trade, String address) {
        LocalDate last = setting.lastDay();
        boolean newcomer = chance.perMille(NEWCOMERS);
        LocalDate first = newcomer
                ? chance.day(last.minusDays(360), last.minusDays(10))
                : chance.day(last.minusYears(9), last.minusDays(400));
        boolean old = !first.plusYears(5).isAfter(last);
        boolean renewed = old && !chance.perMille(LAPSED);
        boolean everInspected = !(newcomer && chance.perMille(NEVER_INSPECTED_NEWCOMERS));
        return new MadeUpLicence(number, trade, address, first, renewed, chance.perMille(CANCELLED), everInspected);
    }
}

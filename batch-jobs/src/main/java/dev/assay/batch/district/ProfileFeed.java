package dev.assay.batch.district;

import dev.assay.batch.district.Chance.Purpose;
import dev.assay.core.business.Sector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The static factors of each licence for sales, catering or a canteen, dated by their survey. A feed of our own: no official form was
 * found. Producers have none.
 */
final class ProfileFeed implements FeedWriter {

    static final String ID = "district-profile";
    static final List<String> HEADER = List.of(
            "许可证编号",
            "统一社会信用代码",
            "经营者名称",
            "测评日期",
            "经营场所面积",
            "预包装常温单品数",
            "预包装冷藏单品数",
            "预包装冷冻单品数",
            "散装常温单品数",
            "散装冷藏单品数",
            "散装冷冻单品数",
            "供货者数量",
            "餐饮业态",
            "就餐人数",
            "食品类别",
            "含易腐原料",
            "供应特定人群");
    private static final FaultPlanter FAULTS = new FaultPlanter(HEADER, "统一社会信用代码", "测评日期", "餐饮业态", "夜宵大排档", "许可证编号");

    private static final int SURVEYED_AGAIN = 200;

    private final Setting setting;
    private final CsvSheet sheet;

    ProfileFeed(Setting setting, Path folder) throws IOException {
        this.setting = setting;
        this.sheet = new CsvSheet(ID, folder.resolve(ID + "-" + setting.lastDay() + ".csv"), HEADER);
    }

    @Override
    public void write(MadeUpBusiness business) throws IOException {
        Chance chance = setting.chance(business, Purpose.PROFILE);
        for (MadeUpLicence licence : business.licences()) {
            if (licence.trade().sector() == Sector.PRODUCTION) {
                continue;
            }
            LocalDate oldest = setting.lastDay().minusYears(3);
            LocalDate surveyed = licence.first().isAfter(oldest) ? licence.first() : oldest;
            FAULTS.write(sheet, chance, row(chance, business, licence, surveyed));
            if (chance.perMille(SURVEYED_AGAIN)) {
                LocalDate again = chance.day(surveyed.plusDays(1), setting.lastDay());
                FAULTS.write(sheet, chance, row(chance, business, licence, again));
            }
        }
    }

    private static String[] row(Chance chance, MadeUpBusiness business, MadeUpLicence licence, LocalDate surveyed) {
        Trade trade = licence.trade();
        List<String> row =
                new ArrayList<>(List.of(licence.number(), business.code(), business.name(), surveyed.toString()));
        row.add(Integer.toString(area(chance, trade)));
        row.addAll(trade.sector() == Sector.SALES ? goods(chance, trade) : List.of("", "", "", "", "", "", ""));
        row.addAll(trade.sector() == Sector.SALES ? List.of("", "", "", "", "") : meals(chance, trade));
        return row.toArray(String[]::new);
    }

    private static int area(Chance chance, Trade trade) {
        return switch (trade) {
            case SHOP, DRINKS -> chance.between(15, 190);
            case SUPERMARKET -> chance.between(300, 4_500);
            case WHOLESALE -> chance.between(150, 2_500);
            case RESTAURANT -> chance.perMille(850) ? chance.between(20, 150) : chance.between(151, 480);
            case RESTAURANT_COMPANY -> chance.between(160, 3_400);
            case UNIT_CANTEEN, SCHOOL, KINDERGARTEN -> chance.between(80, 1_500);
            case MEAL_SUPPLIER, CENTRAL_KITCHEN, PRODUCER -> chance.between(500, 4_000);
        };
    }

    /** The six numbers of goods and the number of suppliers. */
    private static List<String> goods(Chance chance, Trade trade) {
        int size = trade == Trade.SHOP ? 1 : chance.between(2, 12);
        return List.of(
                upTo(chance, 700 * size),
                upTo(chance, 60 * size),
                upTo(chance, 50 * size),
                upTo(chance, 70 * size),
                upTo(chance, 18 * size),
                upTo(chance, 20 * size),
                Integer.toString(chance.between(2, 30 * size)));
    }

    private static String upTo(Chance chance, int most) {
        return Integer.toString(chance.between(0, most));
    }

    /** Form, diners, food kinds, perishable ingredients, special groups. */
    private static List<String> meals(Chance chance, Trade trade) {
        boolean special = trade == Trade.SCHOOL || trade == Trade.KINDERGARTEN;
        return List.of(
                trade.form(),
                trade.form().equals("餐馆") ? "" : Integer.toString(chance.between(20, 900)),
                String.join("、", foodKinds(chance, trade)),
                trade != Trade.DRINKS && chance.perMille(450) ? "是" : "否",
                special ? "是" : "否");
    }

    private static List<String> foodKinds(Chance chance, Trade trade) {
        List<String> kinds = new ArrayList<>();
        if (trade == Trade.DRINKS) {
            kinds.add("自制饮品");
            addPerMille(kinds, chance, 200, "糕点类");
            addPerMille(kinds, chance, 150, "其他类");
            return kinds;
        }
        kinds.add("热食类");
        boolean restaurant = trade.form().equals("餐馆");
        addPerMille(kinds, chance, restaurant ? 400 : 50, "冷食类");
        addPerMille(kinds, chance, restaurant ? 40 : 0, "生食类");
        addPerMille(kinds, chance, 80, "糕点类");
        addPerMille(kinds, chance, restaurant ? 150 : 0, "自制饮品");
        return kinds;
    }

    private static void addPerMille(List<String> kinds, Chance chance, int share, String kind) {
        if (chance.perMille(share)) {
            kinds.add(kind);
        }
    }

    @Override
    public List<CsvSheet> sheets() {
        return List.of(sheet);
    }
}

package dev.assay.batch.district;

import dev.assay.core.business.Sector;
import java.util.List;

/** What a made-up business does: its sector, how such businesses are called and registered, and how many there are. */
@SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed, which the checker does not see
enum Trade {
    SHOP(430, Sector.SALES, "92", "", "便利店", "食品店", "粮油店", "水果店", "副食店", "零食铺"),
    SUPERMARKET(60, Sector.SALES, "91", "", "超市有限公司", "生鲜超市有限公司", "商贸有限公司"),
    WHOLESALE(40, Sector.SALES, "91", "", "食品贸易有限公司", "农副产品批发有限公司"),
    RESTAURANT(290, Sector.CATERING, "92", "餐馆", "饭店", "小吃店", "面馆", "火锅店", "早餐店", "海鲜馆"),
    RESTAURANT_COMPANY(40, Sector.CATERING, "91", "餐馆", "餐饮管理有限公司", "酒店有限公司"),
    DRINKS(60, Sector.CATERING, "92", "餐馆", "奶茶店", "咖啡馆", "饮品店"),
    UNIT_CANTEEN(20, Sector.CANTEEN, "91", "单位食堂", "机械有限公司食堂", "纺织有限公司食堂"),
    SCHOOL(15, Sector.CANTEEN, "12", "学校食堂", "小学食堂", "初级中学食堂"),
    KINDERGARTEN(15, Sector.CANTEEN, "52", "幼儿园食堂", "幼儿园食堂"),
    MEAL_SUPPLIER(4, Sector.CATERING, "91", "集体用餐配送单位", "配餐服务有限公司"),
    CENTRAL_KITCHEN(3, Sector.CATERING, "91", "中央厨房", "中央厨房有限公司"),
    /** Comes by its place in the row, not by weight: its licence numbers have only four digits to count with. */
    PRODUCER(0, Sector.PRODUCTION, "91", "", "食品有限公司", "粮食制品有限公司", "豆制品有限公司", "调味品有限公司");

    static final List<Trade> ALL = List.of(values());

    private final int share;
    private final Sector sector;
    private final String codeStart;
    private final String form;
    private final List<String> nameEnds;

    Trade(int share, Sector sector, String codeStart, String form, String... nameEnds) {
        this.share = share;
        this.sector = sector;
        this.codeStart = codeStart;
        this.form = form;
        this.nameEnds = List.of(nameEnds);
    }

    int share() {
        return share;
    }

    Sector sector() {
        return sector;
    }

    /** The first two characters of the unified social credit code. */
    String codeStart() {
        return codeStart;
    }

    /** The catering form 餐饮业态; empty outside catering. */
    String form() {
        return form;
    }

    List<String> nameEnds() {
        return nameEnds;
    }

    boolean isSoleTrader() {
        return codeStart.equals("92");
    }

    /** The items of the licence 经营项目. */
    String licensedItems() {
        return switch (this) {
            case SHOP, SUPERMARKET -> "预包装食品（含冷藏冷冻食品）销售，散装食品销售";
            case WHOLESALE -> "预包装食品（含冷藏冷冻食品）批发";
            case RESTAURANT, RESTAURANT_COMPANY -> "热食类食品制售，冷食类食品制售";
            case DRINKS -> "自制饮品制售，糕点类食品制售";
            case UNIT_CANTEEN, SCHOOL, KINDERGARTEN, MEAL_SUPPLIER, CENTRAL_KITCHEN -> "热食类食品制售";
            case PRODUCER -> "食品生产";
        };
    }
}

package dev.assay.batch.district;

import java.math.BigDecimal;

/**
 * What a made-up penalty decision orders.
 *
 * @param kinds 处罚类别, several joined by 、
 * @param content 处罚内容
 * @param fineYuan the fine; 0 for none
 * @param confiscatedYuan what was confiscated; 0 for nothing
 * @param licence the licence revoked, with its number; empty for none
 */
record Sanction(String kinds, String content, int fineYuan, int confiscatedYuan, String licence) {

    private static final int YUAN_DECIMALS_OF_TEN_THOUSAND = 4;

    /** A penalty that is not one of the heavier ones. */
    static Sanction usual(Chance chance, Conduct conduct) {
        int fine = hundreds(chance, conduct.leastFine(), conduct.mostFine());
        int gain = chance.between(12, 3_900);
        return switch (chance.between(0, 4)) {
            case 0 -> new Sanction("警告", "警告", 0, 0, "");
            case 1 -> new Sanction("警告、罚款", "警告；罚款" + fine + "元", fine, 0, "");
            case 2 -> new Sanction("罚款、没收违法所得", "没收违法所得" + gain + "元；罚款" + fine + "元", fine, gain, "");
            case 3 -> new Sanction("罚款、没收非法财物", "没收涉案食品，货值" + gain + "元；罚款" + fine + "元", fine, gain, "");
            default -> new Sanction("罚款", "罚款" + fine + "元", fine, 0, "");
        };
    }

    /** One of the heavier penalties: revocation, closure or a bar. */
    static Sanction heavier(Chance chance, Conduct conduct, MadeUpLicence licence) {
        int fine = hundreds(chance, conduct.leastFine(), conduct.mostFine());
        String certificate = "食品经营许可证 " + licence.number();
        return switch (chance.between(0, 3)) {
            case 0 -> new Sanction("罚款、吊销许可证件", "从重处罚：罚款" + fine + "元；吊销" + certificate, fine, 0, certificate);
            case 1 ->
                new Sanction(
                        "罚款、吊销许可证件、限制从业",
                        "从重处罚：罚款" + fine + "元；吊销" + certificate + "；五年内不得从事食品生产经营管理工作",
                        fine,
                        0,
                        certificate);
            default -> new Sanction("罚款、责令停产停业", "从重处罚：罚款" + fine + "元；责令停产停业30日", fine, 0, "");
        };
    }

    /** A sum in the template's unit of 10,000 yuan, exact: 2000 yuan are 0.2; empty for nothing. */
    static String inTenThousands(int yuan) {
        return yuan == 0
                ? ""
                : BigDecimal.valueOf(yuan, YUAN_DECIMALS_OF_TEN_THOUSAND)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static int hundreds(Chance chance, int least, int most) {
        return chance.between(least / 100, most / 100) * 100;
    }
}

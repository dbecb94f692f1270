package dev.assay.batch.district;

import dev.assay.core.business.Sector;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The items of a full inspection of a sector. Which items an authority prints is its own affair; here they are numbered, every third
 * is a key item, and a key item weighs more.
 *
 * @param items in the order of the list
 */
record Checklist(List<Item> items) {

    private static final Checklist SALES = numbered("XS", 21);
    private static final Checklist CATERING = numbered("CY", 24);
    private static final Checklist PRODUCTION = numbered("SC", 34);

    Checklist {
        items = List.copyOf(items);
    }

    static Checklist of(Sector sector) {
        return switch (sector) {
            case SALES -> SALES;
            case CATERING, CANTEEN -> CATERING;
            case PRODUCTION, WORKSHOP, STALL, OTHER -> PRODUCTION;
        };
    }

    private static Checklist numbered(String prefix, int count) {
        return new Checklist(IntStream.rangeClosed(1, count)
                .mapToObj(number -> {
                    boolean key = number % 3 == 0;
                    return new Item(prefix + Codes.padded(number, 2), key, key ? "4" : number % 2 == 0 ? "2" : "1");
                })
                .toList());
    }

    /**
     * One item.
     *
     * @param code its number
     * @param key whether it is a key item 重点项
     * @param points its points 分值
     */
    record Item(String code, boolean key, String points) {

        private static final int NOT_APPLICABLE = 60;

        /** What an inspector finds where the given per mille of the items fail. */
        String result(Chance chance, int failures) {
            if (!key && chance.perMille(NOT_APPLICABLE)) {
                return "合理缺项";
            }
            return chance.perMille(failures) ? "不符合" : "符合";
        }
    }
}

package dev.assay.batch.district;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One inspection of a licence.
 *
 * @param day when
 * @param kind how
 */
record Visit(LocalDate day, Kind kind) {

    private static final int YEARS = 3;
    private static final List<Integer> FULL_BY_YEARS_BACK = List.of(880, 250, 100);
    private static final List<Integer> PARTIAL_BY_YEARS_BACK = List.of(100, 200, 100);
    private static final int FLYING = 30;
    private static final int SYSTEM_OF_PRODUCERS = 200;
    private static final int FOLLOW_UP_OF_POOR = 250;

    /** The kinds of inspection, as the feed writes them. */
    enum Kind {
        FULL("日常检查（全项目）"),
        PARTIAL("日常检查（部分项目）"),
        FLYING("飞行检查"),
        SYSTEM("体系检查"),
        FOLLOW_UP("跟踪检查");

        private static final int FEWEST_ITEMS = 8;
        private static final int MOST_ITEMS = 12;

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** All items of the checklist, or a run of them. */
        List<Checklist.Item> items(Chance chance, Checklist checklist) {
            if (this == FULL || this == SYSTEM) {
                return checklist.items();
            }
            int count = chance.between(FEWEST_ITEMS, MOST_ITEMS);
            int from = chance.between(0, checklist.items().size() - count);
            return checklist.items().subList(from, from + count);
        }
    }

    /** The visits of three years in the order of their days; none to a newcomer whom nobody has visited yet. */
    static List<Visit> history(Chance chance, LocalDate lastDay, MadeUpLicence licence, Quality quality) {
        List<Visit> visits = new ArrayList<>();
        for (int yearsBack = 0; yearsBack < YEARS && licence.everInspected(); yearsBack++) {
            LocalDate yearStart = lastDay.minusYears(yearsBack + 1L).plusDays(1);
            LocalDate start = licence.first().isAfter(yearStart) ? licence.first() : yearStart;
            LocalDate end = licence.lastDayInForce(lastDay.minusYears(yearsBack));
            if (!start.isAfter(end)) {
                kindsInYear(chance, yearsBack, licence.trade(), quality)
                        .forEach(kind -> visits.add(new Visit(chance.day(start, end), kind)));
            }
        }
        visits.sort(Comparator.comparing(Visit::day));
        return visits;
    }

    private static List<Kind> kindsInYear(Chance chance, int yearsBack, Trade trade, Quality quality) {
        boolean poor = quality == Quality.CARELESS || quality == Quality.BAD;
        List<Kind> kinds = new ArrayList<>();
        addPerMille(kinds, chance, FULL_BY_YEARS_BACK.get(yearsBack), Kind.FULL);
        addPerMille(kinds, chance, PARTIAL_BY_YEARS_BACK.get(yearsBack), Kind.PARTIAL);
        addPerMille(kinds, chance, FLYING, Kind.FLYING);
        addPerMille(kinds, chance, trade == Trade.PRODUCER ? SYSTEM_OF_PRODUCERS : 0, Kind.SYSTEM);
        addPerMille(kinds, chance, poor ? FOLLOW_UP_OF_POOR : 0, Kind.FOLLOW_UP);
        return kinds;
    }

    private static void addPerMille(List<Kind> kinds, Chance chance, int share, Kind kind) {
        if (chance.perMille(share)) {
            kinds.add(kind);
        }
    }
}

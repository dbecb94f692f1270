package dev.assay.model.grading;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The facts of a made-up licence, always the same for the same seed. */
final class RandomFile {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 8 * 365;
    private static final List<String> SECTORS = List.of("sales", "catering", "canteen");
    private static final List<String> FORMS =
            List.of("restaurant", "unit-canteen", "school-canteen", "collective-meal", "central-kitchen");
    private static final List<String> KINDS = List.of("cold", "raw", "cake", "hot", "drinks", "other");
    private static final List<String> RESULTS = List.of("pass", "pass", "pass", "fail", "gap");
    private static final List<String> CONDUCTS = List.of("未按规定召回不安全食品", "拒绝监督检查", "发生食品安全事故", "故意添加", "标签瑕疵", "经营过期食品");
    private static final List<String> PROFILE_NUMBERS = List.of(
            "area",
            "prepacked_ambient",
            "prepacked_chilled",
            "prepacked_frozen",
            "bulk_ambient",
            "bulk_chilled",
            "bulk_frozen",
            "suppliers",
            "diners");

    private final SplittableRandom random;
    private final List<Fact> facts = new ArrayList<>();

    RandomFile(long seed) {
        this.random = new SplittableRandom(seed);
        LocalDate begins = START.plusDays(random.nextInt(1000));
        facts.add(Facts.fact(
                FactKinds.LICENCE,
                begins,
                Map.of(
                        "sector", one(SECTORS),
                        "valid_from", begins.toString(),
                        "valid_to", begins.plusYears(5).minusDays(1).toString(),
                        "status", random.nextInt(20) == 0 ? "revoked" : "valid")));
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(Facts.fact(FactKinds.PROFILE, day(), profile()));
        }
        facts.add(Facts.fact(FactKinds.PROFILE, begins, profile()));
        for (int i = random.nextInt(8); i > 0; i--) {
            facts.add(Facts.fact(FactKinds.INSPECTION, day(), inspection()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(Facts.fact(FactKinds.PENALTY, day(), Map.of("conduct", one(CONDUCTS), "kinds", List.of("罚款"))));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            facts.add(Facts.fact(FactKinds.SAMPLING_RESULT, day(), Map.of("task_source", "国家抽检")));
        }
    }

    List<Fact> facts() {
        return facts;
    }

    /** A day on which the licence is there. */
    LocalDate asOf() {
        return START.plusDays(1000 + random.nextInt(DAYS - 1000));
    }

    /** A day up to a hundred days later; the last day itself before any day after it. */
    LocalDate later(LocalDate day, LocalDate last) {
        LocalDate later = day.plusDays(1 + random.nextInt(100));
        return later.isAfter(last) && day.isBefore(last) ? last : later;
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Map<String, Object> profile() {
        Map<String, Object> values = new TreeMap<>();
        for (String field : PROFILE_NUMBERS) {
            if (random.nextInt(5) > 0) {
                values.put(field, BigDecimal.valueOf(random.nextInt(1200)));
            }
        }
        values.put("catering_form", one(FORMS));
        values.put("food_kinds", List.of(one(KINDS), one(KINDS)));
        values.put("perishable", random.nextBoolean());
        values.put("vulnerable_diners", random.nextInt(4) == 0);
        return values;
    }

    private Map<String, Object> inspection() {
        List<Values> items = new ArrayList<>();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            items.add(Values.of(Map.of(
                    "item", "i" + i, "points", BigDecimal.valueOf(1 + random.nextInt(5)), "result", one(RESULTS))));
        }
        return Map.of("inspection_kind", random.nextInt(3) == 0 ? "partial" : "full", "items", items);
    }
}

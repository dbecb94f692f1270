package dev.assay.bench;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Credit files of made-up licence holders in food sales and catering, twelve facts each: description, licence, two records of static risk
 * factors, four inspections with ten items each, two failed samples, two penalties. The same number gives the same file.
 */
final class MadeUpFiles {

    /** The day for which the files are rated. Some of the facts come to pass after it. */
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    static final Instant RECORDED = Instant.parse("2026-07-01T00:00:00Z");

    static final int FACTS = 12;

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 2006;
    private static final int ITEMS = 10;
    private static final List<String> SECTORS = List.of("sales", "catering", "canteen");
    private static final List<String> FORMS =
            List.of("restaurant", "restaurant", "unit-canteen", "school-canteen", "collective-meal", "central-kitchen");
    private static final List<String> KINDS = List.of("cold", "raw", "cake", "hot", "drinks", "other");
    private static final List<String> RESULTS = List.of("pass", "pass", "pass", "pass", "fail", "gap");
    private static final List<String> CONDUCTS =
            List.of("未按规定召回不安全食品", "拒绝监督检查", "发生食品安全事故", "故意添加", "标签瑕疵", "经营过期食品", "未查验供货者许可证", "餐具消毒不合格");
    private static final List<String> PENALTIES = List.of("罚款", "警告", "没收违法所得");
    private static final List<String> TASKS = List.of("国家抽检", "省级监督抽检", "市级抽检", "县级抽检", "县级抽检");
    private static final List<String> NUMBERS = List.of(
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
    private final long number;
    private final String licence;
    private final List<Fact> facts = new ArrayList<>(FACTS);

    private MadeUpFiles(long number) {
        this.number = number;
        this.random = new SplittableRandom(number * 0x9E37_79B9L + 17);
        this.licence = licence(number);
    }

    static Identity business(long number) {
        return new Identity("uscc", "91%016d".formatted(number));
    }

    static String licence(long number) {
        return "JY%014d".formatted(number);
    }

    /** All twelve facts, also those that come to pass after the day. */
    static List<Fact> facts(long number) {
        MadeUpFiles file = new MadeUpFiles(number);
        file.make();
        return file.facts;
    }

    /** The file as the engine sees it. */
    static CreditFile file(long number) {
        return new CreditFile(
                business(number),
                AS_OF,
                RECORDED,
                facts(number).stream()
                        .filter(fact -> !fact.occurredOn().isAfter(AS_OF))
                        .toList());
    }

    private void make() {
        LocalDate begins = FIRST.plusDays(random.nextInt(900));
        String sector = one(SECTORS);
        add(
                FactKinds.BUSINESS,
                null,
                begins,
                Map.of(
                        "name",
                        "测试食品经营部" + number,
                        "address",
                        "某市某区某路" + random.nextInt(900) + "号",
                        "division",
                        "%06d".formatted(320100 + random.nextInt(90)),
                        "sector",
                        sector));
        add(
                FactKinds.LICENCE,
                licence,
                begins,
                Map.of(
                        "number",
                        licence,
                        "sector",
                        sector,
                        "valid_from",
                        begins.toString(),
                        "valid_to",
                        begins.plusYears(random.nextInt(20) == 0 ? 4 : 6)
                                .minusDays(1)
                                .toString(),
                        "status",
                        random.nextInt(50) == 0 ? "revoked" : "valid"));
        addRecords(begins);
        addPenalties();
    }

    private void addRecords(LocalDate begins) {
        for (int i = 0; i < 2; i++) {
            add(FactKinds.PROFILE, licence, i == 0 ? begins : day(), profile());
        }
        for (int i = 0; i < 4; i++) {
            add(FactKinds.INSPECTION, licence, i == 0 ? recent() : day(), inspection());
        }
        for (int i = 0; i < 2; i++) {
            add(
                    FactKinds.SAMPLING_RESULT,
                    null,
                    day(),
                    Map.of(
                            "product",
                            "产品" + random.nextInt(500),
                            "task_source",
                            one(TASKS),
                            "sample_no",
                            "S" + number + i));
        }
    }

    private void addPenalties() {
        for (int i = 0; i < 2; i++) {
            add(
                    FactKinds.PENALTY,
                    null,
                    day(),
                    Map.of(
                            "document_no",
                            "市监罚〔2025〕" + number + i,
                            "conduct",
                            one(CONDUCTS),
                            "kinds",
                            List.of(one(PENALTIES)),
                            "fine",
                            BigDecimal.valueOf(random.nextInt(50_000))));
        }
    }

    private void add(FactKind kind, @Nullable String licence, LocalDate day, Map<String, ?> values) {
        long line = number * FACTS + facts.size() + 1;
        facts.add(new Fact(
                (1L << 32) + line * 16,
                kind.name(),
                licence,
                day,
                day,
                RECORDED,
                new Source("made-up", "made-up.csv", line),
                Values.of(values)));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /** Within fourteen months of the day, so that most of the files have a score. */
    private LocalDate recent() {
        return AS_OF.minusDays(random.nextInt(420));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Map<String, Object> profile() {
        Map<String, Object> values = new TreeMap<>();
        for (String field : NUMBERS) {
            if (random.nextInt(6) > 0) {
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
        for (int i = 1; i <= ITEMS; i++) {
            items.add(Values.of(Map.of(
                    "item",
                    "检查项目" + i,
                    "key",
                    i % 4 == 0,
                    "points",
                    BigDecimal.valueOf(1 + random.nextInt(5)),
                    "result",
                    one(RESULTS))));
        }
        return Map.of("inspection_kind", random.nextInt(4) == 0 ? "partial" : "full", "items", items);
    }
}

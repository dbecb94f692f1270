package dev.assay.core.draw;

import dev.assay.core.draw.DrawFile.Head;
import dev.assay.core.draw.DrawnBusiness.Stratum;
import dev.assay.core.draw.DrawnClass.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Made-up draws. */
final class Draws {

    static final String SECRET = "5eed".repeat(16);
    static final Instant COMMITTED = Instant.parse("2026-11-20T02:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private Draws() {}

    static DrawSeed seed(int number) {
        return new DrawSeed(SECRET, "lottery" + number);
    }

    static DrawnBusiness business(String id, String name, String sector, String... departments) {
        return new DrawnBusiness("uscc:" + id, new Stratum(name, sector, "320612"), List.of(departments), "商户" + id);
    }

    static List<DrawnBusiness> businesses(int count, String name, String sector) {
        List<DrawnBusiness> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(business("%s%s%03d".formatted(name, sector.charAt(0), i), name, sector, "market"));
        }
        return made;
    }

    static DrawnClass ratio(String name, String percent, Rounding rounding) {
        return new DrawnClass(name, new BigDecimal(percent), rounding);
    }

    static List<DrawnInspector> inspectors(int count, String department) {
        List<DrawnInspector> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new DrawnInspector("%s-%02d".formatted(department, i), department, "3206", Set.of()));
        }
        return made;
    }

    static DrawFile file(List<DrawnClass> classes, List<DrawnBusiness> businesses) {
        return new DrawFile(
                new Head("spring", "春季抽查", "通州区市场监督管理局", LocalDate.of(2026, 11, 20), "福彩3D第2026312期开奖号码，三位数字", 2),
                List.of("market"),
                classes,
                inspectors(5, "market"),
                businesses,
                List.of(),
                Map.of());
    }

    static DrawFile mixed() {
        List<DrawnBusiness> businesses = new ArrayList<>(businesses(7, "A", "catering"));
        businesses.addAll(businesses(33, "A", "sales"));
        businesses.addAll(businesses(21, "B", "catering"));
        businesses.addAll(businesses(10, "D", "production"));
        DrawFile plain = file(
                List.of(
                        ratio("A", "5", Rounding.DOWN),
                        ratio("B", "12.5", Rounding.UP),
                        ratio("D", "100", Rounding.UP)),
                businesses);
        return new DrawFile(
                plain.head(),
                plain.departments(),
                plain.classes(),
                plain.inspectors(),
                plain.businesses(),
                List.of(new DrawFile.Excluded(business("Z9", "B", "catering", "market"), "2026-10-12 已检查，三个月内不重复")),
                Map.of("uscc:Dp003", Set.of("market-01", "market-02")));
    }

    static PublishedDraw published(DrawFile file) {
        return PublishedDraw.make(file, COMMITTED, seed(1), DAY, Map.of());
    }
}

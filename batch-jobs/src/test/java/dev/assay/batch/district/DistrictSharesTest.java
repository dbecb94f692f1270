package dev.assay.batch.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the district is worth rating: all letters, and a few cases for the serious-violation list. The grades are a rough count by
 * the bands 30, 45 and 60 without raising or lowering, with one static score for each kind of business; the engine's own will differ.
 */
class DistrictSharesTest {

    private static final int BUSINESSES = 6_000;
    private static final Pattern HEAVIER = Pattern.compile("吊销许可证件|责令停产停业|限制从业");

    @TempDir
    static Path folder;

    private static GeneratedDistrict district = new GeneratedDistrict(0, List.of());

    @BeforeAll
    static void generate() {
        district = DistrictGenerator.write(BUSINESSES, 1, LocalDate.of(2026, 10, 31), folder);
    }

    @Test
    void theRoughGradesOfFullInspectionsHaveTheSharesOfALivingDistrict() {
        Map<String, Integer> staticScores = staticScores();
        Map<String, Long> grades = new TreeMap<>(dynamicScores().entrySet().stream()
                .filter(entry -> staticScores.containsKey(entry.getKey()))
                .collect(Collectors.groupingBy(
                        entry -> letter(BigDecimal.valueOf(staticScores.getOrDefault(entry.getKey(), 0))
                                .add(entry.getValue())),
                        Collectors.counting())));
        long all = grades.values().stream().mapToLong(Long::longValue).sum();

        assertThat(perMille(grades, "A", all)).as("A in %s", grades).isBetween(520L, 680L);
        assertThat(perMille(grades, "B", all)).as("B in %s", grades).isBetween(170L, 330L);
        assertThat(perMille(grades, "C", all)).as("C in %s", grades).isBetween(60L, 140L);
        assertThat(perMille(grades, "D", all)).as("D in %s", grades).isBetween(15L, 50L);
    }

    @Test
    void aFewBusinessesInAThousandAreWorthListing() {
        int conduct = PenaltyFeed.HEADER.indexOf("CF_WFXW");
        int kinds = PenaltyFeed.HEADER.indexOf("CF_CFLB");
        Set<String> serious = Conduct.SERIOUS.stream().map(Conduct::type).collect(Collectors.toSet());
        long listed = Feeds.rows(district, PenaltyFeed.ID).stream()
                .filter(row -> serious.contains(row.get(conduct)))
                .filter(row -> HEAVIER.matcher(row.get(kinds)).find())
                .map(row -> row.get(PenaltyFeed.HEADER.indexOf("CF_XDR_SHXYM")))
                .distinct()
                .count();

        assertThat(listed * 1000).isBetween(1L * BUSINESSES, 6L * BUSINESSES);
    }

    /** By licence number: sales 14, a restaurant 20, canteens and suppliers 32. */
    private static Map<String, Integer> staticScores() {
        int form = ProfileFeed.HEADER.indexOf("餐饮业态");
        Map<String, Integer> scores = new HashMap<>();
        for (List<String> row : Feeds.rows(district, ProfileFeed.ID)) {
            int score = switch (row.get(form)) {
                case "" -> 14;
                case "餐馆" -> 20;
                default -> 32;
            };
            scores.put(row.getFirst(), score);
        }
        return scores;
    }

    /** By licence number: 60 × failed / applicable points of the newest full inspection. */
    private static Map<String, BigDecimal> dynamicScores() {
        int kind = InspectionFeed.HEADER.indexOf("检查类型");
        int licence = InspectionFeed.HEADER.indexOf("许可证编号");
        Map<String, List<List<String>>> newest = new HashMap<>();
        Feeds.rows(district, InspectionFeed.ID).stream()
                .filter(row -> row.get(kind).equals("日常检查（全项目）"))
                .collect(Collectors.groupingBy(List::getFirst, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(rows -> newest.put(rows.getFirst().get(licence), rows));
        return newest.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> dynamicScore(entry.getValue())));
    }

    private static BigDecimal dynamicScore(List<List<String>> rows) {
        int applicable = points(rows, Set.of("符合", "不符合"));
        int failed = points(rows, Set.of("不符合"));
        return BigDecimal.valueOf(60L * failed).divide(BigDecimal.valueOf(applicable), 4, RoundingMode.HALF_UP);
    }

    private static int points(List<List<String>> rows, Set<String> results) {
        int points = InspectionFeed.HEADER.indexOf("分值");
        int result = InspectionFeed.HEADER.indexOf("检查结果");
        return rows.stream()
                .filter(row -> results.contains(row.get(result)))
                .mapToInt(row -> Integer.parseInt(row.get(points)))
                .sum();
    }

    private static String letter(BigDecimal total) {
        if (total.compareTo(BigDecimal.valueOf(30)) <= 0) {
            return "A";
        }
        if (total.compareTo(BigDecimal.valueOf(45)) <= 0) {
            return "B";
        }
        return total.compareTo(BigDecimal.valueOf(60)) <= 0 ? "C" : "D";
    }

    private static long perMille(Map<String, Long> grades, String letter, long all) {
        return grades.getOrDefault(letter, 0L) * 1000 / all;
    }
}

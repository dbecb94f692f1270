package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.Fraction;
import dev.assay.core.grading.GradeScale;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The scored inspections of San Francisco of 2012 to 2015, their scores computed again from the violations. */
class SanFranciscoRealDataTest {

    private static final int SCORED = 14_474;
    private static final FactKind VIOLATION =
            DeclaredKinds.load(ConfigFiles.packaged()).findByName("violation").orElseThrow();
    private static final Map<String, String> SEVERITIES =
            Map.of("High Risk", "high", "Moderate Risk", "moderate", "Low Risk", "low", "N/A", "none");

    private final GradingModel model = GradingModels.load(ConfigFiles.packaged(), "sf-lives");

    @Test
    void theBandOfEveryPublishedScoreIsTheOneInTheLegendOfTheCity() throws IOException {
        List<RealData.Row> legend = RealData.all("sf_lives_2015/ScoreLegend.csv");
        Map<String, Integer> bands = new TreeMap<>();
        for (RealData.Row inspection : scored()) {
            String described = described(legend, score(inspection));
            assertThat(band(score(inspection))).as(inspection.toString()).isEqualTo(described);
            bands.merge(described, 1, Integer::sum);
        }
        assertThat(bands).isEqualTo(Map.of("Good", 9_101, "Adequate", 2_613, "Improvement", 2_442, "Poor", 318));
    }

    /** Each inspection by itself: whether 7, 4 and 2 are the points. */
    @Test
    void theViolationsOfTheDayGiveThePublishedScoreIn97Point7PercentOfTheInspections() throws IOException {
        List<RealData.Row> legend = RealData.all("sf_lives_2015/ScoreLegend.csv");
        Map<String, List<RealData.Row>> violations =
                by("sf_lives_2015/violations.csv.gz", row -> row.get("business_id") + " " + row.get("date"));
        int equal = 0;
        for (RealData.Row inspection : scored()) {
            String business = inspection.get("business_id");
            Rating rating = rate(
                    business,
                    List.of(inspection),
                    violations.getOrDefault(business + " " + inspection.get("date"), List.of()),
                    day(inspection));
            if (isAsPublished(rating, inspection)) {
                equal++;
                assertThat(rating.grade()).isEqualTo(described(legend, score(inspection)));
            }
        }
        assertThat(equal).isEqualTo(14_142);
        assertThat(100.0 * equal / SCORED).isGreaterThanOrEqualTo(97.7);
    }

    /** The whole file of each business: what visits between two scored inspections found does not count. */
    @Test
    void visitsInBetweenChangeNothing() throws IOException {
        Map<String, List<RealData.Row>> violations =
                by("sf_lives_2015/violations.csv.gz", row -> row.get("business_id"));
        Map<String, List<RealData.Row>> inspections =
                scored().stream().collect(Collectors.groupingBy(row -> row.get("business_id")));
        int scores = 0;
        int grades = 0;
        for (Map.Entry<String, List<RealData.Row>> one : inspections.entrySet()) {
            for (RealData.Row inspection : one.getValue()) {
                Rating rating = rate(
                        one.getKey(),
                        one.getValue(),
                        violations.getOrDefault(one.getKey(), List.of()),
                        day(inspection));
                scores += isAsPublished(rating, inspection) ? 1 : 0;
                grades += band(score(inspection)).equals(rating.grade()) ? 1 : 0;
            }
        }
        assertThat(scores).isEqualTo(14_142);
        assertThat(grades).isEqualTo(14_353);
    }

    private Rating rate(
            String business, List<RealData.Row> inspections, List<RealData.Row> violations, LocalDate asOf) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Facts.fact(FactKinds.BUSINESS, null, LocalDate.of(2012, 1, 1), Map.of("name", business)));
        for (RealData.Row row : inspections) {
            facts.add(Facts.fact(
                    FactKinds.INSPECTION, null, day(row), Map.of("score", new BigDecimal(row.get("Score")))));
        }
        for (RealData.Row row : violations) {
            String severity = SEVERITIES.getOrDefault(row.get("risk_category"), "?");
            facts.add(Facts.fact(VIOLATION, null, day(row), Map.of("severity", severity)));
        }
        facts.sort(Comparator.comparing(Fact::occurredOn));
        var file = Facts.file(new Identity("sf-business", business), asOf, facts);
        return RatingEngine.rate(file, model.subjects(file).getFirst(), model).rating();
    }

    private static List<RealData.Row> scored() throws IOException {
        List<RealData.Row> scored = RealData.all("sf_lives_2015/inspections.csv.gz").stream()
                .filter(row -> !row.get("Score").isEmpty())
                .toList();
        assertThat(scored).hasSize(SCORED);
        return scored;
    }

    private static Map<String, List<RealData.Row>> by(String file, Function<RealData.Row, String> key)
            throws IOException {
        return RealData.all(file).stream().collect(Collectors.groupingBy(key));
    }

    private static LocalDate day(RealData.Row row) {
        return LocalDate.parse(row.get("date"), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static int score(RealData.Row inspection) {
        return Integer.parseInt(inspection.get("Score"));
    }

    private static boolean isAsPublished(Rating rating, RealData.Row inspection) {
        BigDecimal score = rating.score();
        return score != null && score.compareTo(BigDecimal.valueOf(score(inspection))) == 0;
    }

    /** The word of the city's legend; the model's word for the one that is too long. */
    private static String described(List<RealData.Row> legend, int score) {
        return legend.stream()
                .filter(row -> Integer.parseInt(row.get("Minimum_Score")) <= score
                        && score <= Integer.parseInt(row.get("Maximum_Score")))
                .map(row -> row.get("Description").replace("Needs ", ""))
                .findFirst()
                .orElseThrow();
    }

    private String band(int score) {
        return ((GradeScale.Bands) model.gradeScale())
                .bands().stream()
                        .filter(band -> band.interval().contains(Fraction.of(BigDecimal.valueOf(score))))
                        .map(GradeScale.Band::grade)
                        .findFirst()
                        .orElseThrow();
    }
}

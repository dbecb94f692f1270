package dev.assay.model.prediction.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.identity.Identity;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Observation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The figures on Chicago's published inspections, whose inspectors' clusters are known until 16 April 2014: the last 60 days of them, after
 * the rates of all days before. The expected ones were computed apart, in Python with SciPy.
 */
class ChicagoInspectionsTest {

    private static final Path DATA = Path.of("../../shared/data/chicago_2014");
    private static final LocalDate FROM = LocalDate.parse("2014-02-16");
    private static final LocalDate TO = LocalDate.parse("2014-04-16");
    private static final List<Feature> FEATURES = List.of(
            feature("pastCritical", "上次严重问题", "Critical faults of the last inspection"),
            feature("pastSerious", "上次较重问题", "Serious faults of the last inspection"),
            feature("timeSinceLast", "距上次检查（年）", "Years since the last inspection"));

    private static List<Map<String, String>> training = List.of();
    private static List<Map<String, String>> window = List.of();

    private static Feature feature(String id, String zh, String en) {
        return new Feature(id, Bilingual.of(zh, en), Feature.Type.NUMBER, id);
    }

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(DATA), "The published inspections are not beside the checkout.");
        Map<String, String> clusters = table("inspector_assignments.csv.gz").stream()
                .collect(Collectors.toMap(
                        row -> of(row, "inspectionID"), row -> of(row, "sanitarian"), (one, other) -> other));
        List<Map<String, String>> known = table("inspections.csv.gz").stream()
                .filter(row -> clusters.containsKey(of(row, "Inspection_ID")))
                .peek(row -> row.put("cluster", of(clusters, of(row, "Inspection_ID"))))
                .toList();
        training = known.stream().filter(row -> day(row).isBefore(FROM)).toList();
        window = known.stream()
                .filter(row -> !day(row).isBefore(FROM) && !day(row).isAfter(TO))
                .toList();
    }

    private static List<Map<String, String>> table(String name) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(name))), StandardCharsets.UTF_8))) {
            List<String> heads = cells(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                Map<String, String> row = new HashMap<>();
                for (int k = 0; k < heads.size(); k++) {
                    row.put(heads.get(k), cells.get(k));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** No cell of these files has a line break or a quotation mark. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < line.length(); k++) {
            char c = line.charAt(k);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String of(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(of(row, column));
    }

    private static LocalDate day(Map<String, String> row) {
        return LocalDate.parse(of(row, "Inspection_Date"));
    }

    private static boolean found(Map<String, String> row) {
        return number(row, "criticalCount") > 0;
    }

    private static double handRule(Map<String, String> row) {
        return number(row, "pastCritical") + number(row, "pastSerious") / 2;
    }

    private static Map<String, Double> rates(Function<Map<String, String>, String> by) {
        return training.stream()
                .collect(Collectors.groupingBy(by, Collectors.averagingDouble(row -> found(row) ? 1 : 0)));
    }

    private static String history(Map<String, String> row) {
        return (number(row, "pastCritical") > 0) + " " + (number(row, "pastSerious") > 0) + " "
                + Math.round(2 * number(row, "timeSinceLast"));
    }

    private static FeatureValues values(Map<String, String> row) {
        double[] numbers =
                FEATURES.stream().mapToDouble(one -> number(row, one.id())).toArray();
        return new FeatureValues(numbers, new @Nullable String[numbers.length]);
    }

    private static List<JudgedRow> judged() {
        Map<String, Double> clusters = rates(row -> of(row, "cluster"));
        Map<String, Double> histories = rates(ChicagoInspectionsTest::history);
        Random random = new Random(1);
        return window.stream()
                .map(row -> new JudgedRow(
                        new Observation(
                                new Identity("licence", of(row, "License")),
                                of(row, "Inspection_ID"),
                                day(row),
                                values(row),
                                found(row),
                                of(row, "cluster"),
                                Map.of(
                                        "district", of(row, "Zip"),
                                        "kind", of(row, "Facility_Type_Clean"),
                                        "risk", of(row, "Risk")),
                                null),
                        histories.getOrDefault(history(row), 0.14),
                        handRule(row),
                        number(row, "pastCritical"),
                        clusters.getOrDefault(of(row, "cluster"), Double.NaN),
                        Double.NaN,
                        random.nextDouble()))
                .toList();
    }

    private static ModelCard card() {
        List<FeatureValues> values =
                training.stream().map(ChicagoInspectionsTest::values).toList();
        Map<String, Double> histories = rates(ChicagoInspectionsTest::history);
        double[] said = training.stream()
                .mapToDouble(row -> histories.getOrDefault(history(row), 0.14))
                .toArray();
        Map<String, Bilingual> strata = new LinkedHashMap<>();
        strata.put("district", Bilingual.of("邮编", "Postcode"));
        strata.put("kind", Bilingual.of("业态", "Kind of business"));
        strata.put("risk", Bilingual.of("风险类别", "Risk class"));
        int positives =
                (int) training.stream().filter(ChicagoInspectionsTest::found).count();
        return Judge.judge(
                new About(
                        "chicago-past-rates",
                        Bilingual.of("芝加哥：仅历史比例", "Chicago: rates by the last inspection"),
                        Bilingual.of("下一次例行检查发现严重问题", "the next routine inspection finds a critical fault"),
                        Bilingual.of("演示判断本身", "Showing what judging is"),
                        Bilingual.of("按历史分组的比例", "Rates by group of history"),
                        "none",
                        1),
                new TrainingFacts(
                        new Sample(
                                LocalDate.parse("2011-01-01"), FROM.minusDays(1), training.size(), positives, 9000, 0),
                        FEATURES.stream()
                                .map(one -> new TrainingFacts.Importance(one, 0.1))
                                .toList(),
                        Reference.of(FEATURES, values, said),
                        List.of(new Fold("rates", LocalDate.parse("2013-12-01"), FROM.minusDays(1), 1500, 0.54, true)),
                        List.of()),
                new Window(FROM, TO, 14, "district", strata, List.of()),
                List.of(Bilingual.of("只用于试验。", "For trying only.")),
                judged());
    }

    @Test
    void the_cluster_alone_ranks_well_and_finds_faults_earlier_but_not_within_a_cluster() throws IOException {
        ModelCard card = card();
        ModelCardTest.keep(card, "chicago");
        RankerFigures cluster = card.of(Ranker.INSPECTOR);

        assertThat(card.window().inspections()).isEqualTo(1705);
        assertThat(card.window().found()).isEqualTo(270);
        assertThat(cluster.area().value()).isCloseTo(0.72941, within(6e-5));
        DaysEarlier days = cluster.overall();
        assertThat(days.days().value()).isCloseTo(11.031119388538947, within(1e-9));
        assertThat(days.deviation()).isCloseTo(22.217571511769496, within(1e-9));
        assertThat(days.t()).isCloseTo(8.158397852485411, within(1e-9));
        assertThat(days.p()).isCloseTo(1.3103082948589155e-14, within(1e-18));
        assertThat(days.later()).isCloseTo(0.3296296296296296, within(1e-12));
        assertThat(cluster.withinInspector().days().value()).isCloseTo(-1.3637659540520637, within(1e-9));
        assertThat(cluster.withinInspector().p()).isCloseTo(0.17015818475170794, within(1e-9));
    }

    @Test
    void the_hand_rule_ranks_little_better_than_chance() {
        RankerFigures hand = card().of(Ranker.RULES);

        assertThat(hand.area().value()).isCloseTo(0.53405, within(6e-5));
        assertThat(hand.overall().days().value()).isCloseTo(1.6725501839903667, within(1e-9));
        assertThat(hand.overall().p()).isCloseTo(0.14738109317879622, within(1e-9));
        assertThat(hand.withinInspector().days().value()).isCloseTo(0.6718727864247437, within(1e-9));
        assertThat(hand.withinInspector().p()).isCloseTo(0.5553632026617273, within(1e-9));
    }

    @Test
    void days_are_those_of_the_citys_own_program_where_there_are_no_ties() {
        // simulated_date_diff_mean of the city's published code: dates in order, given to the rows in the order of
        // their scores.
        List<JudgedRow> rows = judged();
        Rows columns = Rows.of(rows);
        double[] scores = columns.scores(Ranker.RANDOM);
        long[] sorted = Arrays.stream(columns.days()).sorted().toArray();
        int[] order = RiskOrdering.of(scores).order();
        double sum = 0;
        for (int k = 0; k < order.length; k++) {
            sum += columns.found()[order[k]] ? columns.days()[order[k]] - sorted[k] : 0;
        }

        assertThat(card().of(Ranker.RANDOM).overall().days().value()).isCloseTo(sum / 270, within(1e-9));
    }
}

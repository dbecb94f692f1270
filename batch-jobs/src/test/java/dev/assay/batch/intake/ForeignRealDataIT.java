package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real foreign files through the real job: where every row went, and what a model makes of Chicago's. They are taken in once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignRealDataIT {

    private static final Path DATA = Path.of("../../shared/data");
    private static final Path INSPECTIONS = DATA.resolve("chicago_2014/inspections.csv.gz");

    /** In the order in which they are taken in: what belongs to an inspection after it. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("chicago-inspections", "chicago_2014/inspections.csv.gz");
        FILES.put("chicago-violations", "chicago_2014/violation_matrix.csv.gz");
        FILES.put("chicago-licences", "chicago_2014/business_licences_at_inspection.csv.gz");
        FILES.put("chicago-assignments", "chicago_2014/inspector_assignments.csv.gz");
        FILES.put("chicago-inspectors", "chicago_2014/inspectors.csv.gz");
        FILES.put("chicago-complaints", "chicago_2014/sanitation_complaints.csv.gz");
        FILES.put("chicago-weather", "chicago_2014/weather.csv.gz");
        FILES.put("toronto", "toronto_dinesafe/dinesafe.csv.gz");
        FILES.put("nyc-restaurants", "nyc_2015/restaurants.csv.gz");
        FILES.put("nyc-inspections", "nyc_2015/inspections.csv.gz");
        FILES.put("sf-businesses", "sf_lives_2015/businesses.csv.gz");
        FILES.put("sf-businesses latin1", "sf_lives_2015/businesses_latin1.csv.gz");
        FILES.put("sf-inspections", "sf_lives_2015/inspections.csv.gz");
        FILES.put("sf-violations", "sf_lives_2015/violations.csv.gz");
        FILES.put("singapore", "singapore_nea/establishments_20160916.csv.gz");
        FILES.put("rasff", "rasff/rasff_20200101_20241030.csv.gz");
        FILES.put("fhrs-prosecutions", "fhrs_uk_2015/prosecutions.csv");
    }

    private final Map<String, ImportReport> reports = new HashMap<>();
    private final Map<String, List<String>> refused = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // JUnit calls takeIn before anything else
    private Intake intake;

    @BeforeAll
    void takeIn() {
        assumeTrue(Files.exists(INSPECTIONS), "The real data (" + DATA + ") is not beside this checkout.");
        intake = Intake.on(TestDatabases.EMBEDDED);
        FILES.forEach((name, file) -> {
            reports.put(name, intake.run(name.split(" ", -1)[0], DATA.resolve(file)));
            refused.put(name, intake.texts("""
                    SELECT CONCAT_WS(' ', COUNT(DISTINCT line), reason, column_name)
                    FROM quarantine WHERE run_id = (SELECT MAX(run_id) FROM import_run)
                    GROUP BY reason, column_name ORDER BY reason, column_name
                    """));
        });
    }

    @AfterAll
    void close() {
        if (!reports.isEmpty()) {
            intake.close();
        }
    }

    /** The rows are those of the list that comes with the data; what is refused, and why, was read row by row or by kind. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "chicago-inspections; read 24518 = taken 24518 + unchanged 0 + superseded 0 + refused 0; ''",
                "chicago-violations; read 24518 = taken 24518 + unchanged 0 + superseded 0 + refused 0; ''",
                "chicago-licences; read 24518 = taken 21913 + unchanged 0 + superseded 0 + refused 2605; '2605 missing-value ID, 2605 missing-value LICENSE_NUMBER, 2605 missing-value LICENSE_TERM_START_DATE'",
                "chicago-assignments; read 65136 = taken 20507 + unchanged 0 + superseded 0 + refused 44629; 44629 business-unknown",
                "chicago-inspectors; read 63280 = taken 63170 + unchanged 103 + superseded 6 + refused 1; 1 identity-character License",
                "chicago-complaints; read 69673 = taken 69320 + unchanged 3 + superseded 350 + refused 0; ''",
                "chicago-weather; read 1250 = taken 1250 + unchanged 0 + superseded 0 + refused 0; ''",
                "toronto; read 92606 = taken 92606 + unchanged 0 + superseded 0 + refused 0; ''",
                "nyc-restaurants; read 20122 = taken 20122 + unchanged 0 + superseded 0 + refused 0; ''",
                "nyc-inspections; read 74132 = taken 74132 + unchanged 0 + superseded 0 + refused 0; ''",
                "sf-businesses; read 6044 = taken 6029 + unchanged 9 + superseded 6 + refused 0; ''",
                "sf-businesses latin1; read 6120 = taken 1253 + unchanged 0 + superseded 4867 + refused 0; ''",
                "sf-inspections; read 25932 = taken 25776 + unchanged 150 + superseded 6 + refused 0; ''",
                "sf-violations; read 37349 = taken 37296 + unchanged 53 + superseded 0 + refused 0; ''",
                "singapore; read 36687 = taken 36659 + unchanged 27 + superseded 1 + refused 0; ''",
                "rasff; read 21871 = taken 21871 + unchanged 0 + superseded 0 + refused 0; ''",
                "fhrs-prosecutions; read 119 = taken 0 + unchanged 0 + superseded 0 + refused 119; '21 business-review, 98 business-unknown'",
            })
    void everyRowIsAccountedForAndRefusedForItsReasonOnly(String name, String account, String reasons) {
        ImportReport report = Objects.requireNonNull(reports.get(name));
        assertThat(Intake.account(report)).isEqualTo(account);
        assertThat(String.join(", ", refused.getOrDefault(name, List.of()))).isEqualTo(reasons);
        assertThat(report.read())
                .isEqualTo(report.taken() + report.unchanged() + report.superseded() + report.refused());
    }

    @Test
    void noFileIsLeftOut() {
        assertThat(reports.keySet()).containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    /**
     * The city's columns in each of its 24,518 rows, and the points of a model over the credit files as of the day of the inspection. The exported points
     * have four places: enough to tell 336 ÷ 365 from 337 ÷ 365.
     */
    @Test
    void whatTheCityKnewOfAnInspectionIsWhatAModelReadsOutOfItsCreditFile() throws IOException {
        Map<String, Map<String, String>> city = cityRows();
        Map<Integer, GradingModel> models = new HashMap<>();
        List<String> different = new ArrayList<>();
        int compared = 0;
        int sameDay = 0;
        Cut cut = new Cut(LocalDate.of(2014, 9, 1), Instant.now().plusSeconds(1));
        try (CreditFileCursor files = new CreditFileReader(intake.test().database()).readAll(KeyRange.ALL, cut)) {
            while (files.hasNext()) {
                CreditFile file = files.next().file();
                List<Fact> inspections = file.factsOf("inspection").toList();
                for (int i = 0;
                        i < inspections.size() && file.business().scheme().equals("chicago-licence");
                        i++) {
                    LocalDate day = inspections.get(i).occurredOn();
                    int place = placeOf(inspections, i);
                    sameDay += place > 1 ? 1 : 0;
                    String number =
                            inspections.get(i).values().findText("number").orElseThrow();
                    Map<String, String> row = city.get(number);
                    Map<String, String> read =
                            aggregates(asOf(file, day), models.computeIfAbsent(place, ForeignRealDataIT::model));
                    compared++;
                    if (!read.equals(row)) {
                        different.add(number + ": " + read + " instead of " + row);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isEqualTo(24_518).isEqualTo(city.size());
        // fifteen licences were inspected twice on one day
        assertThat(sameDay).isEqualTo(15);
    }

    /** How far back an inspection stands as of its day: 1, or more where later ones fall on the same day. */
    private static int placeOf(List<Fact> inspections, int index) {
        int place = 1;
        for (Fact later : inspections.subList(index + 1, inspections.size())) {
            place += later.occurredOn().equals(inspections.get(index).occurredOn()) ? 1 : 0;
        }
        return place;
    }

    private static CreditFile asOf(CreditFile file, LocalDate day) {
        return new CreditFile(
                file.business(),
                day,
                file.knownAt(),
                file.facts().stream()
                        .filter(fact -> !fact.occurredOn().isAfter(day))
                        .toList());
    }

    private static GradingModel model(int place) {
        try {
            String text = Files.readString(Path.of("src/test/resources/models/chicago-history.yaml"))
                    .replace("THIS", String.valueOf(place))
                    .replace("BEFORE", String.valueOf(place + 1));
            return GradingModels.parse(
                    new ConfigFile("models/chicago-history.yaml", text), DeclaredKinds.load(ConfigFiles.packaged()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> aggregates(CreditFile file, GradingModel model) {
        Map<String, String> points = new TreeMap<>();
        for (Explanation.Indicator indicator : RatingEngine.rate(
                        file, model.subjects(file).getFirst(), model)
                .explanation()
                .indicators()) {
            points.put(indicator.finding().rule(), String.valueOf(indicator.points()));
        }
        return points;
    }

    private static Map<String, Map<String, String>> cityRows() throws IOException {
        Map<String, Map<String, String>> rows = new HashMap<>();
        try (CSVReader reader = new CSVReaderBuilder(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(INSPECTIONS)), StandardCharsets.UTF_8))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            List<String> header = List.of(reader.readNext());
            for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
                Map<String, String> row = new TreeMap<>();
                put(row, "critical-count", cells[header.indexOf("criticalCount")]);
                put(row, "serious-count", cells[header.indexOf("seriousCount")]);
                put(row, "minor-count", cells[header.indexOf("minorCount")]);
                put(row, "past-fail", cells[header.indexOf("pastFail")]);
                put(row, "past-critical", cells[header.indexOf("pastCritical")]);
                put(row, "past-serious", cells[header.indexOf("pastSerious")]);
                put(row, "time-since-last", cells[header.indexOf("timeSinceLast")]);
                put(row, "first-record", cells[header.indexOf("firstRecord")]);
                rows.put(cells[header.indexOf("Inspection_ID")], row);
            }
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
        return rows;
    }

    private static void put(Map<String, String> row, String indicator, String number) {
        BigDecimal rounded =
                new BigDecimal(number).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        row.put(indicator, rounded.toPlainString());
    }
}

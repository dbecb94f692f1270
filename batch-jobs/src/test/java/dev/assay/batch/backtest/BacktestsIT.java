package dev.assay.batch.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.batch.TestJobs;
import dev.assay.batch.district.DistrictGenerator;
import dev.assay.batch.intake.Imports;
import dev.assay.batch.range.RangeWork;
import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.backtest.Area;
import dev.assay.model.backtest.Backtest;
import dev.assay.model.backtest.Knowledge;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.backtest.OutcomesFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a backtest says of a made-up district, against ratings as of the same days and against its own rows. */
class BacktestsIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate DAY = LocalDate.parse("2025-11-22");
    private static final String MODEL = "cn-food-risk-2016";
    private static final RangeWork.Progress NOBODY_LISTENS = (_, _) -> {};

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    /** A line of the file of rows. */
    private record Line(String subject, String standing, String score, String afterwards) {
        static Line of(String line) {
            String[] cells = line.split(",", -1);
            return new Line(cells[4], cells[6], cells[7], cells[9]);
        }
    }

    private static GradingModel model() {
        return GradingModels.parse(GradingModels.file(ConfigFiles.packaged(), MODEL), Vocabulary.BUILT_IN);
    }

    private static BacktestRequest request(Knowledge knowledge, LocalDate... days) {
        OutcomeDefinition outcome =
                OutcomesFile.forModel(ConfigFiles.packaged(), MODEL, DeclaredKinds.load(ConfigFiles.packaged()));
        return new BacktestRequest(model(), outcome, List.of(days), knowledge, TODAY);
    }

    private void importDistrict(AnnotationConfigApplicationContext context) throws IOException {
        DistrictGenerator.write(500, 23, TODAY, directory.resolve("feeds"));
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory.resolve("feeds"))) {
            files = found.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String feed = Objects.requireNonNull(file.getParent()).getFileName().toString();
            context.getBean(Imports.class).run(feed, file, Optional.of(TODAY));
        }
    }

    private List<Line> lines(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name)).stream()
                .skip(1)
                .map(Line::of)
                .toList();
    }

    @OnEachServer
    void grades_are_those_of_a_rating_as_of_the_day_and_nothing_after_the_day_changes_them(TestDatabases server)
            throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            importDistrict(context);
            Backtests backtests = context.getBean(Backtests.class);

            BacktestOutcome outcome =
                    backtests.run(request(Knowledge.NOW, DAY), directory.resolve("rows.csv"), NOBODY_LISTENS);
            String text = GradingModels.file(ConfigFiles.packaged(), MODEL).content();
            context.getBean(Ratings.class).run(new RateRequest(model(), text, DAY, null, true));
            Map<String, String> rated = new TreeMap<>();
            test.database()
                    .dsl()
                    .fetch("SELECT subject, COALESCE(grade, state) FROM rating WHERE newest AND model = ?", MODEL)
                    .forEach(row -> rated.put(row.get(0, String.class), row.get(1, String.class)));

            List<Line> lines = lines("rows.csv");
            Map<String, String> said = new TreeMap<>();
            lines.forEach(line -> said.put(line.subject(), line.standing()));
            assertThat(said).isEqualTo(rated).hasSizeGreaterThan(200);
            Backtest found = outcome.backtest();
            assertThat(found.subjects()).isEqualTo(lines.size());
            assertThat(found.afterwards().hits())
                    .isEqualTo(count(lines, "FOUND"))
                    .isPositive();
            assertThat(found.afterwards().cases()).isEqualTo(count(lines, "FOUND") + count(lines, "CLEAN"));
            Area area = Objects.requireNonNull(found.score()).area();
            assertThat(Objects.requireNonNull(area.area()).doubleValue()).isCloseTo(byPairs(lines), within(5e-5));

            // The leak test: as if nothing had happened since.
            assertThat(test.database().dsl().execute("DELETE FROM fact WHERE occurred_on > ?", DAY))
                    .isPositive();
            BacktestOutcome alone =
                    backtests.run(request(Knowledge.NOW, DAY), directory.resolve("alone.csv"), NOBODY_LISTENS);
            assertThat(lines("alone.csv").stream().map(line -> line.subject() + line.standing() + line.score()))
                    .isEqualTo(lines.stream()
                            .map(line -> line.subject() + line.standing() + line.score())
                            .toList());
            assertThat(alone.backtest().afterwards().cases()).isZero();
        }
    }

    private static long count(List<Line> lines, String afterwards) {
        return lines.stream()
                .filter(line -> line.afterwards().equals(afterwards))
                .count();
    }

    private static double byPairs(List<Line> lines) {
        List<Line> scored = lines.stream()
                .filter(line -> line.standing().length() == 1 && !line.score().isEmpty())
                .toList();
        double wins = 0;
        long pairs = 0;
        for (Line one : scored) {
            for (Line other : scored) {
                if (one.afterwards().equals("FOUND") && other.afterwards().equals("CLEAN")) {
                    int order = Double.compare(Double.parseDouble(one.score()), Double.parseDouble(other.score()));
                    wins += (Integer.signum(order) + 1) / 2.0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    @OnEachServer
    void twice_it_says_the_same_byte_for_byte_and_leaves_no_parts(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            importDistrict(context);
            Backtests backtests = context.getBean(Backtests.class);
            BacktestRequest request = request(Knowledge.THEN, DAY.minusYears(1), DAY, DAY);

            BacktestOutcome first = backtests.run(request, directory.resolve("out/one.csv"), NOBODY_LISTENS);
            BacktestOutcome second = backtests.run(request, directory.resolve("out/two.csv"), NOBODY_LISTENS);

            assertThat(request.days()).hasSize(2);
            assertThat(second.backtest()).isEqualTo(first.backtest());
            assertThat(directory.resolve("out/two.csv")).hasSameBinaryContentAs(directory.resolve("out/one.csv"));
            List<Path> left = new ArrayList<>();
            try (Stream<Path> files = Files.list(directory.resolve("out"))) {
                files.forEach(left::add);
            }
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void a_day_that_is_not_past_is_refused() {
        assertThatThrownBy(() -> request(Knowledge.THEN, TODAY)).hasMessageContaining("is not past");
        assertThatThrownBy(() -> request(Knowledge.THEN)).hasMessageContaining("no day");
    }
}

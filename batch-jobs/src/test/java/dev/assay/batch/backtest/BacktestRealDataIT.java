package dev.assay.batch.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.batch.TestJobs;
import dev.assay.batch.intake.Imports;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.backtest.Area;
import dev.assay.model.backtest.Backtest;
import dev.assay.model.backtest.Difference;
import dev.assay.model.backtest.Knowledge;
import dev.assay.model.backtest.Lift;
import dev.assay.model.backtest.OutcomesFile;
import dev.assay.model.backtest.Ranking;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The figures that docs/backtest.md gives, from the published rows of Toronto and New York City beside this checkout. */
class BacktestRealDataIT {

    private static final Path DATA = Path.of("../../shared/data");
    private static final ConfigFiles CONFIG = ConfigFiles.packaged();
    private static final Vocabulary KINDS = DeclaredKinds.load(CONFIG);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private static List<LocalDate> halfYears(String from, String to) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.parse(from); !day.isAfter(LocalDate.parse(to)); day = day.plusMonths(6)) {
            days.add(day);
        }
        return days;
    }

    private Backtest run(List<String> feedsAndFiles, GradingModel model, String outcome, List<LocalDate> days)
            throws IOException {
        for (int i = 1; i < feedsAndFiles.size(); i += 2) {
            Path file = DATA.resolve(feedsAndFiles.get(i));
            assumeTrue(Files.exists(file), "The real data (" + file + ") is not beside this checkout");
        }
        try (TestDatabase test = TestDatabases.EMBEDDED.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            for (int i = 0; i < feedsAndFiles.size(); i += 2) {
                context.getBean(Imports.class)
                        .run(feedsAndFiles.get(i), DATA.resolve(feedsAndFiles.get(i + 1)), Optional.empty());
            }
            return context.getBean(Backtests.class)
                    .run(
                            new BacktestRequest(
                                    model,
                                    OutcomesFile.load(CONFIG, outcome, KINDS),
                                    days,
                                    Knowledge.THEN,
                                    LocalDate.parse("2026-11-22")),
                            null,
                            (_, _) -> {})
                    .backtest();
        }
    }

    private static String told(Area area) {
        return "%s (%s to %s)".formatted(area.area(), area.lower(), area.upper());
    }

    private static List<String> lifts(Ranking ranking) {
        return ranking.lifts().stream().map(Lift::lift).map(Objects::toString).toList();
    }

    private static List<String> rates(List<Backtest.Standing> standings) {
        return standings.stream()
                .map(one -> one.name() + " " + one.afterwards().hits() + "/"
                        + one.afterwards().cases())
                .toList();
    }

    private static String told(Difference one) {
        return "%s (%s to %s)".formatted(one.difference(), one.lower(), one.upper());
    }

    @Test
    void toronto_the_example_model_ranked_crucial_infractions_better_than_the_citys_least_inspections_of_2021()
            throws IOException {
        Path example = Path.of("../docs/examples/toronto-example.yaml");
        GradingModel model =
                GradingModels.parse(new ConfigFile("toronto-example.yaml", Files.readString(example)), KINDS);

        Backtest found = run(
                List.of("toronto", "toronto_dinesafe/dinesafe.csv.gz"),
                model,
                "toronto-crucial",
                halfYears("2003-01-01", "2009-07-01"));

        assertThat(found.subjects()).isEqualTo(41_173);
        assertThat(rates(found.standings()))
                .containsExactly("A 327/21306", "B 376/10827", "C 292/4611", "D 13/193", "NEW 12/473");
        assertThat(found.reversals()).isEmpty();
        Ranking score = Objects.requireNonNull(found.score());
        assertThat(told(score.area())).isEqualTo("0.6707 (0.6518 to 0.6895)");
        assertThat(lifts(score)).containsExactly("2.26", "1.97", "1.80");
        assertThat(told(found.grades().area())).isEqualTo("0.6505 (0.6315 to 0.6694)");
        Backtest.Beside beside = Objects.requireNonNull(found.beside());
        assertThat(told(beside.rankings().getLast().area())).isEqualTo("0.5737 (0.5533 to 0.5941)");
        assertThat(told(beside.differences().getFirst())).isEqualTo("0.0970 (0.0731 to 0.1208)");
    }

    @Test
    void new_york_the_score_ranks_the_next_inspection_better_than_the_letter_on_the_door() throws IOException {
        Backtest found = run(
                List.of(
                        "nyc-restaurants",
                        "nyc_2015/restaurants.csv.gz",
                        "nyc-inspections",
                        "nyc_2015/inspections.csv.gz"),
                GradingModels.load(CONFIG, "nyc-grades"),
                "nyc-not-a",
                halfYears("2012-01-01", "2013-07-01"));

        assertThat(found.subjects()).isEqualTo(44_390);
        assertThat(rates(found.standings()))
                .containsExactly("A 4763/37380", "B 1735/5715", "C 358/1050", "PENDING 48/141");
        assertThat(found.reversals()).isEmpty();
        Ranking score = Objects.requireNonNull(found.score());
        assertThat(told(score.area())).isEqualTo("0.6398 (0.6308 to 0.6488)");
        assertThat(lifts(score)).containsExactly("2.12", "1.78", "1.53");
        assertThat(told(found.grades().area())).isEqualTo("0.5904 (0.5834 to 0.5975)");
        Backtest.Beside beside = Objects.requireNonNull(found.beside());
        assertThat(told(beside.rankings().getLast().area())).isEqualTo("0.5922 (0.5851 to 0.5993)");
        assertThat(told(beside.differences().getFirst())).isEqualTo("0.0476 (0.0409 to 0.0542)");
    }
}

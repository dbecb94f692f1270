package dev.assay.batch.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.batch.TestJobs;
import dev.assay.batch.intake.Imports;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.backtest.OutcomesFile;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.model.prediction.judging.Interval;
import dev.assay.model.prediction.replay.Period;
import dev.assay.model.prediction.replay.PlanBy;
import dev.assay.model.prediction.replay.Replay;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The figures of Toronto that docs/replay.md gives, from the published rows beside this checkout. */
class ReplayRealDataIT {

    private static final Path DATA = Path.of("../../shared/data/toronto_dinesafe/dinesafe.csv.gz");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private static String told(Interval of) {
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", 100 * of.value(), 100 * of.lower(), 100 * of.upper());
    }

    @Test
    void toronto_visits_by_grade_and_by_score_would_have_found_more_than_the_order_that_was() throws IOException {
        assumeTrue(Files.exists(DATA), "The real data (" + DATA + ") is not beside this checkout");
        ConfigFiles config = ConfigFiles.packaged();
        Vocabulary kinds = DeclaredKinds.load(config);
        Path example = Path.of("../docs/examples/toronto-example.yaml");
        GradingModel model =
                GradingModels.parse(new ConfigFile("toronto-example.yaml", Files.readString(example)), kinds);
        ReplayRequest request = new ReplayRequest(
                model,
                OutcomesFile.load(config, "toronto-significant", kinds),
                null,
                Period.between(LocalDate.parse("2008-01-01"), LocalDate.parse("2009-12-31"), 12),
                LocalDate.parse("2026-11-22"),
                20261123);

        ReplayOutcome outcome;
        try (TestDatabase test = TestDatabases.EMBEDDED.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            context.getBean(Imports.class).run("toronto", DATA, Optional.empty());
            outcome = context.getBean(Replays.class).run(request, (_, _) -> {});
        }

        Replay replay = outcome.replay();
        assertThat(replay.subjects()).isEqualTo(7_322);
        assertThat(replay.visited()).isEqualTo(6_538);
        assertThat(replay.found()).isEqualTo(1_570);
        assertThat(outcome.newcomers()).isEqualTo(676);
        assertThat(replay.plans())
                .extracting(
                        plan -> plan.by() + " " + told(plan.reaches().getFirst().perVisit()))
                .containsExactly(
                        PlanBy.UNIFORM + " 24.0 (23.0–25.1)",
                        PlanBy.AS_IT_WAS + " 21.1 (18.1–24.5)",
                        PlanBy.AUTHORITY + " 28.5 (26.0–31.2)",
                        PlanBy.GRADE + " 45.8 (42.1–49.1)",
                        PlanBy.SCORE + " 48.1 (44.0–51.9)");
        assertThat(replay.grades())
                .extracting(one -> one.name() + " " + one.found() + "/" + one.visited())
                .isEqualTo(List.of("A 610/3736", "B 554/1878", "C 376/827", "D 16/35", "NEW 14/62"));
        Replay.LeastVisits beside = replay.beside().getFirst();
        assertThat(String.format(Locale.ROOT, "%.3f", beside.correlation().value()))
                .isEqualTo("0.234");
    }
}

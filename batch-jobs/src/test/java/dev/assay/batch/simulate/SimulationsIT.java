package dev.assay.batch.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.TestJobs;
import dev.assay.batch.daily.Daily;
import dev.assay.batch.district.DistrictGenerator;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.listing.Listings;
import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.model.simulation.Move;
import dev.assay.model.simulation.Simulation;
import dev.assay.store.rating.RatingOutcome;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a simulation says against what really happens when the changed model rates the same district. */
class SimulationsIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final String MODEL = "cn-food-risk-2016";
    private static final Simulations.Progress NOBODY_LISTENS = (_, _) -> {};

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    /** Lets the chain run without a word. */
    private static final class Deaf implements Daily.Listener {
        @Override
        public void imported(ImportReport report) {}

        @Override
        public void refused(Path file, FileRefusedException refusal) {
            throw refusal;
        }

        @Override
        public void rated(GradingModel model, RatingOutcome outcome) {}

        @Override
        public void listed(Listings.Outcome outcome) {}

        @Override
        public void published(LocalDate day) {}
    }

    /** A subject's newest rating. */
    private record Standing(String standing, @Nullable BigDecimal perYear) {}

    private static String changed() {
        String text = GradingModels.file(ConfigFiles.packaged(), MODEL).content();
        String changed = text.replace("above: 30, at_most: 45,", "above: 30, at_most: 35,")
                .replace("above: 45, at_most: 60,", "above: 35, at_most: 50,")
                .replace("{grade: D, above: 60,", "{grade: D, above: 50,")
                .replace("C: {at_least: 2, at_most: 3,", "C: {at_least: 3, at_most: 3,")
                .replace("factor: 60", "factor: 50");
        assertThat(changed).isNotEqualTo(text);
        return changed;
    }

    private static GradingModel model(String text) {
        return GradingModels.parse(new ConfigFile("models/" + MODEL + ".yaml", text), Vocabulary.BUILT_IN);
    }

    private static void rate(AnnotationConfigApplicationContext context, String text) {
        context.getBean(Ratings.class).run(new RateRequest(model(text), text, TODAY, null, true));
    }

    private static Map<String, Standing> standings(TestDatabase test) {
        Map<String, Standing> standings = new TreeMap<>();
        test.database()
                .dsl()
                .fetch(
                        "SELECT subject, COALESCE(grade, state), inspections_per_year FROM rating WHERE newest AND model = ?",
                        MODEL)
                .forEach(row -> standings.put(
                        row.get(0, String.class),
                        new Standing(row.get(1, String.class), row.get(2, BigDecimal.class))));
        return standings;
    }

    private static BigDecimal perYear(Map<String, Standing> standings) {
        return standings.values().stream()
                .map(Standing::perYear)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @OnEachServer
    void it_says_what_rating_with_the_changed_model_does_and_writes_nothing(TestDatabases server) throws IOException {
        DistrictGenerator.write(400, 17, TODAY, directory.resolve("feeds"));
        String text = GradingModels.file(ConfigFiles.packaged(), MODEL).content();
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            context.getBean(Daily.class).run(directory.resolve("feeds"), TODAY, new Deaf());
            rate(context, text);
            Map<String, Standing> before = standings(test);

            Path moves = directory.resolve("out/moves.csv");
            SimulationOutcome outcome = context.getBean(Simulations.class)
                    .run(new SimulationRequest(model(text), model(changed()), TODAY, null), moves, 5, NOBODY_LISTENS);
            assertThat(standings(test)).isEqualTo(before);
            rate(context, changed());
            Map<String, Standing> after = standings(test);

            Simulation simulation = outcome.simulation();
            assertThat(simulation.subjects()).isEqualTo(before.size()).isGreaterThan(200);
            Map<String, Long> matrix = new TreeMap<>();
            List<String> moved = new ArrayList<>();
            before.forEach((subject, was) -> {
                Standing now = Objects.requireNonNull(after.get(subject));
                matrix.merge(was.standing() + " → " + now.standing(), 1L, Long::sum);
                if (!was.standing().equals(now.standing())) {
                    moved.add(subject);
                }
            });
            Map<String, Long> said = new TreeMap<>();
            simulation.cells().forEach(cell -> said.put(cell.before() + " → " + cell.after(), cell.subjects()));
            assertThat(said).isEqualTo(matrix);
            assertThat(moved).hasSizeGreaterThan(5);
            assertThat(simulation.directions().moved()).isEqualTo(moved.size());
            assertThat(simulation.inspections().before()).isEqualByComparingTo(perYear(before));
            assertThat(simulation.inspections().after()).isEqualByComparingTo(perYear(after));

            List<String> lines = Files.readAllLines(moves);
            assertThat(lines).hasSize(1 + moved.size());
            assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[3]))
                    .containsExactlyInAnyOrderElementsOf(moved);
            assertThat(outcome.moves())
                    .hasSize(5)
                    .allMatch(move -> !move.differences().isEmpty());
            assertThat(outcome.moves().stream()
                            .flatMap(move -> move.differences().stream())
                            .map(Move.Difference::kind))
                    .contains(Move.Kind.BAND, Move.Kind.INDICATOR);
            try (var files = Files.list(directory.resolve("out"))) {
                assertThat(files).containsExactly(moves);
            }
        }
    }

    @OnEachServer
    void twice_it_says_the_same_byte_for_byte_and_a_model_against_itself_moves_nobody(TestDatabases server)
            throws IOException {
        DistrictGenerator.write(150, 19, TODAY, directory.resolve("feeds"));
        String text = GradingModels.file(ConfigFiles.packaged(), MODEL).content();
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            context.getBean(Daily.class).run(directory.resolve("feeds"), TODAY, new Deaf());
            Simulations simulations = context.getBean(Simulations.class);
            SimulationRequest request = new SimulationRequest(model(text), model(changed()), TODAY, null);

            SimulationOutcome first = simulations.run(request, directory.resolve("one.csv"), 10, NOBODY_LISTENS);
            SimulationOutcome second = simulations.run(request, directory.resolve("two.csv"), 10, NOBODY_LISTENS);
            SimulationOutcome none = simulations.run(
                    new SimulationRequest(model(text), model(text), TODAY, null), null, 10, NOBODY_LISTENS);

            assertThat(second.simulation()).isEqualTo(first.simulation());
            assertThat(second.moves()).isEqualTo(first.moves());
            assertThat(directory.resolve("two.csv")).hasSameBinaryContentAs(directory.resolve("one.csv"));
            assertThat(none.simulation().directions()).isEqualTo(new Simulation.Directions(0, 0, 0));
            assertThat(none.simulation().grades().index()).isEqualByComparingTo("0");
            assertThat(none.simulation().inspections().extra()).isEqualByComparingTo("0");
            assertThat(none.moves()).isEmpty();
            assertThatThrownBy(() -> simulations.run(
                            new SimulationRequest(
                                    model(text), GradingModels.load(ConfigFiles.packaged(), "uk-fhrs"), TODAY, null),
                            null,
                            10,
                            NOBODY_LISTENS))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user sees of a simulation, and what scripts can rely on. */
class ModelSimulateCommandIT {

    private static final Path MODEL = Path.of("../config/models/uk-fhrs.yaml");

    /** The Anchor has 15 points, The Bell 20, The Crown 60. */
    private static final String FHRS = """
            fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement
            1,The Anchor,Pub/bar/nightclub,5,2024-01-01,022,FHRS,5,5,5
            2,The Bell,Pub/bar/nightclub,4,2024-01-01,022,FHRS,10,5,5
            3,The Crown,Pub/bar/nightclub,0,2024-01-01,022,FHRS,20,20,20
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Database keepsTheServerRunning;

    @BeforeAll
    static void fill(@TempDir Path feeds) throws IOException {
        keepsTheServerRunning = Database.open(DatabaseSettings.embedded(data));
        Path file = Files.writeString(feeds.resolve("fhrs.csv"), FHRS);
        assertThat(CommandResult.of(
                                "import",
                                "--feed",
                                "fhrs",
                                "--as-at",
                                "2024-01-02",
                                "--data",
                                data.toString(),
                                file.toString())
                        .status())
                .isZero();
    }

    @AfterAll
    static void close() throws InterruptedException {
        keepsTheServerRunning.close();
        DataDirectory.awaitUnused(data);
    }

    /** A 5 asks for 10 points at most, a 1 reaches down to 60. */
    private Path draft() throws IOException {
        String text = Files.readString(MODEL)
                .replace("total_at_most: 15, worst_at_most: 5", "total_at_most: 10, worst_at_most: 5")
                .replace("total_at_most: 50, worst_at_most: 20", "total_at_most: 60, worst_at_most: 20");
        return Files.writeString(folder.resolve("draft.yaml"), text);
    }

    private CommandResult simulate(String... arguments) {
        String[] all = new String[arguments.length + 6];
        String[] first = {"model", "simulate", "--lang", "en", "--data", data.toString()};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(arguments, 0, all, first.length, arguments.length);
        return CommandResult.of(all);
    }

    @Test
    void it_tells_who_moves_and_why_and_writes_all_moves_and_the_counts() throws IOException {
        Path out = folder.resolve("out");

        CommandResult result =
                simulate("--as-of", "2024-02-01", "--out", out.toString(), "--quiet", draft().toString());

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "of 3 subjects 2 would move (1 to a better grade, 1 to a worse one)",
                        "grade 0, 1 subjects → grade 0, 0; 0 come into it, 1 leave it",
                        "Listing threshold: neither model names one",
                        "fhrs:1 The Anchor  5 → 4",
                        "Band: 5: T ≤ 15, max ≤ 5 → 4: T ≤ 20, max ≤ 10",
                        "fhrs:3 The Crown  0 → 1");
        assertThat(Files.readAllLines(out.resolve("moves.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("fhrs,1,fhrs,1,The Anchor,") && line.contains(",5,4,15,15,5,4,"));
        JsonNode counts = JsonMapper.shared().readTree(Files.readString(out.resolve("simulation.json")));
        assertThat(counts.get("moved").asLong()).isEqualTo(2);
        assertThat(counts.at("/worst/outOf").asLong()).isEqualTo(1);
    }

    @Test
    void as_json_it_says_the_same_to_programs() throws IOException {
        Path listing = Files.writeString(
                folder.resolve("listing.yaml"),
                Files.readString(draft())
                        + "listing_threshold: {id: looked-at, title: {zh: 名单, en: Looked at}, grade: \"4\", basis: scheme}\n");

        CommandResult result = simulate("--as-of", "2024-02-01", "--format", "json", "--quiet", listing.toString());

        JsonNode found = JsonMapper.shared().readTree(result.out());
        assertThat(found.at("/after/id").asString()).isEqualTo("uk-fhrs");
        assertThat(found.at("/matrix/0/before").asString()).isEqualTo("5");
        assertThat(found.at("/matrix/0/after").asString()).isEqualTo("4");
        assertThat(found.at("/grades/subjectsBefore").asLong()).isEqualTo(3);
        assertThat(found.at("/listing/gradeAfter").asString()).isEqualTo("4");
        assertThat(found.at("/listing/into").asLong())
                .as("The Anchor, from 5 to 4")
                .isEqualTo(1);
        assertThat(found.at("/bySector/0/intoListing").asLong()).isEqualTo(1);
        assertThat(found.at("/moves/0/identity").asString()).isEqualTo("fhrs:1");
        assertThat(found.at("/moves/0/differences/0/kind").asString()).isEqualTo("BAND");
    }

    @Test
    void before_the_law_is_in_force_it_says_why_nobody_is_rated() throws IOException {
        CommandResult result = simulate("--as-of", "2010-01-01", draft().toString());

        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("is not in force on 2010-01-01", "--as-of");
    }

    @Test
    void a_draft_with_faults_a_model_of_other_things_and_an_unknown_one_are_refused() throws IOException {
        Path faulty = Files.writeString(
                folder.resolve("faulty.yaml"), Files.readString(MODEL).replace("ladder:", "lader:"));
        Path unknown = Files.writeString(
                folder.resolve("own.yaml"), Files.readString(MODEL).replace("id: uk-fhrs", "id: own-model"));

        assertThat(simulate(faulty.toString())).satisfies(result -> {
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("lader");
        });
        assertThat(simulate(unknown.toString())).satisfies(result -> {
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("own-model", "--against");
        });
        assertThat(simulate("--against", "cn-food-risk-2016", draft().toString()))
                .satisfies(result -> {
                    assertThat(result.status()).isEqualTo(2);
                    assertThat(result.err()).contains("grade different things");
                });
    }
}

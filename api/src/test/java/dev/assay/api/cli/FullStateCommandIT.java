package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of full states, and what scripts can rely on. */
class FullStateCommandIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Database keepsTheServerRunning;

    @BeforeAll
    static void open() {
        keepsTheServerRunning = Database.open(DatabaseSettings.embedded(data));
    }

    @AfterAll
    static void close() throws InterruptedException {
        keepsTheServerRunning.close();
        DataDirectory.awaitUnused(data);
    }

    private Path list(String day, int from, int to, String more) throws IOException {
        StringBuilder rows = new StringBuilder(
                "id_poursuite,business_id,date,description,adresse,date_jugement,etablissement,montant,ville\n");
        for (int i = from; i <= to; i++) {
            rows.append(i).append(",b").append(i).append(",20200101,Sale,1 Rue,20200201,Café,300,Montréal\n");
        }
        return Files.writeString(folder.resolve("montreal " + day + ".csv"), rows + more);
    }

    private CommandResult run(Path file, String... more) {
        Path report = folder.resolve("report.json");
        String[] arguments = {
            "import",
            "--feed",
            "montreal",
            file.toString(),
            "--data",
            data.toString(),
            "--lang",
            "en",
            "--report",
            report.toString()
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return CommandResult.of(all);
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("report.json")).replaceAll("\\s", "");
    }

    @Test
    void aStateThatWouldRetractMuchWaitsForTheUser() throws IOException {
        assertThat(run(list("2024-01-01", 1, 20, "")).status()).isZero();
        assertThat(report()).contains("\"retracted\":0").doesNotContain("waiting");

        CommandResult some = run(list("2024-01-02", 2, 20, ""));
        assertThat(some.status()).isZero();
        assertThat(some.out())
                .contains("read 19 = taken 0 + unchanged 19 + superseded 0 + refused 0; retracted 1")
                .doesNotContain("changed nothing");
        assertThat(report()).contains("\"retracted\":1");

        Path much = list("2024-01-03", 11, 20, "");
        CommandResult waits = run(much);
        assertThat(waits.status()).isEqualTo(ExitStatus.DONE_WITH_REFUSALS);
        assertThat(waits.out())
                .isEqualToNormalizingNewlines(
                        "montreal  montreal 2024-01-03.csv: waits, nothing was changed: it would retract 9 of 19 records, more than 10 %. "
                                + "Look at the file and, if it is right, import it again with --confirm-retractions.\n");
        assertThat(report()).contains("\"files\":[],\"waiting\":[{").contains("\"retractions\":9,\"standing\":19");

        CommandResult confirmed = run(much, "--confirm-retractions");
        assertThat(confirmed.status()).isZero();
        assertThat(confirmed.out()).contains("retracted 9");

        CommandResult held = run(list("2024-01-04", 12, 20, "cut,short\n"));
        assertThat(held.status()).isEqualTo(ExitStatus.DONE_WITH_REFUSALS);
        assertThat(held.out())
                .contains("refused 1; retracted 0")
                .contains(
                        "1 records that the file lacks were not retracted: 1 rows were refused whose keys cannot be read.");
    }

    @Test
    void progressTellsRateAndRemainingTime() {
        Console console =
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), "en", false);
        // A quarter in 10 s: 30 s more, and half of the whole 40 s to make it visible.
        assertThat(ImportProgress.line(console, 250_000, 0.25, 10, -1))
                .isEqualTo("  250,000 rows read (25 %), 25,000 a second, about 0:00:50 left");
        assertThat(ImportProgress.line(console, 1_000_000, 1, 40, 15))
                .isEqualTo("  1,000,000 rows read; comparing them and making them visible, about 0:00:05 left");
    }
}

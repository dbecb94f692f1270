package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command again after a process was killed or told to stop in the middle: nothing is lost, nothing doubled. */
class InterruptionIT {

    private static final int BUSINESSES = 60_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path data;

    @AfterAll
    static void awaitEnd() throws InterruptedException {
        DataDirectory.awaitUnused(data);
    }

    @Test
    void an_import_and_a_rating_that_were_killed_or_stopped_go_on_to_the_same_end() throws Exception {
        Path first = establishments("first.csv", 0);
        Path second = establishments("second.csv", BUSINESSES);
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Process killed = start("import", "--feed", "fhrs", first.toString());
            await(database, "SELECT COUNT(*) FROM staged_fact", 5_000, killed);
            killed.destroyForcibly().waitFor();
            assertThat(number(database, "SELECT COUNT(*) FROM fact")).isZero();
            assertThat(finish("import", "--feed", "fhrs", first.toString())).isZero();

            Process stopped = start("import", "--feed", "fhrs", second.toString());
            await(database, "SELECT COUNT(*) FROM staged_fact", 5_000, stopped);
            stopped.destroy();
            stopped.waitFor();
            assertThat(stopped.exitValue()).isEqualTo(3);
            assertThat(finish("import", "--feed", "fhrs", second.toString())).isZero();

            assertThat(number(database, "SELECT COUNT(*) FROM business")).isEqualTo(2 * BUSINESSES);
            // Each row is a business and an inspection.
            assertThat(number(database, "SELECT COUNT(*) FROM fact")).isEqualTo(2 * 2 * BUSINESSES);
            assertThat(number(database, "SELECT COUNT(*) FROM import_run WHERE state = 'PUBLISHED'"))
                    .isEqualTo(2);

            Process rating = start("rate", "--model", "uk-fhrs", "--as-of", "2015-02-18");
            await(database, "SELECT COUNT(*) FROM staged_rating", 1, rating);
            rating.destroyForcibly().waitFor();
            assertThat(number(database, "SELECT COUNT(*) FROM rating")).isZero();
            assertThat(finish("rate", "--model", "uk-fhrs", "--as-of", "2015-02-18"))
                    .isZero();
            assertThat(number(database, "SELECT COUNT(*) FROM rating WHERE newest AND grade = '5'"))
                    .isEqualTo(2 * BUSINESSES);
            assertThat(number(database, "SELECT COUNT(*) FROM rating")).isEqualTo(2 * BUSINESSES);
        }
    }

    private static Path establishments(String name, int from) throws IOException {
        Path file = data.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement\n");
            for (int i = from; i < from + BUSINESSES; i++) {
                out.write(i + ",Business " + i + ",Takeaway/sandwich shop,5,2014-01-02,022,FHRS,5,5,5\n");
            }
        }
        return file;
    }

    private static int finish(String... arguments) throws Exception {
        Process process = start(arguments);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.api.Assay"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString(), "--lang", "en"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(Database database, String sql, long least, Process process) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (number(database, sql) < least) {
            assertThat(process.isAlive()).as("the command is still at work").isTrue();
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private static long number(Database database, String sql) {
        return database.dsl().fetchSingle(sql).get(0, Long.class);
    }
}

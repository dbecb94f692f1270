package dev.assay.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's life among processes that come, go and are killed, in a directory of its own. */
class ServerLifeCycleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void the_server_lives_as_long_as_the_last_of_its_users_and_recovers_from_being_killed(@TempDir Path data)
            throws Exception {
        Process first = openInAnotherProcess(data);
        Process second = openInAnotherProcess(data);
        long server = serverProcess(data);
        first.destroyForcibly().waitFor();
        assertAnswersInThisProcess(data);
        assertThat(serverProcess(data)).isEqualTo(server);

        second.getOutputStream().close();
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await(() -> !isAlive(server));
        await(() -> !Files.exists(data.resolve("db/server.properties")));

        Process third = openInAnotherProcess(data);
        long killed = serverProcess(data);
        long keeper = ProcessHandle.of(killed)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
        kill(keeper);
        kill(killed);
        kill(third.pid());
        await(() -> !isAlive(killed) && !isAlive(keeper) && !third.isAlive());
        assertAnswersInThisProcess(data);
        await(() -> !Files.exists(data.resolve("db/server.properties")));
    }

    @Test
    void only_the_owner_can_read_the_password_and_the_server_takes_nobody_without_it(@TempDir Path data)
            throws Exception {
        try (EmbeddedServer server = EmbeddedServer.open(data);
                EmbeddedServer again = EmbeddedServer.open(data)) {
            assertThat(again.port()).isEqualTo(server.port());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("db/password"))))
                    .isEqualTo("rw-------");
            assertThat(Files.getPosixFilePermissions(data.resolve("db/init.sql")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            try (Database database = Database.open(DatabaseSettings.embedded(data))) {
                assertThat(database.dsl()
                                .fetchValues("SELECT CONCAT(User, '@', Host) FROM mysql.user WHERE is_role = 'N'"))
                        .extracting(Object::toString)
                        .containsExactlyInAnyOrder("assay@127.0.0.1", "root@localhost", "mariadb.sys@localhost");
                assertThat(database.dsl().fetchValue("SELECT @@bind_address")).isEqualTo("127.0.0.1");
            }
        }
        await(() -> !Files.exists(data.resolve("db/server.properties")));
    }

    private static Process openInAnotherProcess(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseUser.class.getName(),
                        data.toString())
                .redirectError(data.resolve("user.log").toFile())
                .start();
        String line = process.inputReader().readLine();
        while (line != null && !line.equals(DatabaseUser.OPEN)) {
            line = process.inputReader().readLine();
        }
        assertThat(line).isEqualTo(DatabaseUser.OPEN);
        return process;
    }

    private static void assertAnswersInThisProcess(Path data) {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            assertThat(database.dsl().fetchValue("SELECT COUNT(*) FROM import_run"))
                    .isEqualTo(0L);
        }
    }

    private static long serverProcess(Path data) throws IOException {
        Properties state = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("db/server.properties"))) {
            state.load(reader);
        }
        return Long.parseLong(state.getProperty("pid"));
    }

    private static void kill(long process) {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}

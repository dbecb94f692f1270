package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The data directory of a test, whose embedded server lives some seconds longer than the last command that used it. */
final class DataDirectory {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private DataDirectory() {}

    /** Waits until the directory is nobody's, because one in use cannot be deleted. */
    static void awaitUnused(Path data) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Files.exists(data.resolve("db/server.properties"))) {
            assertThat(Instant.now()).as("the embedded server has ended").isBefore(end);
            Thread.sleep(50);
        }
    }
}

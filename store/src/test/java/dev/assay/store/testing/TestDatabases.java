package dev.assay.store.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The servers on which integration tests run. A test that is marked with {@link OnEachServer} runs on each; where the second does not
 * answer, its run is skipped with a message.
 */
public enum TestDatabases {
    /** The embedded server, in one directory for the whole build, so that it is installed once. */
    EMBEDDED {
        @Override
        DatabaseSettings settings(String name) {
            Share.SERVER.port();
            return DatabaseSettings.embedded(buildDirectory()).withSchema(name);
        }
    },
    /** The server at 127.0.0.1:3306 with root's empty password, where one answers. */
    SERVER {
        @Override
        DatabaseSettings settings(String name) {
            absence().ifPresent(reason -> assumeTrue(false, reason));
            try (Connection connection = DriverManager.getConnection(ADDRESS, "root", "")) {
                connection
                        .createStatement()
                        .execute(
                                "CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return DatabaseSettings.server(buildDirectory(), ADDRESS + name, "root", "");
        }

        @Override
        public Optional<String> absence() {
            try (Connection _ = DriverManager.getConnection(ADDRESS, "root", "")) {
                return Optional.empty();
            } catch (SQLException e) {
                return Optional.of(
                        "No database server lets root in at 127.0.0.1:3306, so this runs on the embedded one alone: "
                                + e.getMessage());
            }
        }
    };

    /** Held until this JVM ends, so that the server does not stop between two tests. */
    private static final class Share {
        private static final EmbeddedServer SERVER = EmbeddedServer.open(buildDirectory());
    }

    private static final String ADDRESS = "jdbc:mysql://127.0.0.1:3306/";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Map<TestDatabases, Waiting> WAITING = new EnumMap<>(TestDatabases.class);

    /** Schemas that were emptied and wait for the next test; they are dropped when this JVM ends. */
    private record Waiting(String shape, Deque<String> schemas) {}

    /**
     * An empty database with the schema of this version.
     *
     * @return the database; closing it gives it back
     */
    public TestDatabase fresh() {
        synchronized (WAITING) {
            Waiting waiting = WAITING.get(this);
            String name = waiting == null ? null : waiting.schemas().poll();
            if (name == null) {
                name = "assay_test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
            }
            DatabaseSettings settings = settings(name);
            Database database = Database.open(settings);
            if (waiting == null) {
                WAITING.put(this, new Waiting(Emptying.shape(database.dsl()), new ArrayDeque<>()));
                Runtime.getRuntime().addShutdownHook(new Thread(this::dropWaiting));
            }
            return new TestDatabase(database, settings, name, this::giveBack);
        }
    }

    private void giveBack(Database database, String name) {
        synchronized (WAITING) {
            Waiting waiting = Objects.requireNonNull(WAITING.get(this));
            try (database) {
                if (Emptying.empty(database.dsl(), waiting.shape())) {
                    waiting.schemas().push(name);
                } else {
                    database.dsl().execute("DROP DATABASE IF EXISTS " + name);
                }
            }
        }
    }

    private void dropWaiting() {
        synchronized (WAITING) {
            Deque<String> schemas = Objects.requireNonNull(WAITING.get(this)).schemas();
            if (!schemas.isEmpty()) {
                try (Database database = Database.open(settings(schemas.getLast()))) {
                    schemas.forEach(name -> database.dsl().execute("DROP DATABASE " + name));
                }
            }
        }
    }

    abstract DatabaseSettings settings(String name);

    /**
     * Why no test can run on this server.
     *
     * @return the reason, for the report of the tests; empty where it answers
     */
    public Optional<String> absence() {
        return Optional.empty();
    }

    /**
     * The directory of the build's embedded server: the outermost module's {@code target}.
     *
     * @return the directory, made where it is missing
     */
    public static Path buildDirectory() {
        Path module = Path.of("").toAbsolutePath();
        Path parent = module.getParent();
        while (parent != null && Files.exists(parent.resolve("pom.xml"))) {
            module = parent;
            parent = module.getParent();
        }
        try {
            return Files.createDirectories(module.resolve("target/test-database"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

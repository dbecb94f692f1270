package dev.assay.store.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.store.DatabaseUnavailableException;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFailuresIT {

    private static final Path DATA = TestDatabases.buildDirectory();

    @OnEachServer
    void a_wrong_password_is_told_without_the_password(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh()) {
            assertRefused(
                    DatabaseSettings.server(DATA, address(test) + "?password=secret", "nobody", "wrong"),
                    "(%s) refuses the user name or the password".formatted(address(test)));
        }
    }

    @OnEachServer
    void an_unknown_database_is_told(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh()) {
            try (Account account = new Account(test, "GRANT ALL PRIVILEGES ON *.* TO ")) {
                assertRefused(
                        account.settings(address(test) + "_missing"), "has no database of the name in the address");
            }
        }
    }

    @OnEachServer
    void an_account_that_may_only_read_is_told(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh()) {
            try (Account account = new Account(test, "GRANT SELECT ON %s.* TO ".formatted(test.schema()))) {
                assertRefused(account.settings(address(test)), "The account lacks a right on the database");
            }
        }
    }

    @Test
    void a_read_only_server_is_told() throws SQLException {
        try (TestDatabase test = TestDatabases.EMBEDDED.fresh()) {
            try (Account account = new Account(test, "GRANT ALL PRIVILEGES ON %s.* TO ".formatted(test.schema()))) {
                test.database().dsl().execute("SET GLOBAL read_only = 1");
                assertRefused(account.settings(address(test)), "is read-only");
            } finally {
                test.database().dsl().execute("SET GLOBAL read_only = 0");
            }
        }
    }

    @Test
    void a_server_that_does_not_answer_is_told() {
        assertRefused(DatabaseSettings.server(DATA, "jdbc:mysql://127.0.0.1:1/assay", "root", ""), "cannot be reached");
    }

    @Test
    void an_address_of_another_kind_is_told() {
        assertRefused(
                DatabaseSettings.server(DATA, "jdbc:postgresql://127.0.0.1/assay", null, null),
                "does not begin with jdbc:mysql:");
    }

    @Test
    void a_data_directory_that_cannot_be_written_is_told(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "a file where a folder belongs");
        assertRefused(DatabaseSettings.embedded(file), "The data directory (%s) cannot be written".formatted(file));
    }

    private static void assertRefused(DatabaseSettings settings, String sentence) {
        assertThatThrownBy(() -> Database.open(settings).close())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(System.lineSeparator() + "Maybe ")
                .message()
                .doesNotContain("secret");
    }

    private static String address(TestDatabase test) throws SQLException {
        try (Connection connection = test.database().streamingConnection()) {
            return connection.getMetaData().getURL().replaceFirst("[?].*", "");
        }
    }

    /** An account of the test's own, dropped after it. */
    private static final class Account implements AutoCloseable {

        private final TestDatabase test;
        private final String name;

        private Account(TestDatabase test, String grant) {
            this.test = test;
            this.name = "'%s'@'127.0.0.1'".formatted(test.schema());
            test.database().dsl().execute("CREATE USER " + name + " IDENTIFIED BY 'password'");
            test.database().dsl().execute(grant + name);
        }

        private DatabaseSettings settings(String address) {
            return DatabaseSettings.server(DATA, address, test.schema(), "password");
        }

        @Override
        public void close() {
            test.database().dsl().execute("DROP USER " + name);
        }
    }
}

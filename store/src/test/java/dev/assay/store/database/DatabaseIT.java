package dev.assay.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;

class DatabaseIT {

    @OnEachServer
    void an_empty_database_gets_the_schema_and_opening_it_again_changes_nothing(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            int before = migrations(test.database());
            assertThat(before).isPositive();
            try (Database again = Database.open(test.settings())) {
                assertThat(migrations(again)).isEqualTo(before);
            }
        }
    }

    @OnEachServer
    void every_session_is_in_utc_and_sees_what_is_committed(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh();
                Connection connection = test.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer =
                        statement.executeQuery("SELECT @@session.time_zone, @@session.collation_connection")) {
            answer.next();
            assertThat(answer.getString(1)).isIn("UTC", "+00:00");
            assertThat(answer.getString(2)).isEqualTo("utf8mb4_bin");
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @OnEachServer
    void a_bound_instant_keeps_its_microseconds_and_a_bound_text_its_backslashes(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            LocalDateTime instant = LocalDateTime.parse("2026-11-22T01:02:03.123456");
            String text = "back\\slash 'quoted' \"福\"";
            test.database()
                    .dsl()
                    .execute(
                            "INSERT INTO account (name, password_hash, role, created_at) VALUES (?, ?, 'OPERATOR', ?)",
                            "one",
                            text,
                            instant);
            assertThat(test.database().dsl().fetchValue("SELECT password_hash FROM account"))
                    .isEqualTo(text);
            assertThat(test.database().dsl().fetchValue("SELECT CAST(created_at AS CHAR) FROM account"))
                    .isEqualTo("2026-11-22 01:02:03.123456");
        }
    }

    private static int migrations(Database database) {
        return database.dsl().fetchCount(org.jooq.impl.DSL.table("schema_history"));
    }
}

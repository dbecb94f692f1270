package dev.assay.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.store.DatabaseUnavailableException;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "8.4.0, MYSQL", // the oldest MySQL
        "9.1.0-cluster, MYSQL",
        "10.11.0-MariaDB, MARIADB", // the oldest MariaDB
        "11.4.5-MariaDB-log, MARIADB",
        "12.0.2-MariaDB-ubu2404, MARIADB"
    })
    void a_server_with_all_that_the_store_uses_is_taken(String text, SQLDialect dialect) {
        assertThat(ServerVersion.parse(text).requireSupported().dialect()).isEqualTo(dialect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.3.9", "8.0.36-28", "5.7.44-log", "10.10.7-MariaDB", "5.5.68-MariaDB", "8.0.11-TiDB-v7.5.0"})
    void an_older_server_is_refused_with_its_version_and_with_what_to_use(String text) {
        assertThatThrownBy(() -> ServerVersion.parse(text).requireSupported())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("Maybe use MySQL 8.4 or MariaDB 10.11");
    }

    @Test
    void a_version_without_numbers_is_refused() {
        assertThatThrownBy(() -> ServerVersion.parse("unknown"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("(unknown)");
    }
}

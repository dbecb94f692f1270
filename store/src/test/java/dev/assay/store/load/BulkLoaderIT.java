package dev.assay.store.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.store.database.Database;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

class BulkLoaderIT {

    private static final TableTarget CELLS =
            TableTarget.of("cells", "cell_no", "text_cell", "decimal_cell", "day_cell", "instant_cell", "flag_cell");

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "福州市鼓楼区，“大口九”食品店",
            "emoji 🍜 and rare 𠮷",
            "tab\tline\nfeed\rreturn",
            "back\\slash \\N \\t \\",
            "'single' \"double\" `back`",
            "nul\0inside",
            "NULL",
            "\\N",
            "é ü ñ \u00ff \u0100 \uffff");

    private static final BigDecimal EXACT = new BigDecimal("-123456789.0120");
    private static final Instant MOMENT = Instant.parse("2026-03-29T01:30:00.123456Z");

    @OnEachServer
    void every_text_arrives_as_it_was(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh()) {
            makeTable(test.database());
            long loaded = test.database().loader().load(CELLS, BulkLoaderIT::nasty);
            assertThat(loaded).isEqualTo(NASTY.size() + 1);
            assertArrived(test.database());
        }
    }

    @OnEachServer
    void inserts_take_over_where_loading_is_forbidden(TestDatabases server) throws SQLException {
        try (TestDatabase test = server.fresh()) {
            makeTable(test.database());
            BulkLoader forbidden = new BulkLoader(test.database().dataSource());
            assertThat(forbidden.load(CELLS, BulkLoaderIT::nasty)).isEqualTo(NASTY.size() + 1);
            assertArrived(test.database());
        }
    }

    @OnEachServer
    void a_row_that_is_there_already_fails_the_whole_load(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            makeTable(test.database());
            assertThatThrownBy(() -> test.database().loader().load(CELLS, rows -> {
                        row(rows, 1, "one");
                        row(rows, 2, "two");
                        row(rows, 1, "one again");
                    }))
                    .isInstanceOf(BulkLoadException.class)
                    .hasMessageContaining("sent 3 rows, and the server took 2");
            assertThat(test.database().dsl().fetchCount(org.jooq.impl.DSL.table("cells")))
                    .isZero();
        }
    }

    @OnEachServer
    void a_text_that_would_be_cut_off_fails_the_load(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            makeTable(test.database());
            assertThatThrownBy(() -> test.database().loader().load(CELLS, rows -> row(rows, 1, "x".repeat(201))))
                    .isInstanceOf(BulkLoadException.class)
                    .hasMessageContaining("text_cell");
            BulkLoader forbidden = new BulkLoader(test.database().dataSource());
            assertThatThrownBy(() -> forbidden.load(CELLS, rows -> row(rows, 1, "x".repeat(201))))
                    .isInstanceOf(BulkLoadException.class);
        }
    }

    @OnEachServer
    void a_row_of_the_wrong_width_is_refused_before_it_is_sent(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            assertThatThrownBy(() -> test.database()
                            .loader()
                            .load(CELLS, rows -> rows.number(1).end()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has 1 cells where the target has 6 columns");
        }
    }

    @OnEachServer
    void more_rows_than_the_buffer_holds_arrive_in_one_transaction(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            makeTable(test.database());
            String wide = "宽".repeat(200);
            long loaded = test.database().loader().load(CELLS, rows -> {
                for (int i = 0; i < 30_000; i++) {
                    row(rows, i, wide);
                }
            });
            assertThat(loaded).isEqualTo(30_000);
            assertThat(test.database().dsl().fetchCount(org.jooq.impl.DSL.table("cells")))
                    .isEqualTo(30_000);
        }
    }

    private static void makeTable(Database database) {
        database.dsl().execute("""
                        CREATE TABLE cells (cell_no INT NOT NULL PRIMARY KEY, text_cell VARCHAR(200), decimal_cell DECIMAL(16, 4),
                          day_cell DATE, instant_cell DATETIME(6), flag_cell BOOLEAN)
                        DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
                        """);
    }

    private static void nasty(RowSink rows) {
        for (int i = 0; i < NASTY.size(); i++) {
            row(rows, i, NASTY.get(i));
        }
        rows.number(NASTY.size())
                .text(null)
                .decimal(null)
                .day(null)
                .instant(null)
                .flag(false)
                .end();
    }

    private static void row(RowSink rows, int number, @Nullable String text) {
        rows.number(number)
                .text(text)
                .decimal(EXACT)
                .day(LocalDate.of(2026, 2, 28))
                .instant(MOMENT)
                .flag(true)
                .end();
    }

    private static void assertArrived(Database database) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT * FROM cells ORDER BY cell_no");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(2));
                boolean isLast = texts.size() > NASTY.size();
                assertThat(rows.getBigDecimal(3)).isEqualTo(isLast ? null : EXACT);
                assertThat(rows.getObject(4, LocalDate.class)).isEqualTo(isLast ? null : LocalDate.of(2026, 2, 28));
                assertThat(rows.getObject(5, LocalDateTime.class))
                        .isEqualTo(isLast ? null : LocalDateTime.parse("2026-03-29T01:30:00.123456"));
                assertThat(rows.getBoolean(6)).isEqualTo(!isLast);
            }
        }
        List<@Nullable String> expected = new ArrayList<>(NASTY);
        expected.add(null);
        assertThat(texts).isEqualTo(expected);
    }
}

package dev.assay.bench;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The model cn-food-risk-2016 as one SQL statement over typed columns in DuckDB, on one thread and in memory. It makes state, score and
 * grades; no digest, no day until which they hold, no explanation.
 */
final class SqlEngine implements AutoCloseable {

    private static final String STATEMENT = "cn-food-risk-2016.sql";
    private static final List<String> GRADES = List.of("A", "B", "C", "D");
    private static final int PLACES = 4;

    private static final List<String> NUMBERS = List.of(
            "area",
            "prepacked_ambient",
            "prepacked_chilled",
            "prepacked_frozen",
            "bulk_ambient",
            "bulk_chilled",
            "bulk_frozen",
            "suppliers",
            "diners");

    private static final List<String> TABLES = List.of(
            "CREATE TABLE licence (file INT, seq INT, sector VARCHAR, status VARCHAR, valid_from DATE, valid_to DATE)",
            "CREATE TABLE profile_text (file INT, seq INT, area INT, prepacked_ambient INT, prepacked_chilled INT,"
                    + " prepacked_frozen INT, bulk_ambient INT, bulk_chilled INT, bulk_frozen INT, suppliers INT,"
                    + " diners INT, form VARCHAR, kinds VARCHAR, perishable BOOLEAN, vulnerable BOOLEAN)",
            "CREATE TABLE inspection (file INT, seq INT, day DATE, kind VARCHAR)",
            "CREATE TABLE item (file INT, seq INT, points INT, result VARCHAR)",
            "CREATE TABLE penalty_text (file INT, day DATE, conduct VARCHAR, kinds VARCHAR)",
            "CREATE TABLE sample (file INT, day DATE, task VARCHAR)");

    private static final List<String> LISTS = List.of(
            "CREATE TABLE profile AS SELECT * EXCLUDE (kinds), string_split(kinds, '|') AS food_kinds FROM profile_text ORDER BY file, seq",
            "CREATE TABLE penalty AS SELECT file, day, conduct, string_split(kinds, '|') AS kinds FROM penalty_text ORDER BY file",
            "DROP TABLE profile_text",
            "DROP TABLE penalty_text");

    private final Connection connection;
    private final Map<String, DuckDBAppender> appenders = new TreeMap<>();

    SqlEngine() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute(List.of("SET threads = 1"));
        execute(TABLES);
    }

    private void execute(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private DuckDBAppender row(String table) throws SQLException {
        DuckDBAppender appender = appenders.get(table);
        if (appender == null) {
            appender = connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
            appenders.put(table, appender);
        }
        appender.beginRow();
        return appender;
    }

    /** Takes a file's facts into the tables. */
    void add(int number, CreditFile file) throws SQLException {
        int seq = 0;
        for (Fact fact : file.facts()) {
            add(number, seq++, fact);
        }
    }

    private void add(int file, int seq, Fact fact) throws SQLException {
        Values values = fact.values();
        if (fact.kind().equals(FactKinds.LICENCE.name())) {
            row("licence")
                    .append(file)
                    .append(seq)
                    .append(text(values, "sector"))
                    .append(text(values, "status"))
                    .append(values.findDay("valid_from").orElseThrow())
                    .append(values.findDay("valid_to").orElseThrow())
                    .endRow();
        } else if (fact.kind().equals(FactKinds.PROFILE.name())) {
            DuckDBAppender row = row("profile_text").append(file).append(seq);
            for (String number : NUMBERS) {
                BigDecimal found = values.findDecimal(number).orElse(null);
                row = found == null ? row.appendNull() : row.append(found.intValueExact());
            }
            row.append(text(values, "catering_form"))
                    .append(String.join("|", values.getTexts("food_kinds")))
                    .append(values.isSet("perishable"))
                    .append(values.isSet("vulnerable_diners"))
                    .endRow();
        } else if (fact.kind().equals(FactKinds.INSPECTION.name())) {
            row("inspection")
                    .append(file)
                    .append(seq)
                    .append(fact.occurredOn())
                    .append(text(values, "inspection_kind"))
                    .endRow();
            for (Values item : values.getItems("items")) {
                row("item")
                        .append(file)
                        .append(seq)
                        .append(item.findDecimal("points").orElseThrow().intValueExact())
                        .append(text(item, "result"))
                        .endRow();
            }
        } else if (fact.kind().equals(FactKinds.PENALTY.name())) {
            row("penalty_text")
                    .append(file)
                    .append(fact.occurredOn())
                    .append(text(values, "conduct"))
                    .append(String.join("|", values.getTexts("kinds")))
                    .endRow();
        } else if (fact.kind().equals(FactKinds.SAMPLING_RESULT.name())) {
            row("sample")
                    .append(file)
                    .append(fact.occurredOn())
                    .append(text(values, "task_source"))
                    .endRow();
        }
    }

    private static String text(Values values, String field) {
        return values.findText(field).orElseThrow();
    }

    /** Ends the taking in. */
    void complete() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            appender.close();
        }
        execute(LISTS);
    }

    /** Seconds of the one statement. */
    double rate(LocalDate asOf) throws SQLException {
        String sql;
        try (InputStream in = Objects.requireNonNull(SqlEngine.class.getResourceAsStream(STATEMENT))) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql = sql.replace("${asOf}", asOf.toString()).replace("${year}", Integer.toString(asOf.getYear()));
        long start = System.nanoTime();
        execute(List.of("CREATE OR REPLACE TABLE standing AS " + sql));
        return Bare.seconds(start);
    }

    /** What the statement found, in the order of the files. */
    void read(ObjIntConsumer<Standing> found) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT file, state, score, computed, grade FROM standing ORDER BY file")) {
            while (rows.next()) {
                double score = rows.getDouble("score");
                BigDecimal exact = rows.wasNull()
                        ? null
                        : new BigDecimal(String.format(Locale.ROOT, "%.6f", score))
                                .setScale(PLACES, RoundingMode.HALF_UP);
                found.accept(
                        new Standing(rows.getString("state"), exact, grade(rows, "computed"), grade(rows, "grade")),
                        rows.getInt("file"));
            }
        }
    }

    private static @Nullable String grade(ResultSet rows, String column) throws SQLException {
        int place = rows.getInt(column);
        return rows.wasNull() ? null : GRADES.get(place);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

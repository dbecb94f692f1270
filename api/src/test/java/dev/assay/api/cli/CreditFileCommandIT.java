package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabases;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on a made-up register in a real database. */
class CreditFileCommandIT {

    /** The build's embedded server, in the schema that a command opens. */
    private static final Path DATA = TestDatabases.buildDirectory();

    private static final Database DATABASE = Database.open(DatabaseSettings.embedded(DATA));

    @BeforeAll
    static void fillTheRegister() {
        new SampleRegister(DATABASE.dsl()).fill(20);
        // The penalty of the twentieth was corrected by the second file, an hour after the first.
        DATABASE.dsl()
                .execute(
                        "UPDATE import_run SET recorded_at = '2026-11-20 19:00:00', sha256 = REPEAT('1', 64) WHERE run_id = 2");
        DATABASE.dsl().execute("""
                        INSERT INTO fact (business_key, fact_id, kind, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                        SELECT business_key, fact_id + 8589934592, kind, occurred_on, known_on, '2026-11-20 19:00:00', as_at, feed, record_key, 2, 7,
                          REPLACE(content, '52000.00', '500.00') FROM fact WHERE kind = 'penalty'
                        """);
        DATABASE.dsl()
                .execute(
                        "UPDATE fact SET superseded_at = '2026-11-20 19:00:00', superseded_as = 'CORRECTED' WHERE kind = 'penalty' AND run_id = 1");
        takeOver();
    }

    /** The nineteenth went on in the place of the eighteenth. */
    private static void takeOver() {
        String eighteenth = "sample:" + SampleRegister.identity(18);
        DATABASE.dsl().execute("""
                        INSERT INTO fact (business_key, fact_id, kind, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                        SELECT 19, 900, 'takeover', '2026-11-01', '2026-11-01', recorded_at, as_at, feed, 'T1', run_id, 9, ?
                        FROM fact WHERE business_key = 19 LIMIT 1
                        """, "{\"ground\":\"merger\",\"predecessor\":\"" + eighteenth + "\"}");
        DATABASE.dsl()
                .execute(
                        "INSERT INTO takeover SELECT ?, feed, record_key FROM fact WHERE kind = 'takeover'",
                        eighteenth);
    }

    @AfterAll
    static void drop() {
        DATABASE.dsl().execute("DROP DATABASE " + DatabaseSettings.DEFAULT_SCHEMA);
        DATABASE.close();
    }

    private static CommandResult creditFile(String... arguments) {
        return CommandResult.of(
                Stream.concat(Stream.of("credit-file", "--data", DATA.toString(), "--lang", "en"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void the_text_names_source_digest_line_and_what_was_replaced() {
        CommandResult file = creditFile("sample:" + SampleRegister.identity(20), "--as-of", "2026-11-20");

        assertThat(file.status()).as(file.err()).isZero();
        assertThat(file.out())
                .contains("  Penalty: 1 standing, 0 withdrawn, 2 versions in all")
                .contains("from district-profile inspections-20261120.csv.gz:7  SHA-256 " + "1".repeat(64))
                .contains("Earlier version: Corrected by its source, a newer version took its place")
                .contains("* Fine: 52,000 yuan → 500 yuan")
                .contains("from district-profile profile-20261120.csv:21  SHA-256 " + "0".repeat(64));
    }

    @Test
    void the_json_is_whole_and_the_past_shows_what_was_known_then() {
        JsonNode now = json("sample:" + SampleRegister.identity(20), "--as-of", "2026-11-20");
        JsonNode then = json(
                "sample:" + SampleRegister.identity(20),
                "--as-of",
                "2026-11-20",
                "--known-at",
                "2026-11-20T18:59:59.999999Z");

        assertThat(fine(now)).isEqualTo("500.00");
        assertThat(fine(then)).isEqualTo("52000.00");
        assertThat(penalty(now).get("replaced").get(0).get("changes").toString())
                .isEqualTo("""
                        [{"field":"fine","title":{"zh":"罚款金额","en":"Fine"},"was":52000.00,"is":500.00}]""");
        assertThat(penalty(then).get("replaced").isEmpty()).isTrue();
    }

    @Test
    void who_was_there_before_and_who_came_after_is_told_by_both_files() {
        String before = "sample:" + SampleRegister.identity(18);
        String after = "sample:" + SampleRegister.identity(19);
        assertThat(creditFile(after, "--as-of", "2026-11-20").out())
                .contains("  Took over " + before)
                .contains("on 2026-11-01 (merger)");
        assertThat(creditFile(before, "--as-of", "2026-11-20").out()).contains("  Taken over by " + after);
        assertThat(creditFile(before, "--as-of", "2026-10-31").out()).doesNotContain("Taken over");

        JsonNode life = json(before, "--as-of", "2026-11-20").get("life");
        assertThat(life.get("takenOverBy").get(0).get("identity").asString()).isEqualTo(after);
        assertThat(life.get("names")).isNotEmpty();
        assertThat(life.get("closed").asBoolean()).isFalse();
    }

    @Test
    void nobody_is_said_in_one_sentence() {
        CommandResult file = creditFile("sample:NOBODY");

        assertThat(file.status()).isEqualTo(2);
        assertThat(file.errors())
                .containsExactly(
                        "Nobody is known by the identity (sample:NOBODY).", "Maybe import a feed that names it first.");
        assertThat(creditFile("sample:" + SampleRegister.identity(20), "--kind", "penalties")
                        .errors())
                .first()
                .isEqualTo("There is no kind of fact (penalties).");
    }

    private static JsonNode json(String... arguments) {
        CommandResult file = creditFile(Stream.concat(Stream.of("--format", "json"), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(file.status()).as(file.err()).isZero();
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(file.out());
    }

    private static JsonNode penalty(JsonNode file) {
        return file.get("facts")
                .valueStream()
                .filter(fact -> fact.get("kind").asString().equals("penalty"))
                .findFirst()
                .orElseThrow();
    }

    private static String fine(JsonNode file) {
        return penalty(file).get("fields").get("fine").decimalValue().toPlainString();
    }
}

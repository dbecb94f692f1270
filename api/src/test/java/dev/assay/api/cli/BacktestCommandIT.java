package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user sees of a backtest, and what scripts can rely on. */
class BacktestCommandIT {

    /** Two A's (one of which is no A the next time), a B that stays one, a C of which nothing more is known. */
    private static final String INSPECTIONS = """
            camis,inspection_date,grade,score
            1,2012-03-01,A,5
            1,2013-03-01,A,7
            2,2012-04-01,A,12
            2,2013-04-01,B,20
            3,2012-05-01,B,21
            3,2012-11-01,B,18
            4,2012-06-01,C,40
            5,2013-01-01,A,2
            """;

    private static final String RESTAURANTS = """
            camis,name,borough,cuisine,building,street,zipcode
            1,One,Bronx,Pizza,1,Street,10451
            2,Two,Bronx,Pizza,2,Street,10451
            3,Three,Bronx,Pizza,3,Street,10451
            4,Four,Bronx,Pizza,4,Street,10451
            5,Five,Bronx,Pizza,5,Street,10451
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path data;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Database keepsTheServerRunning;

    @BeforeAll
    static void fill(@TempDir Path feeds) throws IOException {
        keepsTheServerRunning = Database.open(DatabaseSettings.embedded(data));
        take("nyc-restaurants", Files.writeString(feeds.resolve("restaurants.csv"), RESTAURANTS));
        take("nyc-inspections", Files.writeString(feeds.resolve("inspections.csv"), INSPECTIONS));
    }

    private static void take(String feed, Path file) {
        assertThat(CommandResult.of("import", "--feed", feed, "--data", data.toString(), file.toString())
                        .status())
                .isZero();
    }

    @AfterAll
    static void close() throws InterruptedException {
        keepsTheServerRunning.close();
        DataDirectory.awaitUnused(data);
    }

    private static CommandResult run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(new String[] {"--data", data.toString(), "--quiet"}, 0, all, arguments.length, 3);
        return CommandResult.of(all);
    }

    @Test
    void it_tells_rates_by_grade_areas_and_what_was_known_and_writes_all_rows() throws IOException {
        Path out = folder.resolve("out");

        CommandResult result = run(
                "model",
                "backtest",
                "nyc-grades",
                "--outcome",
                "nyc-not-a",
                "--days",
                "2012-07-01",
                "--out",
                out.toString(),
                "--lang",
                "en");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        // Of the pairs (2, 1) and (3, 1) both are in order by score; 2 and 1 are both A's.
        assertThat(result.out())
                .contains(
                        "nyc-grades 1 as of 1 days",
                        "4 rows (a subject on a day) of 4 businesses; 3 of them were looked at afterwards, something was found at 66.67 %",
                        "Known then: only what its source had made known by the day was read",
                        "4 rows are of businesses that were not described yet",
                        "score        1.0000",
                        "grade        0.7500",
                        "Beside the authority's own classes (Grade published by the city), on the 3 rows that have both",
                        "The data end on 2013-04-01: of the days marked * the horizon is not over.",
                        "after a hearing");
        assertThat(Files.readAllLines(out.resolve("rows.csv")))
                .containsExactly(
                        "day,identity_scheme,identity,subject_scheme,subject,sector,standing,score,authority_class,afterwards",
                        "2012-07-01,camis,1,camis,1,catering,A,5,A,CLEAN",
                        "2012-07-01,camis,2,camis,2,catering,A,12,A,FOUND",
                        "2012-07-01,camis,3,camis,3,catering,B,21,B,FOUND",
                        "2012-07-01,camis,4,camis,4,catering,C,40,C,UNSEEN");
        assertThat(out.resolve("backtest.json")).exists();
    }

    @Test
    void as_json_by_model_and_span_it_says_the_same_to_programs() {
        CommandResult result = run(
                "backtest",
                "--model",
                "nyc-grades",
                "--from",
                "2012-07-01",
                "--to",
                "2013-03-01",
                "--every",
                "6",
                "--format",
                "json");

        assertThat(result.status()).isZero();
        JsonNode found = JsonMapper.shared().readTree(result.out());
        assertThat(found.at("/outcome/id").asString()).isEqualTo("nyc-not-a");
        assertThat(found.at("/known").asString()).isEqualTo("THEN");
        assertThat(found.at("/found/days").size()).isEqualTo(2);
        assertThat(found.at("/found/days/1/day").asString()).isEqualTo("2013-01-01");
        assertThat(found.at("/found/standings/0/name").asString()).isEqualTo("A");
        assertThat(found.at("/found/score/area/found").asLong()).isEqualTo(3);
        assertThat(found.at("/found/beside/rankings/2/by").asString()).isEqualTo("AUTHORITY");
    }

    @Test
    void in_chinese_it_speaks_chinese() {
        assertThat(run("model", "backtest", "nyc-grades", "--days", "2012-07-01", "--lang", "zh")
                        .out())
                .contains("按等级与状态", "排序能力", "机关分类", "其后首次定级检查14分以上");
    }

    /** 28 points or more instead of 14: at none of the three that were inspected again. */
    @Test
    void an_outcome_of_ones_own_is_read_from_its_file_and_refused_with_all_its_faults() throws IOException {
        String text = Files.readString(Path.of("../config/outcomes/nyc-not-a.yaml"))
                .replace("id: nyc-not-a", "id: own")
                .replace("at_least: 14", "at_least: 28");
        Path own = Files.writeString(folder.resolve("own.yaml"), text);
        String[] arguments = {
            "backtest", "nyc-grades", "--outcome", own.toString(), "--days", "2012-07-01", "--lang", "en"
        };

        assertThat(run(arguments).out()).contains("something was found at 0.00 %", "score        –");

        Files.writeString(own, text.replace("take: first", "take: last").replace("field: grade", "field: grad"));
        CommandResult refused = run(arguments);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("after.take", "Did you mean (grade)");
    }

    @Test
    void what_cannot_be_asked_is_refused_with_what_to_do() {
        assertThat(run("model", "backtest", "nyc-grades")).satisfies(result -> {
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("--days 2013-01-01");
        });
        assertThat(run("backtest", "--days", "2012-07-01")).satisfies(result -> {
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("named nowhere");
        });
        assertThat(run("backtest", "sg-safe", "--days", "2012-07-01")).satisfies(result -> {
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("sg-safe", "--outcome");
        });
        assertThat(run("backtest", "nyc-grades", "--days", "2999-07-01")).satisfies(result -> {
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("is not past");
        });
    }
}

package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.testing.SampleRegister;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of an area on the command line, over a made-up register. */
class AreaCommandIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path data;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Database database;

    @BeforeAll
    static void fill() {
        database = Database.open(DatabaseSettings.embedded(data));
        new SampleRegister(database.dsl()).fill(70);
    }

    @AfterAll
    static void close() throws InterruptedException {
        database.close();
        DataDirectory.awaitUnused(data);
    }

    private static CommandResult area(String... arguments) {
        return CommandResult.of(Stream.concat(
                        Stream.of(
                                "area",
                                "--data",
                                data.toString(),
                                "--lang",
                                "en",
                                "--from",
                                "2025-11-21",
                                "--to",
                                "2026-11-20"),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void theTextTellsEachFigureWithItsCountsAndAMissedTargetIsToldByTheExitStatus() {
        CommandResult result = area("--division", "320600");
        // Of 70 businesses every 11th was never inspected; the others 1 to 70 days ago.
        assertThat(result.out())
                .contains("Area 3206, 2025-11-21 to 2026-11-20, as of 2026-11-20")
                .contains("Businesses inspected: 91.43 % (64 / 70), target ≥ 100 % (provisional), not held against it")
                .contains("Businesses with a credit file: 100 % (70 / 70), target ≥ 100 %, met")
                .contains("Samples per 1,000 inhabitants: 0 (0 / 7730000), target ≥ 4 (provisional), MISSED")
                .contains("Pass rate of evaluative samples: no basis (0 / 0)")
                .containsPattern("Cases filed: 0\\R")
                .contains("Cases closed: no basis (0 / 0)")
                .contains("320685");
        assertThat(result.status()).isEqualTo(ExitStatus.DONE_WITH_REFUSALS);
    }

    @Test
    void theJsonHasTheExactQuotientAndTheCounts() {
        JsonNode top = JsonMapper.shared()
                .readTree(area("--division", "3206", "--format", "json").out());
        JsonNode coverage = top.get("figures").get(0);
        assertThat(coverage.get("figure").asString()).isEqualTo("coverage");
        assertThat(coverage.get("exact").asString()).isEqualTo("32/35");
        assertThat(coverage.get("count").asLong()).isEqualTo(64);
        assertThat(coverage.get("among").asLong()).isEqualTo(70);
        assertThat(top.get("divisions").size()).isEqualTo(7);
        assertThat(top.get("figures").get(2).get("value").isNull()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedInOneLineWithARemedy() {
        CommandResult days = area("--division", "3206", "--to", "2025-01-01");
        assertThat(days.status()).isEqualTo(ExitStatus.UNUSABLE);
        CommandResult code = area("--division", "32%");
        assertThat(code.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(code.err()).contains("The division (32%) is no code", "Maybe");
    }
}

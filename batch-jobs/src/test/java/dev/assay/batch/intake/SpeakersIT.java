package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.SilentFeed;
import dev.assay.store.history.FactHistory;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two authorities that describe the same businesses, one trusted more, one expected to deliver every month. */
class SpeakersIT {

    private static final String FEED = """
            feed: ID
            title: {zh: 名单, en: List}
            format: {type: csv, encoding: utf-8}
            state: STATE
            authority: {trust: TRUST}
            MORE
            as_at: {file_name: '(\\d{4}-\\d{2}-\\d{2})'}
            columns: [no, name, address, division]
            business:
              - {scheme: shop, column: no, creates: true}
            facts:
              - kind: business
                key: [no]
                fields: {name: name, address: address, division: division}
            """;

    private static final Identity SHOP = new Identity("shop", "1");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @BeforeEach
    void feeds() throws IOException {
        define("register", 80, "full", "");
        define("survey", 50, "delta", "expected_every: {days: 31}");
    }

    private void define(String id, int trust, String state, String more) throws IOException {
        Files.createDirectories(directory.resolve("config/feeds"));
        Files.writeString(
                directory.resolve("config/feeds/" + id + ".yaml"),
                FEED.replace("ID", id)
                        .replace("TRUST", String.valueOf(trust))
                        .replace("STATE", state)
                        .replace("MORE", more));
    }

    private ConfigFiles config() {
        return ConfigFiles.in(directory.resolve("config"));
    }

    private void tell(Intake intake, String feed, String day, String... rows) throws IOException {
        Path file = directory.resolve(feed + "-" + day + ".csv");
        Files.writeString(file, "no,name,address,division\n" + String.join("\n", rows) + "\n");
        intake.run(feed, file, RetractionCheck.CONFIRMED);
    }

    private static CreditFile file(Intake intake, String day) {
        return new CreditFileReader(intake.test().database())
                .find(SHOP, new Cut(LocalDate.parse(day), Instant.now().plusSeconds(60)))
                .orElseThrow()
                .file();
    }

    private static String inTable(Intake intake) {
        return intake.texts("SELECT CONCAT_WS('|', name, address, division) FROM business WHERE identity = '1'")
                .getFirst();
    }

    @OnEachServer
    void of_two_descriptions_each_field_is_that_of_the_feed_that_is_trusted_more(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server, config())) {
            tell(intake, "register", "2026-01-01", "1,Name of the register,,110101", "2,Other,,");
            tell(intake, "survey", "2026-02-01", "1,Name of the survey,Street 1,320613");
            Values described = file(intake, "2026-02-02").describe().orElseThrow();
            assertThat(described.fields())
                    .as("the newer name and division of the survey are not believed, its address is")
                    .isEqualTo(Map.of("name", "Name of the register", "address", "Street 1", "division", "110101"));
            assertThat(inTable(intake)).isEqualTo("Name of the register|Street 1|110101");
            long key = Long.parseLong(intake.texts("SELECT business_key FROM business WHERE identity = '1'")
                    .getFirst());
            assertThat(new FactHistory(intake.test().database().dsl())
                            .findDescription(
                                    key,
                                    new Cut(
                                            LocalDate.parse("2026-02-02"),
                                            Instant.now().plusSeconds(60))))
                    .contains(described);

            tell(intake, "survey", "2026-03-01", "1,Name of the survey,Street 2,320613");
            assertThat(inTable(intake)).isEqualTo("Name of the register|Street 2|110101");

            tell(intake, "register", "2026-04-01", "2,Other,,");
            assertThat(inTable(intake))
                    .as("the register has withdrawn it")
                    .isEqualTo("Name of the survey|Street 2|320613");
        }
    }

    @OnEachServer
    void a_feed_of_which_a_file_was_due_is_silent_until_it_comes_and_stays_so_for_that_day(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server, config())) {
            FeedRuns runs = new FeedRuns(intake.test().database().dsl());
            tell(intake, "register", "2025-01-01", "1,Register,,");
            tell(intake, "survey", "2026-01-01", "1,Survey,,");
            assertThat(runs.silentIn(file(intake, "2026-02-01")))
                    .as("31 days later it is not late yet, and nothing is expected of the register")
                    .isEmpty();
            CreditFile late = file(intake, "2026-02-02");
            assertThat(runs.silentIn(late))
                    .containsExactly(new SilentFeed("survey", LocalDate.parse("2026-01-01"), 31));
            Instant before = Instant.now();
            tell(intake, "survey", "2026-01-31", "1,Survey,Street 1,");
            assertThat(runs.silentIn(file(intake, "2026-02-02"))).isEmpty();
            assertThat(runs.silent(new Cut(LocalDate.parse("2026-02-02"), before)))
                    .as("what was known then")
                    .containsExactly(new SilentFeed("survey", LocalDate.parse("2026-01-01"), 31));
        }
    }
}

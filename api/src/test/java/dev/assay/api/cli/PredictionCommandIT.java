package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.listing.Decision;
import dev.assay.store.adoption.Trial;
import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.prediction.StoredTraining;
import dev.assay.store.prediction.Trainings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learning and judging as a user does it, on made-up inspections in Chicago's format: a third of the businesses has critical violations at four of
 * ten inspections, the others at one of twenty; and the group of inspectors "blue" finds twice as many.
 */
class PredictionCommandIT {

    private static final int BUSINESSES = 150;
    private static final int VISITS = 10;
    private static final String LAST_INSPECTION = "Days since the last inspection";
    private static final LocalDate FIRST = LocalDate.parse("2012-01-02");

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
        StringBuilder inspections = new StringBuilder(
                "Inspection_ID,DBA_Name,License,Facility_Type,Risk,Address,Inspection_Date,Inspection_Type,Results,Zip\n");
        StringBuilder violations = new StringBuilder("3,33,Inspection_ID\n");
        StringBuilder inspectors = new StringBuilder("inspectionID,sanitarian\n");
        Random random = new Random(7);
        int id = 0;
        for (int visit = 0; visit < VISITS; visit++) {
            for (int business = 1; business <= BUSINESSES; business++) {
                id++;
                boolean blue = random.nextBoolean();
                double rate = (business % 3 == 0 ? 0.4 : 0.05) * (blue ? 1.5 : 0.75);
                boolean found = random.nextDouble() < rate;
                LocalDate day = FIRST.plusDays(visit * 80L + random.nextInt(80));
                inspections.append("%d,Shop %d,%d,Restaurant,Risk 1 (High),%d Main St,%s,Canvass,%s,6060%d%n"
                        .formatted(
                                id, business, 1000 + business, business, day, found ? "Fail" : "Pass", business % 5));
                violations.append("%d,%d,%d%n".formatted(found ? 1 : 0, random.nextInt(2), id));
                inspectors.append("%d,%s%n".formatted(id, blue ? "blue" : "brown"));
            }
        }
        // Somebody looked at its licence, and nobody ever came for a routine inspection.
        inspections.append("9999,New Shop,1999,Restaurant,Risk 1 (High),9 Main St,2014-02-10,License,Pass,60601\n");
        take("chicago-inspections", Files.writeString(feeds.resolve("inspections.csv"), inspections));
        take("chicago-violations", Files.writeString(feeds.resolve("violation_matrix.csv"), violations));
        take("chicago-assignments", Files.writeString(feeds.resolve("inspector_assignments.csv"), inspectors));
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
        String[] all = new String[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(
                new String[] {"--data", data.toString(), "--quiet", "--lang", "en"}, 0, all, arguments.length, 5);
        return CommandResult.of(all);
    }

    private static CommandResult evaluate(String from, Path out) {
        return run(
                "evaluate",
                "--model",
                "chicago-critical",
                "--from",
                from,
                "--to",
                "2014-03-31",
                "--out",
                out.toString());
    }

    @Test
    void what_is_learned_ranks_the_businesses_of_later_days_and_a_card_says_so() throws IOException {
        CommandResult trained = run("train", "--model", "chicago-critical", "--until", "2013-10-31");
        assertThat(trained.err()).isEmpty();
        assertThat(trained.status()).isZero();
        assertThat(trained.out()).contains("chicago-critical: learned from", "scorecard AUC", "Kept as number");
        // The same days give the same file, and it is kept once.
        assertThat(run("train", "--model", "chicago-critical", "--until", "2013-10-31")
                        .out())
                .isEqualTo(trained.out());

        Path out = folder.resolve("card");
        CommandResult judged = evaluate("2013-11-01", out);

        assertThat(judged.err()).isEmpty();
        assertThat(judged.status()).isZero();
        assertThat(out).isDirectoryContaining("glob:**/card.html").isDirectoryContaining("glob:**/card.md");
        JsonNode card = JsonMapper.builder().build().readTree(out.resolve("card.json"));
        double area = card.path("discrimination").path("deLong").path("value").asDouble();
        assertThat(area).isGreaterThan(0.6);
        List<String> rows = Files.readAllLines(out.resolve("predictions.csv"));
        assertThat(rows.getFirst()).isEqualTo("identity_scheme,identity,fact_key,occurred_on,score,label");
        assertThat(rows.subList(1, rows.size()))
                .allMatch(row ->
                        row.matches("chicago-licence,1\\d{3},\\d+,201[34]-\\d\\d-\\d\\d,0\\.\\d+(E-\\d+)?,[01]"));

        // The strictest first.
        assertThat(Files.readAllLines(out.resolve("inspectors.csv")))
                .extracting(row -> row.substring(0, row.indexOf(',')))
                .containsExactly("inspector", "blue", "brown");
        assertThat(out.resolve("inspectors.csv")).content().doesNotContain("'", "NaN");

        // Judged again it says the same, to the byte.
        Path again = folder.resolve("again");
        evaluate("2013-11-01", again);
        assertThat(again.resolve("predictions.csv")).hasSameTextualContentAs(out.resolve("predictions.csv"));
        assertThat(again.resolve("card.json")).hasSameTextualContentAs(out.resolve("card.json"));
    }

    @Test
    void a_replay_tells_what_plans_would_have_found_from_what_was_known_on_the_eve() throws IOException {
        assertThat(run("train", "--model", "chicago-critical", "--until", "2013-02-28")
                        .status())
                .isZero();
        Path out = folder.resolve("replay");

        CommandResult replayed = replay("2013-03-01", out);

        assertThat(replayed.err()).isEmpty();
        assertThat(replayed.status()).isZero();
        assertThat(replayed.out())
                .contains(
                        "Did the plan work?", "learned from days until 2013-02-28 alone", "As it was", "By prediction");
        List<String> plans = Files.readAllLines(out.resolve("plans.csv"));
        assertThat(plans).hasSize(1 + 5 * 3);
        // Of the visits that the prediction would have made first, more find something than of all: a third of the
        // businesses is bad.
        assertThat(gain(plans, "prediction,0.2500")).isPositive();
        assertThat(gain(plans, "score,0.2500")).isPositive();
        List<String> rows = Files.readAllLines(out.resolve("rows.csv"));
        // Two periods of six months, and all 150 businesses were known on both eves.
        assertThat(rows).hasSize(1 + 2 * BUSINESSES);
        assertThat(rows.subList(1, rows.size())).allMatch(row -> row.matches("2013-(02-28|08-31),chicago-licence,.*"));

        // Again it says the same, to the byte; and a page in Chinese.
        Path again = folder.resolve("replay-again");
        replay("2013-03-01", again);
        assertThat(again.resolve("plans.csv")).hasSameTextualContentAs(out.resolve("plans.csv"));
        assertThat(again.resolve("replay.html")).hasSameTextualContentAs(out.resolve("replay.html"));
        CommandResult early = replay("2012-02-01", again);
        assertThat(early.status()).isEqualTo(2);
        assertThat(early.err()).contains("Nothing was learned for chicago-critical from days before 2012-02-01");
    }

    private static CommandResult replay(String from, Path out) {
        return run(
                "replay",
                "--model",
                Path.of("..", "docs", "examples", "chicago-example.yaml").toString(),
                "--outcome",
                "chicago-critical",
                "--prediction",
                "chicago-critical",
                "--from",
                from,
                "--to",
                "2014-02-28",
                "--every",
                "6",
                "--out",
                out.toString());
    }

    private static double gain(List<String> plans, String beginning) {
        return plans.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> Double.parseDouble(line.split(",", -1)[7]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_scorecard_is_written_in_points_that_a_person_can_read(@TempDir Path cards) throws IOException {
        Files.createDirectories(cards.resolve("predictions"));
        String packaged = Files.readString(Path.of("..", "config", "predictions", "chicago-critical.yaml"));
        Files.writeString(
                cards.resolve("predictions/chicago-critical.yaml"),
                packaged.replaceAll(" +- (random_forest|boosted_trees): [^\\n]*\\n", ""));
        Path points = folder.resolve("points.csv");

        CommandResult trained = run(
                "train",
                "--model",
                "chicago-critical",
                "--until",
                "2013-10-31",
                "--points",
                points.toString(),
                "--config",
                cards.toString());

        assertThat(trained.out()).contains("* scorecard").doesNotContain("forest");
        List<String> lines = Files.readAllLines(points);
        assertThat(lines).first().isEqualTo("feature,title,part,inspections,found,points");
        assertThat(lines.get(1)).matches(",Start,,,,-?\\d+");
        assertThat(lines)
                .anyMatch(line ->
                        line.matches("last-critical,Critical items at the last inspection,≤ 0,\\d+,\\d+,-?\\d+"));
    }

    @Test
    void days_that_were_learned_from_are_not_judged() {
        run("train", "--model", "chicago-critical", "--until", "2013-10-31");

        // Other tests train on the days of 2013; before these nobody could.
        CommandResult result = evaluate("2012-03-01", folder.resolve("card"));

        assertThat(result.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(result.err())
                .contains(
                        "Nothing was learned for chicago-critical from days before 2012-03-01 alone.",
                        "Maybe train it first: assay train --model chicago-critical --until 2012-02-29.");
    }

    @Test
    void what_cannot_be_learned_is_refused_with_what_to_do() {
        CommandResult unknown = run("train", "--model", "chicago-critcal");
        assertThat(unknown.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(unknown.err()).contains("chicago-critcal", "chicago-critical");

        CommandResult early = run("train", "--model", "chicago-critical", "--until", "2012-01-10");
        assertThat(early.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(early.err()).contains("Maybe begin the training time earlier.");

        CommandResult noFolder = run("evaluate", "--model", "chicago-critical", "--from", "2013-11-01");
        assertThat(noFolder.status()).isEqualTo(ExitStatus.UNUSABLE);
    }

    @Test
    void a_definition_that_has_changed_since_is_refused(@TempDir Path changed) throws IOException {
        run("train", "--model", "chicago-critical", "--until", "2013-10-31");
        Files.createDirectories(changed.resolve("predictions"));
        Path packaged = Path.of("..", "config", "predictions", "chicago-critical.yaml");
        Files.writeString(
                changed.resolve("predictions/chicago-critical.yaml"),
                Files.readString(packaged).replace("half_life: 7,", "half_life: 9,"));

        CommandResult result = run(
                "evaluate",
                "--model",
                "chicago-critical",
                "--from",
                "2013-11-01",
                "--to",
                "2014-03-31",
                "--out",
                folder.resolve("card").toString(),
                "--config",
                changed.toString());

        assertThat(result.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(result.err())
                .contains(
                        "The definition of chicago-critical has changed since it was trained (rate-in-postcode-week).");
    }

    private static CommandResult predict() {
        return run("predict", "--model", "chicago-critical", "--as-of", "2014-03-01");
    }

    @Test
    void what_a_second_person_approved_foretells_everybody_and_gives_points_in_a_grade() throws IOException {
        run("train", "--model", "chicago-critical", "--until", "2013-11-15", "--by", "trainer");
        run("train", "--model", "chicago-critical", "--until", "2013-10-31", "--by", "trainer");
        assertThat(predict().err()).contains("No training of chicago-critical is in force or on trial");
        evaluate("2013-11-01", folder.resolve("card"));
        approve("2013-10-31");
        LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
        new Trainings(keepsTheServerRunning.dsl())
                .tryOut(learnedUntil("2013-11-15"), new Trial(today, today.plusDays(9)), "approver", Instant.now());

        CommandResult foretold = predict();

        assertThat(foretold.err()).isEmpty();
        assertThat(foretold.out())
                .contains(
                        "(in force), 151 businesses scored",
                        "(on trial, enters nothing), 151 businesses scored",
                        "AUC above the one in force by",
                        "taken 151");
        // The same day again brings nothing new; what is on trial never entered.
        assertThat(predict().out()).contains("unchanged 151");
        // A training on trial that learned from that day is left out, and the one in force goes on.
        assertThat(run("predict", "--model", "chicago-critical", "--as-of", "2013-11-10")
                        .out())
                .contains(
                        "(in force), ",
                        "On trial and not scored: The training",
                        "up to 2013-11-15 and cannot foretell as of 2013-11-10")
                .doesNotContain("enters nothing");
        String file = run("credit-file", "chicago-licence:1003", "--as-of", "2014-03-01")
                .out();
        assertThat(file.split("Riskier than so many percent", -1)).hasSize(3);
        assertThat(file).contains(LAST_INSPECTION);
        assertThat(run("credit-file", "chicago-licence:1999", "--as-of", "2014-03-01")
                        .out())
                .contains("Riskier than so many percent");

        aBrokenDefinitionIsToldAndTheDayGoesOn();

        CommandResult rated = run("rate", "--model", "chicago-risk", "--as-of", "2014-03-01");
        assertThat(rated.err()).isEmpty();
        assertThat(rated.status()).isZero();
        String explained = run("explain", "--model", "chicago-risk", "--as-of", "2014-03-01", "chicago-licence:1003")
                .out();
        assertThat(explained).contains("Foretold risk", "chicago-critical-2014-03-01.csv:4", LAST_INSPECTION);
    }

    private static void approve(String until) {
        Trainings trainings = new Trainings(keepsTheServerRunning.dsl());
        StoredTraining judged = learnedUntil(until);
        LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
        trainings.decide(
                judged,
                ((Adoption.Simulated) judged.adoption())
                        .approve(new Decision("approver", Instant.now(), today, "it was judged"), today),
                "approver",
                Instant.now());
    }

    private static StoredTraining learnedUntil(String day) {
        return new Trainings(keepsTheServerRunning.dsl())
                .of("chicago-critical").stream()
                        .filter(training -> training.until().equals(LocalDate.parse(day)))
                        .findFirst()
                        .orElseThrow();
    }

    private void aBrokenDefinitionIsToldAndTheDayGoesOn() throws IOException {
        Path broken = folder.resolve("broken");
        Files.createDirectories(broken.resolve("predictions"));
        Files.writeString(
                broken.resolve("predictions/chicago-critical.yaml"),
                Files.readString(Path.of("..", "config", "predictions", "chicago-critical.yaml"))
                        .replace("plan_days: 30", "plan_days: 0"));
        CommandResult daily = run(
                "daily",
                "--feeds",
                Files.createDirectories(folder.resolve("no-feeds")).toString(),
                "--config",
                broken.toString());
        assertThat(daily.out()).contains("chicago-critical was not foretold", "plan_days", "Published the files of");
        assertThat(daily.status()).isEqualTo(ExitStatus.DONE_WITH_REFUSALS);
    }
}

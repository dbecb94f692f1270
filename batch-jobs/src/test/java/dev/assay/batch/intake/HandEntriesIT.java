package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.store.database.NamedLock;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.history.FactHistory;
import dev.assay.store.history.FactRecord;
import dev.assay.store.history.FactVersion;
import dev.assay.store.history.Origin;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.HandEntries.Outcome;
import dev.assay.store.intake.HandEntries.Result;
import dev.assay.store.intake.HandFact;
import dev.assay.store.intake.HandGrounds;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What persons enter, correct and withdraw, beside what feeds tell of the same records. */
class HandEntriesIT {

    private static final LocalDate HAPPENED = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 1);
    private static final String SUM =
            "SELECT run_id FROM import_run WHERE rows_read <> taken + unchanged + superseded + refused";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ListFeed list;

    @BeforeEach
    void feed() throws IOException {
        list = ListFeed.in(directory);
    }

    private static HandEntries entries(Intake intake) {
        return new HandEntries(intake.test().database());
    }

    private static HandGrounds because(String reason, String paper) {
        return new HandGrounds(new Decision("lin", Instant.now(), TODAY, reason), paper);
    }

    private static HandFact penalty(String fine) {
        return new HandFact("penalty", null, HAPPENED, Values.of(Map.of("fine", new BigDecimal(fine))));
    }

    private static HandFact named(String name) {
        return new HandFact("business", null, HAPPENED, Values.of(Map.of("name", name)));
    }

    private static RegisteredBusiness shop(Intake intake, String name) {
        return new BusinessRegister(intake.test().database().dsl())
                .find(new Identity("local", "list/" + name))
                .orElseThrow();
    }

    private static List<FactRecord> records(Intake intake, String shop, String kind, Instant knownAt) {
        return new FactHistory(intake.test().database().dsl())
                .read(
                        shop(intake, shop).key(),
                        new Cut(TODAY, knownAt),
                        new FactHistory.Part(Vocabulary.BUILT_IN.names(), kind, 0, 100));
    }

    /** Each version as {@code fine origin as}; the one that stands without the last. */
    private static List<String> told(Intake intake, Instant knownAt) {
        List<String> told = new ArrayList<>();
        for (FactRecord record : records(intake, "a", "penalty", knownAt)) {
            for (FactVersion version : record.versions()) {
                told.add(version.fact().values().fields().get("fine") + " " + version.origin()
                        + (version.closing() == null
                                ? ""
                                : " " + version.closing().as()));
            }
        }
        return told;
    }

    /** The fines that grades read. */
    private static List<String> read(Intake intake, Instant knownAt) {
        return new CreditFileReader(intake.test().database())
                .find(new Identity("local", "list/a"), new Cut(TODAY, knownAt))
                .orElseThrow()
                .file()
                .factsOf("penalty")
                .map(fact -> fact.values().fields().get("fine") + " " + fact.source())
                .toList();
    }

    private static long standing(Intake intake, String kind) {
        return records(intake, "a", kind, Instant.now()).getFirst().findStanding().stream()
                .map(FactVersion::fact)
                .map(Fact::id)
                .findFirst()
                .orElseThrow();
    }

    @OnEachServer
    void whatIsEnteredStandsWithWhoWhyAndPaperAndIsAnImportOfItsOwn(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.delta(intake, "2024-01-01", ListFeed.row("1", "a", 5));
            Instant before = Instant.now();
            long shop = shop(intake, "a").key();
            Result done = entries(intake).enter(shop, penalty("52000.00"), because("sent on paper", "No. 7"));

            assertThat(done.outcome()).isEqualTo(Outcome.DONE);
            FactVersion entered = records(intake, "a", "penalty", Instant.now())
                    .getFirst()
                    .versions()
                    .getFirst();
            assertThat(entered.origin().feed()).isEqualTo("by-hand");
            assertThat(entered.origin().file()).isEqualTo("No. 7");
            assertThat(entered.origin().line()).isNull();
            assertThat(entered.origin().sha256()).hasSize(64);
            assertThat(entered.origin().hand()).isEqualTo(new Origin.Hand("lin", "sent on paper"));
            assertThat(entered.fact().knownOn()).isEqualTo(TODAY);
            assertThat(entered.fact().recordedAt()).isAfter(before);
            assertThat(read(intake, Instant.now()))
                    .containsExactlyInAnyOrder("52000.00 by-hand No. 7", "5 list some 2024-01-01.csv:2");
            assertThat(read(intake, before)).containsExactly("5 list some 2024-01-01.csv:2");
            assertThat(shop(intake, "a").changedAt()).isEqualTo(entered.fact().recordedAt());
            assertThat(intake.texts(
                            "SELECT CONCAT_WS(' ', feed, file, state, as_at, rows_read, taken, superseded, retracted) FROM import_run WHERE run_id = "
                                    + done.run()))
                    .containsExactly("by-hand No. 7 PUBLISHED 2024-02-01 1 1 0 0");
            assertThat(entries(intake).find(done.run())).hasValueSatisfying(entry -> {
                assertThat(entry.act()).isEqualTo("ENTERED");
                assertThat(entry.business()).isEqualTo(new Identity("local", "list/a"));
            });
            assertThat(intake.texts(SUM)).isEmpty();
        }
    }

    @OnEachServer
    void theSameWithTheSamePaperIsRecordedOnce(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.delta(intake, "2024-01-01", ListFeed.row("1", "a", 5));
            HandEntries entries = entries(intake);
            long shop = shop(intake, "a").key();
            long told = standing(intake, "penalty");
            Result first = entries.enter(shop, penalty("7"), because("one", "P1"));
            Result again = entries.enter(shop, penalty("7"), because("one", "P1"));
            assertThat(again).isEqualTo(new Result(Outcome.ALREADY, first.run(), first.fact()));
            Result corrected = entries.correct(shop, told, penalty("6"), because("a slip", "P2"));
            assertThat(entries.correct(shop, told, penalty("6"), because("a slip", "P2")))
                    .isEqualTo(new Result(Outcome.ALREADY, corrected.run(), corrected.fact()));
            Result withdrawn = entries.withdraw(shop, first.fact(), because("not theirs", "P3"));
            assertThat(entries.withdraw(shop, first.fact(), because("not theirs", "P3")))
                    .isEqualTo(new Result(Outcome.ALREADY, withdrawn.run(), first.fact()));
            assertThat(intake.texts("SELECT act FROM hand_entry ORDER BY run_id"))
                    .containsExactly("ENTERED", "CORRECTED", "WITHDRAWN");
            // Another paper tells another fact.
            assertThat(entries.enter(shop, penalty("7"), because("one", "P4")).outcome())
                    .isEqualTo(Outcome.DONE);
        }
    }

    @OnEachServer
    void whatIsCorrectedAndWithdrawnShowsWhatItReplacedAndWhatWasKnownBeforeStaysAsItWas(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.delta(intake, "2024-01-01", ListFeed.row("1", "a", 5));
            HandEntries entries = entries(intake);
            long shop = shop(intake, "a").key();
            Instant told = Instant.now();
            entries.correct(shop, standing(intake, "penalty"), penalty("50"), because("a nought was lost", "P1"));
            Instant corrected = Instant.now();
            entries.correct(shop, standing(intake, "penalty"), penalty("500"), because("two were", "P2"));
            Instant twice = Instant.now();
            long last = standing(intake, "penalty");
            entries.withdraw(shop, last, because("annulled", "P3"));
            Instant withdrawn = Instant.now();
            entries.correct(shop, last, penalty("500"), because("the annulment was another's", "P4"));

            assertThat(told(intake, told)).containsExactly("5 list some 2024-01-01.csv:2");
            assertThat(told(intake, corrected))
                    .containsExactly("50 by-hand P1", "5 list some 2024-01-01.csv:2 HAND_CORRECTED");
            assertThat(told(intake, twice))
                    .containsExactly(
                            "500 by-hand P2",
                            "50 by-hand P1 HAND_CORRECTED",
                            "5 list some 2024-01-01.csv:2 HAND_CORRECTED");
            assertThat(told(intake, withdrawn)).first().isEqualTo("500 by-hand P2 HAND_WITHDRAWN");
            assertThat(told(intake, Instant.now())).first().isEqualTo("500 by-hand P4");
            assertThat(List.of(read(intake, told), read(intake, corrected), read(intake, withdrawn)))
                    .containsExactly(List.of("5 list some 2024-01-01.csv:2"), List.of("50 by-hand P1"), List.of());

            var closing = records(intake, "a", "penalty", corrected)
                    .getFirst()
                    .earlier()
                    .getFirst()
                    .closing();
            assertThat(Objects.requireNonNull(Objects.requireNonNull(closing).by())
                            .hand())
                    .isEqualTo(new Origin.Hand("lin", "a nought was lost"));
            assertThat(Objects.requireNonNull(closing.successor()).values().fields())
                    .containsEntry("fine", new BigDecimal("50"));
            var end = records(intake, "a", "penalty", withdrawn)
                    .getFirst()
                    .versions()
                    .getFirst()
                    .closing();
            assertThat(Objects.requireNonNull(Objects.requireNonNull(end).by()).toString())
                    .isEqualTo("by-hand P3");
            assertThat(end.successor()).isNull();
            assertThat(intake.texts(SUM)).isEmpty();
        }
    }

    @OnEachServer
    void aFeedThatTellsTheSameAgainChangesNothingAndSomethingNewTakesThePlace(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.delta(intake, "2024-01-01", ListFeed.row("1", "a", 5));
            HandEntries entries = entries(intake);
            long shop = shop(intake, "a").key();
            entries.correct(shop, standing(intake, "penalty"), penalty("50"), because("a nought was lost", "P1"));

            assertThat(Intake.account(list.delta(intake, "2024-01-05", ListFeed.row("1", "a", 5))))
                    .isEqualTo("read 1 = taken 0 + unchanged 1 + superseded 0 + refused 0");
            // Older than what the feed told last: history, whatever it tells.
            list.delta(intake, "2024-01-03", ListFeed.row("1", "a", 4));
            assertThat(read(intake, Instant.now())).containsExactly("50 by-hand P1");

            assertThat(Intake.account(list.delta(intake, "2024-01-06", ListFeed.row("1", "a", 60))))
                    .isEqualTo("read 1 = taken 0 + unchanged 0 + superseded 1 + refused 0");
            assertThat(told(intake, Instant.now()))
                    .startsWith("60 list some 2024-01-06.csv:2")
                    .contains("50 by-hand P1 OVERTAKEN", "4 list some 2024-01-03.csv:2 OLDER");
            assertThat(intake.texts(SUM)).isEmpty();
        }
    }

    @OnEachServer
    void whatIsWithdrawnStaysSoUntilItsFeedTellsSomethingNew(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.delta(intake, "2024-01-01", ListFeed.row("1", "a", 5));
            entries(intake).withdraw(shop(intake, "a").key(), standing(intake, "penalty"), because("not theirs", "P1"));

            assertThat(Intake.account(list.delta(intake, "2024-01-05", ListFeed.row("1", "a", 5))))
                    .isEqualTo("read 1 = taken 0 + unchanged 1 + superseded 0 + refused 0");
            list.delta(intake, "2024-01-03", ListFeed.row("1", "a", 4));
            assertThat(read(intake, Instant.now())).isEmpty();

            list.delta(intake, "2024-01-06", ListFeed.row("1", "a", 6));
            assertThat(read(intake, Instant.now())).containsExactly("6 list some 2024-01-06.csv:2");
            // Said again now, the withdrawn version is no longer what the feed told last.
            list.delta(intake, "2024-01-07", ListFeed.row("1", "a", 5));
            assertThat(read(intake, Instant.now())).containsExactly("5 list some 2024-01-07.csv:2");
            assertThat(intake.texts(SUM)).isEmpty();
        }
    }

    @OnEachServer
    void aFullStateLeavesACorrectionThatItTellsNothingNewOfAndRetractsOneWhoseRecordItLacks(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            String[] others = new String[20];
            for (int i = 0; i < others.length; i++) {
                others[i] = ListFeed.row("r" + i, "Shop " + i, 1);
            }
            list.full(intake, "2024-01-01", with(others, ListFeed.row("1", "a", 5)));
            HandEntries entries = entries(intake);
            long shop = shop(intake, "a").key();
            entries.correct(shop, standing(intake, "penalty"), penalty("50"), because("a nought was lost", "P1"));
            entries.enter(shop, penalty("7"), because("on paper only", "P2"));

            assertThat(list.full(intake, "2024-01-02", with(others, ListFeed.row("1", "a", 5)))
                            .retracted())
                    .isZero();
            assertThat(read(intake, Instant.now())).containsExactlyInAnyOrder("50 by-hand P1", "7 by-hand P2");

            assertThat(list.full(intake, "2024-01-03", others).retracted()).isEqualTo(1);
            assertThat(read(intake, Instant.now())).containsExactly("7 by-hand P2");
            assertThat(told(intake, Instant.now())).contains("50 by-hand P1 RETRACTED");
        }
    }

    private static String[] with(String[] rows, String more) {
        List<String> all = new ArrayList<>(List.of(rows));
        all.add(more);
        return all.toArray(String[]::new);
    }

    @OnEachServer
    void theRegisterFollowsADescriptionThatIsCorrectedByHand(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.delta(intake, "2024-01-01", ListFeed.row("1", "a", 5));
            long shop = shop(intake, "a").key();
            entries(intake).correct(shop, standing(intake, "business"), named("海味小馆"), because("renamed", "P1"));
            assertThat(shop(intake, "a").name()).isEqualTo("海味小馆");
            list.delta(intake, "2024-01-02", ListFeed.row("1", "a", 5));
            assertThat(shop(intake, "a").name()).isEqualTo("海味小馆");
        }
    }

    @OnEachServer
    void whatCannotBeCarriedOutChangesNothing(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.delta(intake, "2024-01-01", ListFeed.row("1", "a", 5), ListFeed.row("2", "b", 5));
            HandEntries entries = entries(intake);
            long shop = shop(intake, "a").key();
            long told = standing(intake, "penalty");
            HandGrounds grounds = because("why", "P");
            assertThat(entries.correct(shop(intake, "b").key(), told, penalty("6"), grounds)
                            .outcome())
                    .isEqualTo(Outcome.NO_SUCH_FACT);
            assertThat(entries.withdraw(shop, 1, grounds).outcome()).isEqualTo(Outcome.NO_SUCH_FACT);
            assertThat(entries.correct(shop, told, penalty("5"), grounds).outcome())
                    .isEqualTo(Outcome.SAME);
            try (NamedLock _ =
                    NamedLock.tryAcquire(intake.test().database(), "job-import").orElseThrow()) {
                assertThat(entries.enter(shop, penalty("6"), grounds).outcome()).isEqualTo(Outcome.BUSY);
            }
            assertThat(intake.texts("SELECT run_id FROM hand_entry")).isEmpty();
            assertThat(entries.correct(shop, told, penalty("6"), grounds).outcome())
                    .isEqualTo(Outcome.DONE);
            assertThat(entries.correct(shop, told, penalty("7"), grounds).outcome())
                    .isEqualTo(Outcome.OVERTAKEN);
            assertThat(entries.withdraw(shop, told, grounds).outcome()).isEqualTo(Outcome.OVERTAKEN);
        }
    }
}

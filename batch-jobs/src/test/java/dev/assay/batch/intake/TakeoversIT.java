package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.store.fact.Cut;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.HandEntries.Outcome;
import dev.assay.store.intake.HandEntries.Result;
import dev.assay.store.intake.HandFact;
import dev.assay.store.intake.HandGrounds;
import dev.assay.store.register.BusinessMerges;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.Takeovers;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;

/** Who went on in whose place: told by a feed or by hand in the successor's file, and found from the predecessor's. */
class TakeoversIT {

    private static final String HEADER = "统一社会信用代码,原主体代码,承继事由,承继日期\n";
    private static final Identity FOOD_COMPANY = new Identity("uscc", "91320600000000019U");
    private static final Identity RESTAURANT = new Identity("uscc", "92320613MA0000015A");
    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 2);
    private static final LocalDate SINCE = LocalDate.of(2026, 2, 3);
    private static final Instant EVER = Instant.parse("2999-01-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private Path file(String name, String... rows) throws IOException {
        return Files.writeString(directory.resolve(name), HEADER + String.join("\n", rows) + "\n");
    }

    private static long key(Intake intake, Identity identity) {
        return new BusinessRegister(intake.test().database().dsl())
                .find(identity)
                .orElseThrow()
                .key();
    }

    private static List<String> successors(Intake intake, Identity of, LocalDate asOf, Instant knownAt) {
        return new Takeovers(intake.test().database().dsl())
                .successorsOf(key(intake, of), new Cut(asOf, knownAt)).stream()
                        .map(one -> one.takeover().on() + " " + one.successor() + " "
                                + one.takeover().find("ground").orElse(""))
                        .toList();
    }

    private static HandGrounds because(String reason) {
        return new HandGrounds(new Decision("lin", Instant.now(), LocalDate.of(2026, 3, 1), reason), "No. 1");
    }

    private static HandFact takeover(String predecessor) {
        return new HandFact("takeover", null, SINCE, Values.of(Map.of("predecessor", predecessor, "ground", "合并")));
    }

    private static Identity addBusiness(Intake intake, String value) {
        DSLContext dsl = intake.test().database().dsl();
        dsl.execute("""
                INSERT INTO business (scheme, identity, name, recorded_at, changed_at)
                VALUES ('sample', ?, '另一家', '2026-01-01', '2026-01-01')
                """, value);
        dsl.execute(
                "INSERT INTO identity SELECT scheme, identity, business_key FROM business WHERE scheme = 'sample' AND identity = ?",
                value);
        return new Identity("sample", value);
    }

    @OnEachServer
    void thePredecessorSeesItFromItsDayOnAndNotBeforeItWasKnown(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("cn-licence", Path.of("src/test/resources/presets/cn-licence.csv"));
            Instant before = Instant.now();
            ImportReport report = intake.run(
                    "cn-takeover", file("t.csv", FOOD_COMPANY.value() + "," + RESTAURANT.value() + ",合并,2026-02-03"));
            assertThat(Intake.account(report)).isEqualTo("read 1 = taken 1 + unchanged 0 + superseded 0 + refused 0");

            String told = "2026-02-03 " + FOOD_COMPANY + " 合并";
            assertThat(successors(intake, RESTAURANT, SINCE, EVER)).containsExactly(told);
            assertThat(successors(intake, RESTAURANT, BEFORE, EVER)).isEmpty();
            assertThat(successors(intake, RESTAURANT, SINCE, before)).isEmpty();
            assertThat(successors(intake, FOOD_COMPANY, SINCE, EVER)).isEmpty();
        }
    }

    @OnEachServer
    void aCorrectionThatNamesAnotherPredecessorMovesTheLinkAndAWithdrawalEndsIt(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("cn-licence", Path.of("src/test/resources/presets/cn-licence.csv"));
            Identity other = addBusiness(intake, "1");
            HandEntries hand = new HandEntries(intake.test().database());
            long successor = key(intake, FOOD_COMPANY);
            Result entered = hand.enter(successor, takeover(RESTAURANT.value()), because("on paper"));
            assertThat(successors(intake, RESTAURANT, SINCE, EVER)).hasSize(1);
            Instant entry = Instant.now();

            Result corrected = hand.correct(
                    successor, entered.fact(), takeover(" sample: " + other.value()), because("wrong code"));
            assertThat(corrected.outcome()).isEqualTo(Outcome.DONE);
            assertThat(successors(intake, RESTAURANT, SINCE, EVER)).isEmpty();
            assertThat(successors(intake, other, SINCE, EVER)).hasSize(1);
            assertThat(successors(intake, RESTAURANT, SINCE, entry)).hasSize(1);

            hand.withdraw(successor, corrected.fact(), because("it was no takeover"));
            assertThat(successors(intake, other, SINCE, EVER)).isEmpty();
        }
    }

    @OnEachServer
    void aMergedPredecessorKeepsItsSuccessorAndAMergedSuccessorIsShownAsTheOneThatGoesOn(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server)) {
            intake.run("cn-licence", Path.of("src/test/resources/presets/cn-licence.csv"));
            intake.run(
                    "cn-takeover", file("t.csv", FOOD_COMPANY.value() + "," + RESTAURANT.value() + ",合并,2026-02-03"));
            Identity third = addBusiness(intake, "3");
            Identity fourth = addBusiness(intake, "4");
            BusinessMerges merges = new BusinessMerges(intake.test().database());
            Decision decision = new Decision("lin", Instant.now(), SINCE, "the same");
            assertThat(merges.merge(RESTAURANT, third, decision)).isEqualTo(BusinessMerges.Outcome.DONE);
            assertThat(successors(intake, third, SINCE, EVER)).containsExactly("2026-02-03 " + FOOD_COMPANY + " 合并");
            assertThat(merges.merge(FOOD_COMPANY, fourth, decision)).isEqualTo(BusinessMerges.Outcome.DONE);
            assertThat(successors(intake, third, SINCE, EVER)).containsExactly("2026-02-03 " + fourth + " 合并");
        }
    }
}

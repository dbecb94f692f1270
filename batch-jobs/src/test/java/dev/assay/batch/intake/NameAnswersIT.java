package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.identity.Identity;
import dev.assay.store.database.NamedLock;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.intake.NameAnswers.Outcome;
import dev.assay.store.review.Answer;
import dev.assay.store.review.NameQuestion;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides of whose record it is, and undoes. */
class NameAnswersIT {

    private static final Identity S2 = new Identity("sample", "S2");
    private static final Identity S3 = new Identity("sample", "S3");
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private static Instant lastRecorded(Names names) {
        String text = names.intake()
                .texts("SELECT DATE_FORMAT(MAX(recorded_at), '%Y-%m-%d %H:%i:%s.%f') FROM import_run")
                .getFirst();
        return LocalDateTime.parse(text, COLUMN).toInstant(ZoneOffset.UTC);
    }

    private static int facts(Names names, Identity business, Instant knownAt) {
        return new CreditFileReader(names.intake().test().database())
                .find(business, new Cut(LocalDate.of(2022, 1, 1), knownAt))
                .orElseThrow()
                .file()
                .facts()
                .size();
    }

    @OnEachServer
    void aDecisionTakesTheRecordInWithItsFileAndLineAndHoldsForLaterFiles(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            names.papers("papers", "2021-02-01", "P0,启东市鼎丰园食品厂,,,,糖", "P1,便民超市,,,,油");
            Instant before = lastRecorded(names);
            NameQuestion question = names.question("便民超市");
            assertThat(names.answers().answer(question.id(), new Answer.OfBusiness(S3), Names.by("lin")))
                    .isEqualTo(Outcome.DONE);
            assertThat(names.samples()).contains("P1 sample S3 油 papers 2021-02-01.csv 3");
            assertThat(names.quarantine()).isEmpty();
            assertThat(lastRecorded(names)).isAfter(before);
            assertThat(facts(names, S3, before)).isEqualTo(1);
            assertThat(facts(names, S3, lastRecorded(names))).isEqualTo(2);
            assertThat(names.questions().decisions(question.id()))
                    .singleElement()
                    .satisfies(decision -> {
                        assertThat(decision.by()).isEqualTo("lin");
                        assertThat(decision.business()).isEqualTo(S3);
                        assertThat(decision.undone()).isNull();
                    });
            ImportReport later = names.papers("papers", "2021-03-01", "P2,便民超市,,,,盐", "P3,便民超市,某路1号,,,醋");
            assertThat(Intake.account(later)).isEqualTo("read 2 = taken 1 + unchanged 0 + superseded 0 + refused 1");
            assertThat(names.samples()).contains("P2 sample S3 盐 papers 2021-03-01.csv 2");
            ImportReport again = names.papers("papers", "2021-02-01", "P0,启东市鼎丰园食品厂,,,,糖", "P1,便民超市,,,,油");
            assertThat(Intake.account(again)).isEqualTo("read 2 = taken 0 + unchanged 2 + superseded 0 + refused 0");
            assertThat(names.intake().texts("""
                            SELECT run_id FROM import_run
                            WHERE rows_read <> taken + unchanged + superseded + refused
                            """)).isEmpty();
        }
    }

    @OnEachServer
    void whatIsUndoneIsTakenBackAlsoFromLaterFilesAndCanStillBeSeenAsItWasKnown(TestDatabases server)
            throws IOException {
        try (Names names = Names.on(server, directory)) {
            names.papers("papers", "2021-02-01", "P1,便民超市,,,,油");
            long id = names.question("便民超市").id();
            names.answers().answer(id, new Answer.OfBusiness(S3), Names.by("lin"));
            names.papers("papers", "2021-03-01", "P2,便民超市,,,,盐");
            Instant known = lastRecorded(names);
            assertThat(names.answers().undo(id, Names.by("zhou"))).isEqualTo(Outcome.DONE);
            assertThat(names.samples()).isEmpty();
            assertThat(names.quarantine())
                    .containsExactly(
                            "papers 2021-02-01.csv 2 business-review", "papers 2021-03-01.csv 2 business-review");
            assertThat(facts(names, S3, known)).isEqualTo(3);
            assertThat(facts(names, S3, lastRecorded(names))).isEqualTo(1);
            assertThat(names.question("便民超市").records()).isEqualTo(2);
            assertThat(names.questions().decisions(id).getFirst().undone()).isNotNull();
            names.answers().answer(id, new Answer.OfBusiness(S2), Names.by("zhou"));
            assertThat(names.samples())
                    .containsExactly(
                            "P1 sample S2 油 papers 2021-02-01.csv 2", "P2 sample S2 盐 papers 2021-03-01.csv 2");
            assertThat(facts(names, S3, known)).isEqualTo(3);
        }
    }

    @OnEachServer
    void aNewBusinessIsAddedAndAfterItsUndoingNobodyIsLikeIt(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            names.papers("papers", "2021-02-01", "P1,瑞丰里海鲜馆,某路1号,,,油");
            long id = names.question("瑞丰里海鲜馆").id();
            names.answers().answer(id, new Answer.OfNewBusiness(), Names.by("lin"));
            assertThat(names.samples()).containsExactly("P1 local 瑞丰里海鲜馆 油 papers 2021-02-01.csv 2");
            names.answers().undo(id, Names.by("lin"));
            names.papers("papers", "2021-03-01", "P2,瑞丰里海鲜馆,某路1号,,,盐");
            assertThat(names.samples()).isEmpty();
            assertThat(names.question("瑞丰里海鲜馆").candidates())
                    .extracting(candidate -> candidate.identity())
                    .containsExactly("sample:S5");
        }
    }

    @OnEachServer
    void whatIsLeftOutStaysInQuarantineUnderItsOwnReason(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            names.papers("papers", "2021-02-01", "P1,便民超市,,,,油");
            long id = names.question("便民超市").id();
            names.answers().answer(id, new Answer.OfNobody(), Names.by("lin"));
            ImportReport later = names.papers("papers", "2021-03-01", "P2,便民超市,,,,盐");
            assertThat(Intake.account(later)).isEqualTo("read 1 = taken 0 + unchanged 0 + superseded 0 + refused 1");
            assertThat(names.quarantine())
                    .containsExactly(
                            "papers 2021-02-01.csv 2 business-left-out", "papers 2021-03-01.csv 2 business-left-out");
            names.answers().undo(id, Names.by("lin"));
            assertThat(names.quarantine())
                    .containsExactly(
                            "papers 2021-02-01.csv 2 business-review", "papers 2021-03-01.csv 2 business-review");
        }
    }

    @OnEachServer
    void aDecisionIsRefusedWhereOneStandsOrNobodyIsKnownOrAFileIsBeingTakenIn(TestDatabases server) throws IOException {
        try (Names names = Names.on(server, directory)) {
            names.papers("papers", "2021-02-01", "P1,便民超市,,,,油");
            long id = names.question("便民超市").id();
            var answers = names.answers();
            Answer toS2 = new Answer.OfBusiness(S2);
            assertThat(answers.answer(id, new Answer.OfBusiness(new Identity("sample", "S9")), Names.by("lin")))
                    .isEqualTo(Outcome.NO_SUCH_BUSINESS);
            assertThat(answers.answer(id + 9, toS2, Names.by("lin"))).isEqualTo(Outcome.NO_SUCH_QUESTION);
            assertThat(answers.undo(id, Names.by("lin"))).isEqualTo(Outcome.OVERTAKEN);
            try (NamedLock _ = NamedLock.tryAcquire(names.intake().test().database(), "job-import")
                    .orElseThrow()) {
                assertThat(answers.answer(id, toS2, Names.by("lin"))).isEqualTo(Outcome.BUSY);
            }
            assertThat(answers.answer(id, toS2, Names.by("lin"))).isEqualTo(Outcome.DONE);
            assertThat(answers.answer(id, new Answer.OfNobody(), Names.by("lin")))
                    .isEqualTo(Outcome.OVERTAKEN);
        }
    }

    @OnEachServer
    void anyOrderOfDecidingAndUndoingEndsInTheStateOfTheLastDecisions(TestDatabases server) throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            Map<String, Answer> last = new HashMap<>();
            try (Names many = Names.on(server, directory.resolve("many" + seed));
                    Names once = Names.on(server, directory.resolve("once" + seed))) {
                many.papers("papers", "2021-02-01", rows(1));
                once.papers("papers", "2021-02-01", rows(1));
                for (int step = 0; step < 25; step++) {
                    if (step == 8 || step == 16) {
                        many.papers("papers", "2021-0" + (step / 8 + 2) + "-01", rows(step / 8 + 1));
                    }
                    String name = NAMES.get(random.nextInt(NAMES.size()));
                    if (last.containsKey(name)) {
                        long id = answered(many, name);
                        assertThat(many.answers().undo(id, Names.by("a"))).isEqualTo(Outcome.DONE);
                        last.remove(name);
                    } else {
                        Answer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
                        assertThat(many.answers().answer(many.question(name).id(), answer, Names.by("a")))
                                .isEqualTo(Outcome.DONE);
                        last.put(name, answer);
                    }
                }
                once.papers("papers", "2021-03-01", rows(2));
                once.papers("papers", "2021-04-01", rows(3));
                last.forEach((name, answer) ->
                        once.answers().answer(once.question(name).id(), answer, Names.by("a")));
                assertThat(many.samples()).as("seed %d, %s", seed, last).isEqualTo(once.samples());
                assertThat(many.quarantine()).isEqualTo(once.quarantine());
                assertThat(many.intake().texts("SELECT run_id FROM staged_fact"))
                        .isEmpty();
            }
        }
    }

    private static final List<String> NAMES = List.of("便民超市", "瑞丰里海鲜馆", "瑞丰里");
    private static final List<Answer> ANSWERS = List.of(
            new Answer.OfBusiness(S2), new Answer.OfBusiness(S3), new Answer.OfNewBusiness(), new Answer.OfNobody());

    /** The second and third file correct a record of the first, repeat another and bring new ones. */
    private static String[] rows(int file) {
        List<String> rows = new ArrayList<>();
        for (String name : NAMES) {
            rows.add("%s-corrected,%s,,,,第%d版".formatted(name, name, file));
            rows.add("%s-same,%s,,,,油".formatted(name, name));
            rows.add("%s-%d,%s,,,,盐".formatted(name, file, name));
        }
        return rows.toArray(String[]::new);
    }

    private static long answered(Names names, String name) {
        return names.questions().in(false, null, 0, 100).stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}

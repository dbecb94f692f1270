package dev.assay.batch.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.AssayJobs;
import dev.assay.batch.JobLaunch;
import dev.assay.batch.intake.Imports;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.Level;
import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.ListingStep;
import dev.assay.core.listing.Weighing;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.listing.ListEditionFile;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.register.BusinessMerges;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Which penalties open a case for the serious-violation list, through the real job. */
class ListingsIT {

    private static final String HEAD = """
            title: {zh: 试, en: Trial}
            format: {type: csv, encoding: utf-8}
            history: true
            state: delta
            as_at: {latest_of: day}
            business:
              - {scheme: sample, column: code, creates: true}
            """;

    private static final String FEED_PENALTIES = "feed: penalties\n" + HEAD + """
            columns: [code, no, day, conduct, kind]
            facts:
              - kind: penalty
                key: [no]
                occurred_on: {column: day, required: true}
                fields: {document_no: no, conduct: conduct, kinds: {column: kind, split: [；]}}
            """;

    private static final String FEED_STEPS = "feed: steps\n" + HEAD + """
            columns: [code, no, day, step]
            facts:
              - kind: penalty-step
                key: [no, step]
                occurred_on: {column: day, required: true}
                fields: {penalty_no: no, step: step}
            """;

    private static final String FEED_BANS = "feed: bans\n" + HEAD + """
            columns: [code, no, day, person, term]
            facts:
              - kind: trade-ban
                key: [no]
                occurred_on: {column: day, required: true}
                fields: {document_no: no, person: person, term: term}
            """;

    private static final String PENALTIES = """
            code,no,day,conduct,kind
            S1,罚1号,2026-01-05,销售病死猪肉,吊销许可证件
            S2,罚2号,2026-01-05,销售病死猪肉,吊销许可证件
            S3,罚3号,2026-01-05,销售病死猪肉,吊销许可证件
            S4,罚4号,2026-01-05,销售病死猪肉,吊销许可证件
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private AnnotationConfigApplicationContext jobs(Database database) throws IOException {
        Path feeds = Files.createDirectories(directory.resolve("config/feeds"));
        Files.writeString(feeds.resolve("penalties.yaml"), FEED_PENALTIES);
        Files.writeString(feeds.resolve("steps.yaml"), FEED_STEPS);
        Files.writeString(feeds.resolve("bans.yaml"), FEED_BANS);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("assay.data-dir", directory.toString())));
        context.registerBean(Database.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(ConfigFiles.class, () -> ConfigFiles.in(directory.resolve("config")));
        context.registerBean(InstantSource.class, InstantSource::system);
        context.register(AssayJobs.class);
        context.refresh();
        return context;
    }

    private void take(AnnotationConfigApplicationContext context, String feed, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(feed + text.hashCode() + ".csv"), text);
        assertThat(context.getBean(Imports.class)
                        .run(feed, file, Optional.empty())
                        .refused())
                .isZero();
    }

    private static void list(AnnotationConfigApplicationContext context, String asOf) {
        Listings.run(
                context.getBean(JobLaunch.class),
                context.getBean("listJob", Job.class),
                new Cut(LocalDate.parse(asOf), Instant.now()));
    }

    private static List<String> cases(TestDatabase test) {
        return test.database()
                .dsl()
                .fetch(
                        "SELECT CONCAT(b.identity, c.record_key) FROM listing_case c JOIN business b USING (business_key) WHERE c.list = 'serious-violation' ORDER BY 1")
                .getValues(0, String.class);
    }

    @OnEachServer
    void aPenaltyThatWasAnnulledOrRepairedProposesNothingFromThatDayOn(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            take(context, "penalties", PENALTIES);
            take(context, "steps", """
                    code,no,day,step
                    S1,罚1号,2026-02-01,annulled
                    S2,罚2号,2026-02-01,repaired
                    S3,罚3号,2026-02-01,performed
                    S4,罚4号,2026-03-01,annulled
                    """);
            list(context, "2026-02-01");
            assertThat(cases(test)).containsExactly("S3 罚3号", "S4 罚4号");

            take(context, "steps", "code,no,day,step\nS1,罚1号,2026-04-01,annulled\n");
            list(context, "2026-03-31");
            assertThat(cases(test))
                    .as("the annulment was corrected to a later day")
                    .containsExactly("S1 罚1号", "S3 罚3号", "S4 罚4号");
        }
    }

    @OnEachServer
    void theAnnulmentMayStandUnderABusinessThatIsMergedWithThePunishedOne(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            take(context, "penalties", PENALTIES);
            take(context, "steps", "code,no,day,step\nS9,罚1号,2026-02-01,annulled\nS9,罚9号,2026-02-01,annulled\n");
            Decision decision = new Decision("lin", Instant.now(), LocalDate.of(2026, 2, 2), "one licence");
            assertThat(new BusinessMerges(test.database())
                            .merge(new Identity("sample", "S9"), new Identity("sample", "S1"), decision))
                    .isEqualTo(BusinessMerges.Outcome.DONE);
            list(context, "2026-02-03");
            assertThat(cases(test)).containsExactly("S2 罚2号", "S3 罚3号", "S4 罚4号");
        }
    }

    /** Walks a case to the list, as persons would, on days of which the last publishes it. */
    private static void publish(TestDatabase test, String identity, LocalDate on) {
        ListRules rules =
                new ListRules(ListEditionFile.load(ConfigFiles.packaged()), CalendarFile.load(ConfigFiles.packaged()));
        ListingCases cases = new ListingCases(test.database().dsl());
        long id = test.database()
                .dsl()
                .fetchSingle(
                        "SELECT case_id FROM listing_case c JOIN business b USING (business_key) WHERE b.identity = ? AND c.list = 'serious-violation'",
                        identity)
                .get(0, Long.class);
        Map<String, String> weighed = rules.get("samr-order-44-2021").procedure().factors().stream()
                .collect(Collectors.toMap(factor -> factor.id(), factor -> "weighed"));
        Decision wang = new Decision("wang", Instant.now(), on, "because");
        Decision chen = new Decision("chen", Instant.now(), on, "because");
        Decision above = new Decision("above", Instant.now(), on, "because");
        for (ListingStep step : List.of(
                new ListingStep.Notice(wang),
                new ListingStep.Statement(wang),
                new ListingStep.Decide(chen, new Weighing(weighed, false), new Level("320681")),
                new ListingStep.Consent(above, new Level("3206"), "320681"),
                new ListingStep.Publish(wang))) {
            ListingCase seen = cases.find(id).orElseThrow();
            cases.take(seen, step, rules.of(seen.edition(), seen.rule(), seen.triggeredOn()));
        }
    }

    private static Map<String, String> states(TestDatabase test) {
        return test.database()
                .dsl()
                .fetch(
                        "SELECT b.identity, c.state FROM listing_case c JOIN business b USING (business_key) WHERE c.list = 'serious-violation' ORDER BY 1")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
    }

    @OnEachServer
    void anEntryExpiresOnTheDayAfterItsLastAndIsAnnulledWithItsPenalty(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            take(context, "penalties", PENALTIES);
            list(context, "2026-02-01");
            publish(test, "S1", LocalDate.of(2026, 2, 2));
            publish(test, "S2", LocalDate.of(2026, 2, 3));
            take(context, "steps", "code,no,day,step\nS2,罚2号,2026-05-01,annulled\nS3,罚3号,2026-05-01,annulled\n");
            list(context, "2026-05-02");
            assertThat(states(test))
                    .containsEntry("S1", "LISTED")
                    .containsEntry("S2", "ANNULLED")
                    .as("what is not decided waits for a person to dismiss it")
                    .containsEntry("S3", "PROPOSED");
            list(context, "2029-02-02");
            assertThat(states(test)).containsEntry("S1", "LISTED");
            list(context, "2029-02-03");
            assertThat(states(test)).containsEntry("S1", "EXPIRED");
            assertThat(new AuditLog(test.database().dsl()).verify(null).broken())
                    .isEmpty();
        }
    }

    @OnEachServer
    void whoRefusesToPerformAPenaltyIsProposedOnceForIt_AndLetGoWhenItIsAnnulled(TestDatabases server)
            throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            take(context, "penalties", """
                    code,no,day,conduct,kind
                    R1,罚1号,2026-01-05,标签瑕疵,罚款
                    R2,罚2号,2026-01-05,标签瑕疵,罚款
                    R3,罚3号,2026-01-05,标签瑕疵,罚款
                    """);
            take(context, "steps", """
                    code,no,day,step
                    R1,罚1号,2026-04-01,refused
                    R2,罚2号,2026-04-01,refused
                    R2,罚2号,2026-04-20,performed
                    R3,罚3号,2026-04-20,performed
                    """);
            list(context, "2026-04-21");
            assertThat(cases(test)).as("by the penalty's own number").containsExactly("R1 罚1号");
            assertThat(test.database()
                            .dsl()
                            .fetchSingle(
                                    "SELECT LENGTH(evidence) - LENGTH(REPLACE(evidence, ' ', '')) FROM listing_case")
                            .get(0, Integer.class))
                    .as("the penalty and the refusal, with a blank between")
                    .isOne();
            publish(test, "R1", LocalDate.of(2026, 4, 22));
            take(context, "steps", "code,no,day,step\nR1,罚1号,2026-05-01,annulled\n");
            list(context, "2026-05-02");
            assertThat(states(test)).containsExactly(Map.entry("R1", "ANNULLED"));
        }
    }

    @OnEachServer
    void aRecordOfABanNamesThePersonOfItsCaseUnlessItHoldsANumberInstead(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            take(context, "bans", """
                    code,no,day,person,term
                    B1,刑1号,2026-01-05,王小明,life
                    B2,刑2号,2026-01-05,320682199001011234,life
                    """);
            list(context, "2026-01-06");
            assertThat(test.database()
                            .dsl()
                            .fetch(
                                    "SELECT COALESCE(c.person, '-') FROM listing_case c JOIN business b USING (business_key) ORDER BY b.identity")
                            .getValues(0, String.class))
                    .containsExactly("王小明", "-");
        }
    }

    @OnEachServer
    void theThirdPenaltyWithinAYearOpensOneCaseAndTheFourthNoOther(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            take(context, "penalties", """
                    code,no,day,conduct,kind
                    T1,甲1号,2026-01-05,标签瑕疵,罚款
                    T1,甲2号,2026-02-05,标签瑕疵,警告
                    T2,乙1号,2026-01-05,标签瑕疵,罚款
                    T2,乙2号,2026-02-05,标签瑕疵,罚款
                    """);
            list(context, "2026-02-06");
            assertThat(threePenalties(test)).isEmpty();
            take(context, "penalties", """
                    code,no,day,conduct,kind
                    T1,甲3号,2026-03-05,标签瑕疵,罚款
                    T2,乙3号,2027-02-05,标签瑕疵,罚款
                    """);
            list(context, "2026-03-06");
            assertThat(threePenalties(test)).containsExactly("T1 甲3号");
            take(context, "penalties", "code,no,day,conduct,kind\nT1,甲4号,2026-04-05,标签瑕疵,罚款\n");
            list(context, "2026-04-06");
            list(context, "2027-02-06");
            assertThat(threePenalties(test))
                    .as("the penalties of T2 lie more than a year apart")
                    .containsExactly("T1 甲3号");
        }
    }

    private static List<String> threePenalties(TestDatabase test) {
        return test.database()
                .dsl()
                .fetch(
                        "SELECT CONCAT(b.identity, c.record_key) FROM listing_case c JOIN business b USING (business_key) WHERE c.list = 'three-penalties' ORDER BY 1")
                .getValues(0, String.class);
    }
}

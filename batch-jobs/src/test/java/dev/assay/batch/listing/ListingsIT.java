package dev.assay.batch.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.AssayJobs;
import dev.assay.batch.JobLaunch;
import dev.assay.batch.intake.Imports;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
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
                        "SELECT CONCAT(b.identity, c.record_key) FROM listing_case c JOIN business b USING (business_key) ORDER BY 1")
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
}

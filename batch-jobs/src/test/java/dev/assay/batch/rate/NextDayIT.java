package dev.assay.batch.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;

import dev.assay.batch.TestJobs;
import dev.assay.batch.intake.Imports;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.FilesToRate;
import dev.assay.store.rating.RatingOutcome;
import dev.assay.store.rating.RatingRuns;
import dev.assay.store.rating.StagedRun;
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
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The next day's run reads what it has to and no more, and leaves what a full run would leave. */
class NextDayIT {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
    private static final String HEADER =
            "fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement\n";
    private static final String PUBS = HEADER + """
            1,The Anchor,Pub/bar/nightclub,5,2024-01-01,022,FHRS,5,5,5
            2,The Bell,Pub/bar/nightclub,5,2024-01-01,022,FHRS,0,0,0
            3,The Crown,Pub/bar/nightclub,5,2024-02-03,022,FHRS,5,5,5
            4,The Dove,Pub/bar/nightclub,AwaitingInspection,2024-01-01,022,FHRS,,,
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private final ConfigFile model = GradingModels.file(ConfigFiles.packaged(), "uk-fhrs");

    private RateRequest request(LocalDate asOf, boolean full) {
        return new RateRequest(GradingModels.parse(model, Vocabulary.BUILT_IN), model.content(), asOf, null, full);
    }

    private void takeIn(AnnotationConfigApplicationContext context, String name, String rows) throws IOException {
        context.getBean(Imports.class)
                .run("fhrs", Files.writeString(directory.resolve(name), rows), Optional.of(DAY.minusDays(1)));
    }

    /** Rates what is due, and then everything, which must change nothing; answers how many the first looked at. */
    private long rated(AnnotationConfigApplicationContext context, LocalDate day) {
        Ratings ratings = context.getBean(Ratings.class);
        RatingOutcome due = ratings.run(request(day, false));
        RatingOutcome all = ratings.run(request(day, true));
        assertThat(due.full()).isFalse();
        assertThat(all.changed()).isZero();
        assertThat(due.counts()).as("counted on and counted anew").isEqualTo(all.counts());
        return due.rated();
    }

    @OnEachServer
    void it_rates_what_changed_and_what_came_to_pass_and_tells_the_counts_of_all(TestDatabases server)
            throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            takeIn(context, "pubs.csv", PUBS);
            assertThat(context.getBean(Ratings.class).run(request(DAY, false)).rated())
                    .as("the first run looks at all; The Crown has yet to come")
                    .isEqualTo(3);
            assertThat(rated(context, DAY.plusDays(1))).isZero();
            assertThat(rated(context, DAY.plusDays(2))).as("The Crown").isEqualTo(1);
            takeIn(context, "more.csv", HEADER + "4,The Dove,Pub/bar/nightclub,3,2024-01-02,022,FHRS,10,10,10\n");
            assertThat(rated(context, DAY.plusDays(2))).as("The Dove").isEqualTo(1);
            Decision decision = new Decision("lin", Instant.now(), DAY, "the same pub");
            new BusinessMerges(test.database()).merge(new Identity("fhrs", "1"), new Identity("fhrs", "2"), decision);
            assertThat(rated(context, DAY.plusDays(3)))
                    .as("The Anchor is part of The Bell now")
                    .isEqualTo(1);
            takeIn(context, "late.csv", HEADER + "1,The Anchor,Pub/bar/nightclub,0,2024-01-20,022,FHRS,20,20,20\n");
            assertThat(rated(context, DAY.plusDays(3)))
                    .as("The Bell, for a record of The Anchor")
                    .isEqualTo(1);
            assertThat(test.database().dsl().fetchCount(table("file_to_rate"))).isZero();
        }
    }

    @OnEachServer
    void a_run_interrupted_while_it_gathered_gathers_the_rest(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            takeIn(context, "pubs.csv", PUBS);
            Ratings ratings = context.getBean(Ratings.class);
            long first = ratings.run(request(DAY, false)).run();
            takeIn(context, "more.csv", HEADER + "4,The Dove,Pub/bar/nightclub,3,2024-01-02,022,FHRS,10,10,10\n");
            RatingRuns runs = context.getBean(RatingRuns.class);
            StagedRun interrupted = runs.begin(
                    runs.get(first).modelKey(),
                    RatingEngine.VERSION,
                    new Cut(DAY.plusDays(2), ratings.settledInstant()),
                    OptionalLong.of(first),
                    null,
                    Instant.now());
            test.database().dsl().execute("INSERT INTO file_to_rate VALUES (?, 4)", interrupted.id());
            RatingOutcome outcome = ratings.run(request(DAY.plusDays(2), false));
            assertThat(outcome.run()).isEqualTo(interrupted.id());
            assertThat(outcome.rated()).as("The Crown and The Dove").isEqualTo(2);
            assertThat(rated(context, DAY.plusDays(2))).isZero();
        }
    }

    @OnEachServer
    void ranges_share_out_what_was_gathered(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), directory, InstantSource.system())) {
            takeIn(context, "pubs.csv", PUBS);
            FilesToRate files = new FilesToRate(test.database().dsl());
            test.database().dsl().execute("INSERT INTO file_to_rate VALUES (7, 2), (7, 900), (7, 901), (8, 3)");
            assertThat(files.count(7)).isEqualTo(3);
            assertThat(files.split(7, 2)).hasToString("[0..900, 901..901]");
            assertThat(files.split(9, 2)).isEqualTo(List.of());
            files.drop(7);
            assertThat(files.count(7)).isZero();
            assertThat(files.count(8)).isEqualTo(1);
        }
    }
}

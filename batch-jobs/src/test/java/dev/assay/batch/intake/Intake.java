package dev.assay.batch.intake;

import dev.assay.batch.JobsConfiguration;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import dev.assay.store.person.PersonKey;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The import job on a fresh database. */
record Intake(TestDatabase test, AnnotationConfigApplicationContext context) implements AutoCloseable {

    /** A key of 32 zeros. */
    static final PersonKey PERSON_KEY = PersonKey.parse("A".repeat(43) + "=", "the test");

    static Intake on(TestDatabases server) {
        return on(server, ConfigFiles.packaged());
    }

    static Intake on(TestDatabases server, ConfigFiles config) {
        return on(server, config, Optional.of(PERSON_KEY));
    }

    static Intake on(TestDatabases server, ConfigFiles config, Optional<PersonKey> personKey) {
        TestDatabase test = server.fresh();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Database.class, test::database, bean -> bean.setDestroyMethodName(""));
        context.registerBean(FeedDefinitions.class, () -> new FeedDefinitions(config));
        context.registerBean(InstantSource.class, InstantSource::system);
        personKey.ifPresent(key -> context.registerBean(PersonKey.class, () -> key));
        context.register(JobsConfiguration.class, ImportConfiguration.class);
        context.refresh();
        return new Intake(test, context);
    }

    ImportReport run(String feed, Path file) {
        return context.getBean(Imports.class).run(feed, file, Optional.empty());
    }

    ImportReport run(String feed, Path file, RetractionCheck retractions) {
        return context.getBean(Imports.class).run(feed, file, Optional.empty(), retractions, ImportListener.NONE);
    }

    static String account(ImportReport report) {
        return "read %d = taken %d + unchanged %d + superseded %d + refused %d"
                .formatted(report.read(), report.taken(), report.unchanged(), report.superseded(), report.refused());
    }

    List<String> texts(String sql) {
        return test.database().dsl().fetch(sql).getValues(0, String.class);
    }

    /** The facts that stand, without what differs from run to run. */
    List<String> present() {
        return texts("""
                SELECT CONCAT_WS(' ', f.kind, b.identity, JSON_UNQUOTE(JSON_EXTRACT(f.content, '$.name'))) AS line
                FROM fact f JOIN business b ON b.business_key = f.business_key
                WHERE f.superseded_at IS NULL
                ORDER BY line
                """);
    }

    /** Makes the server refuse staged rows from a line on, as a full disk or a lost connection would. */
    void breakLoadingAt(long line) {
        test.database()
                .dsl()
                .execute("ALTER TABLE staged_fact ADD CONSTRAINT broken CHECK (fact_no < " + line * 16 + ")");
    }

    /** Leaves the failed run as a process does that is killed after its job was said to have stopped, and before its step was. */
    void leaveHalfStopped() {
        test.database()
                .dsl()
                .execute(
                        "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STOPPED', EXIT_CODE = 'STOPPED' WHERE STATUS = 'FAILED'");
        test.database()
                .dsl()
                .execute("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL WHERE STATUS = 'FAILED'");
    }

    void mend() {
        test.database().dsl().execute("ALTER TABLE staged_fact DROP CONSTRAINT broken");
    }

    @Override
    public void close() {
        context.close();
        test.close();
    }
}

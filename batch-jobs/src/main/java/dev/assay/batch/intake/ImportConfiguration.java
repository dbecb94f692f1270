package dev.assay.batch.intake;

import dev.assay.batch.JobLaunch;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.store.database.Database;
import dev.assay.store.person.PersonKey;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/** The import job as a bean. It needs {@link FeedDefinitions}, an {@link InstantSource} and {@link dev.assay.batch.JobsConfiguration}. */
@Configuration
public class ImportConfiguration {

    private final Path folder;

    /**
     * The configuration.
     *
     * @param environment says where the index of names may be kept while a feed needs it
     */
    public ImportConfiguration(Environment environment) {
        this.folder = Path.of(environment.getProperty("assay.data-dir", System.getProperty("java.io.tmpdir")))
                .resolve("matching");
    }

    /**
     * The job that takes a file in.
     *
     * @param names where names are looked up
     * @param jobRepository the jobs' own tables
     * @param transactionManager the database's
     * @param clock tells when facts are recorded
     * @param observations measures the jobs and steps; they are made for each file, so nothing else hands it to them
     * @param personKey encrypts numbers of identity documents; where there is none, no file with such a number is taken in
     */
    @Bean
    ImportJob importJob(
            NameResolution.Source names,
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            InstantSource clock,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<PersonKey> personKey) {
        return new ImportJob(
                names,
                jobRepository,
                transactionManager,
                clock,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                personKey.getIfAvailable());
    }

    @Bean
    NameResolution.Source namesOfImports(Database database, FeedDefinitions feeds) {
        return new NameResolution.Source(database, feeds.files(), folder);
    }

    @Bean
    Imports imports(
            FeedDefinitions feeds, Database database, JobLaunch launch, ImportJob importJob, InstantSource clock) {
        return new Imports(feeds, database, launch, importJob, clock);
    }

    /**
     * The sheets in which refused rows are corrected.
     *
     * @param feeds the feeds
     * @param database the database
     * @return them
     */
    @Bean
    public CorrectionSheets correctionSheets(FeedDefinitions feeds, Database database) {
        return new CorrectionSheets(feeds, database);
    }
}

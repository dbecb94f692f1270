package dev.assay.batch.intake;

import dev.assay.batch.JobLaunch;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.store.database.Database;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The import job as a bean. It needs {@link FeedDefinitions}, an {@link InstantSource} and {@link dev.assay.batch.JobsConfiguration}. */
@Configuration
public class ImportConfiguration {

    /**
     * The imports.
     *
     * @param feeds the feeds
     * @param database the database
     * @param launch launches or restarts
     * @param jobRepository the jobs' own tables
     * @param transactionManager the database's
     * @param clock tells when facts are recorded
     * @param observations measures the jobs and steps; they are made for each file, so nothing else hands it to them
     * @return them
     */
    @Bean
    public Imports imports(
            FeedDefinitions feeds,
            Database database,
            JobLaunch launch,
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            InstantSource clock,
            ObjectProvider<ObservationRegistry> observations) {
        ImportJob job = new ImportJob(
                database,
                jobRepository,
                transactionManager,
                clock,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
        return new Imports(feeds, database, launch, job, clock);
    }
}

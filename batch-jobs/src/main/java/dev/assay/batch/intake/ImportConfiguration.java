package dev.assay.batch.intake;

import dev.assay.batch.JobLaunch;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.store.database.Database;
import java.time.InstantSource;
import org.springframework.batch.core.repository.JobRepository;
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
     * @return them
     */
    @Bean
    public Imports imports(
            FeedDefinitions feeds,
            Database database,
            JobLaunch launch,
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            InstantSource clock) {
        return new Imports(feeds, database, launch, jobRepository, transactionManager, clock);
    }
}

package dev.assay.batch;

import dev.assay.store.database.Database;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch on the store's database, whose migrations make its tables. The job repository and the rows share one transaction
 * manager, so that a step's progress and what it wrote are committed together.
 */
@Configuration
public class JobsConfiguration extends JdbcDefaultBatchConfiguration {

    private final Database database;
    private final DataSourceTransactionManager transactionManager;

    /**
     * The configuration for a database.
     *
     * @param database it
     */
    public JobsConfiguration(Database database) {
        this.database = database;
        this.transactionManager = new DataSourceTransactionManager(database.dataSource());
    }

    @Override
    protected DataSource getDataSource() {
        return database.dataSource();
    }

    @Bean
    @Override
    public PlatformTransactionManager getTransactionManager() {
        return transactionManager;
    }

    /** Serializable, the default, makes two launches at once a deadlock; {@link JobLaunch} keeps them apart with a lock instead. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }

    /**
     * Launches jobs, or restarts them.
     *
     * @param jobRepository what was run before
     * @param jobOperator runs them
     * @return the launcher
     */
    @Bean
    public JobLaunch jobLaunch(JobRepository jobRepository, JobOperator jobOperator) {
        return new JobLaunch(database, jobRepository, jobOperator);
    }
}

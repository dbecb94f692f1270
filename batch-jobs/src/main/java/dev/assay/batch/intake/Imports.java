package dev.assay.batch.intake;

import dev.assay.batch.JobFailedException;
import dev.assay.batch.JobLaunch;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.intake.StagedRecordReader.Progress;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.reading.SourceFile;
import dev.assay.store.database.Database;
import dev.assay.store.intake.ImportRuns;
import dev.assay.store.intake.Staging;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;

/** Takes files in. */
public final class Imports {

    private final FeedDefinitions feeds;
    private final JobLaunch launch;
    private final ImportJob job;
    private final ImportRuns runs;
    private final Staging staging;

    /**
     * Imports into a database.
     *
     * @param feeds the feeds that are known
     * @param database the database
     * @param launch launches or restarts
     * @param jobRepository the jobs' own tables
     * @param transactionManager that of the database, shared with the job repository
     * @param clock tells when facts are recorded
     */
    public Imports(
            FeedDefinitions feeds,
            Database database,
            JobLaunch launch,
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            InstantSource clock) {
        this.feeds = feeds;
        this.launch = launch;
        this.job = new ImportJob(database, jobRepository, transactionManager, clock);
        this.runs = new ImportRuns(database);
        this.staging = new Staging(database);
    }

    /**
     * Takes a file in, or goes on with one whose import was interrupted.
     *
     * @param feedId the feed
     * @param path the file
     * @param asAt the day whose state the file tells; empty where the feed's rule finds it
     * @return what became of its rows
     * @throws IllegalArgumentException if the feed is not known
     * @throws dev.assay.model.config.FaultyConfigException if the feed's definition has faults
     * @throws FileRefusedException if the file cannot be used; then nothing of it is visible
     * @throws dev.assay.batch.JobBusyException if another import is running
     * @throws JobFailedException if the job failed; the same call goes on with it
     */
    public ImportReport run(String feedId, Path path, Optional<LocalDate> asAt) {
        FeedDefinition feed = feeds.get(feedId);
        SourceFile file = SourceFile.inspect(path);
        ImportPlan plan = ImportPlan.of(feed, file, asAt);
        try {
            JobExecution execution = launch.run(job.job(plan), parameters(plan));
            staging.clearPublished();
            return report(plan, execution);
        } catch (JobFailedException e) {
            if (e.getCause() instanceof FileRefusedException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static JobParameters parameters(ImportPlan plan) {
        return new JobParametersBuilder()
                .addString("feed", plan.feed().id())
                .addString("sha256", plan.file().sha256())
                .addString("as-at", plan.asAt() == null ? "file" : plan.asAt().toString())
                .addString("file", plan.file().path().toString(), false)
                .toJobParameters();
    }

    private ImportReport report(ImportPlan plan, JobExecution execution) {
        ImportRuns.Account account = runs.find(ImportJob.runId(execution)).orElseThrow();
        return new ImportReport(
                plan.file().path().toString(),
                plan.feed().id(),
                plan.file().sha256(),
                account.read(),
                account.taken(),
                account.unchanged(),
                account.superseded(),
                account.retracted(),
                account.refused(),
                plan.survey().unknownColumns(),
                Progress.of(execution.getExecutionContext()).warnings());
    }
}

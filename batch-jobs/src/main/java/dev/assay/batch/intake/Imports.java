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
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Takes files in. */
public final class Imports {

    private final FeedDefinitions feeds;
    private final JobLaunch launch;
    private final ImportJob job;
    private final InstantSource clock;
    private final ImportRuns runs;
    private final Staging staging;

    Imports(FeedDefinitions feeds, Database database, JobLaunch launch, ImportJob job, InstantSource clock) {
        this.feeds = feeds;
        this.launch = launch;
        this.job = job;
        this.clock = clock;
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
        try {
            return run(ImportPlan.of(feed, SourceFile.inspect(path), asAt));
        } catch (FileRefusedException refusal) {
            note(feedId, path, refusal);
            throw refusal;
        }
    }

    private ImportReport run(ImportPlan plan) {
        Job planned = job.job(plan);
        try {
            JobExecution execution = launch.run(planned, parameters(plan));
            staging.clearPublished();
            return report(plan, execution);
        } catch (JobFailedException e) {
            if (e.getCause() instanceof FileRefusedException refused) {
                launch.abandon(planned, parameters(plan));
                throw refused;
            }
            runs.interrupted(plan.feed().id(), plan.file().sha256(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** A file that came and was refused is part of the feed's history; one that is not there is not. */
    private void note(String feed, Path path, FileRefusedException refusal) {
        SourceFile.findDigest(path)
                .ifPresent(sha256 -> runs.refused(
                        feed,
                        String.valueOf(path.getFileName()),
                        sha256,
                        clock.instant(),
                        String.valueOf(refusal.getMessage())));
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

package dev.assay.batch.intake;

import dev.assay.batch.JobFailedException;
import dev.assay.batch.JobLaunch;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.intake.StagedRecordReader.Progress;
import dev.assay.batch.reading.CorrectionSheet;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.reading.SourceFile;
import dev.assay.store.database.Database;
import dev.assay.store.intake.ImportRuns;
import dev.assay.store.intake.RunState;
import dev.assay.store.intake.Staging;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Takes files in. */
public final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

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
     * Takes a file in, or goes on with one whose import was interrupted. A full state that would retract much waits.
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
        return run(feedId, path, asAt, RetractionCheck.WAIT, ImportListener.NONE);
    }

    /**
     * Takes a file in, or goes on with one whose import was interrupted.
     *
     * @param feedId the feed
     * @param path the file
     * @param asAt the day whose state the file tells; empty where the feed's rule finds it
     * @param retractions whether somebody looked at what it retracts
     * @param listener is told how far it has come
     * @return what became of its rows, or that it waits
     * @throws IllegalArgumentException if the feed is not known
     * @throws dev.assay.model.config.FaultyConfigException if the feed's definition has faults
     * @throws FileRefusedException if the file cannot be used; then nothing of it is visible
     * @throws dev.assay.batch.JobBusyException if another import is running
     * @throws JobFailedException if the job failed; the same call goes on with it
     */
    public ImportReport run(
            String feedId, Path path, Optional<LocalDate> asAt, RetractionCheck retractions, ImportListener listener) {
        FeedDefinition feed = feeds.get(feedId);
        try {
            return run(plan(feed, SourceFile.inspect(path), asAt, retractions, listener));
        } catch (FileRefusedException refusal) {
            note(feed, path, refusal);
            throw refusal;
        }
    }

    /**
     * The feeds for which a file of a feed is taken in: its own, and those that its definition names under {@code also}. A sheet of
     * corrected rows is one feed's alone.
     *
     * @param feedId the feed
     * @param path the file
     * @return the feeds' ids, in order
     * @throws IllegalArgumentException if the feed is not known
     * @throws dev.assay.model.config.FaultyConfigException if the feed's definition has faults
     */
    public List<String> feedsOf(String feedId, Path path) {
        List<String> also = feeds.get(feedId).also();
        if (also.isEmpty() || isCorrection(path)) {
            return List.of(feedId);
        }
        List<String> all = new ArrayList<>(List.of(feedId));
        all.addAll(also);
        return all;
    }

    private static boolean isCorrection(Path path) {
        try {
            return CorrectionSheet.recognise(SourceFile.inspect(path)).isPresent();
        } catch (FileRefusedException refusedLater) {
            return false;
        }
    }

    private ImportPlan plan(
            FeedDefinition feed,
            SourceFile file,
            Optional<LocalDate> asAt,
            RetractionCheck retractions,
            ImportListener listener) {
        return CorrectionSheet.recognise(file)
                .map(sheet -> ImportPlan.of(feed, file, sheet, runs.findCorrectable(sheet.run()), listener))
                .orElseGet(() -> ImportPlan.of(feed, file, asAt, retractions, listener));
    }

    private ImportReport run(ImportPlan plan) {
        giveUpOutdated(plan);
        Job planned = findSame(plan).map(before -> job.repetition(plan, before)).orElseGet(() -> job.job(plan));
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

    /** The run that took in the very same file, if nothing but the file decides what becomes of its rows. */
    private Optional<Long> findSame(ImportPlan plan) {
        return plan.mayMiss() || plan.isOfRecords() || plan.corrects() != null
                ? Optional.empty()
                : runs.findSame(
                        plan.feed().id(), plan.file().sha256(), plan.feed().digest(), plan.asAt(), plan.isFullState());
    }

    /** What was staged under one definition of the feed is not gone on with under another. */
    private void giveUpOutdated(ImportPlan plan) {
        String digest = plan.feed().digest();
        if (runs.wasBegunOtherwise(plan.feed().id(), plan.file().sha256(), digest)) {
            LOG.warn(
                    "The definition of the feed ({}) has changed since the import of the file ({}) was interrupted: it begins anew.",
                    plan.feed().id(),
                    plan.file().path());
            launch.abandonAll(
                    ImportJob.NAME,
                    begun -> plan.feed().id().equals(begun.getString("feed"))
                            && plan.file().sha256().equals(begun.getString("sha256"))
                            && !digest.equals(begun.getString("definition")));
        }
    }

    /** A file that came and was refused is part of the feed's history; one that is not there is not. */
    private void note(FeedDefinition feed, Path path, FileRefusedException refusal) {
        SourceFile.findDigest(path)
                .ifPresent(sha256 -> runs.refused(
                        feed.id(),
                        String.valueOf(path.getFileName()),
                        sha256,
                        feed.digest(),
                        clock.instant(),
                        String.valueOf(refusal.getMessage())));
    }

    private static JobParameters parameters(ImportPlan plan) {
        return new JobParametersBuilder()
                .addString("feed", plan.feed().id())
                .addString("sha256", plan.file().sha256())
                .addString("definition", plan.feed().digest())
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
                waiting(account, Progress.of(execution.getExecutionContext())),
                plan.survey().unknownColumns(),
                Progress.of(execution.getExecutionContext()).warnings());
    }

    private static ImportReport.@Nullable Absent waiting(ImportRuns.Account account, Progress progress) {
        ImportRuns.Absent absent = account.absent();
        return absent == null
                ? null
                : new ImportReport.Absent(
                        absent.records(), absent.standing(), account.state() == RunState.WAITING, progress.unread());
    }
}

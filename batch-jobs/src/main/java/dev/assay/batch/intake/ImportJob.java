package dev.assay.batch.intake;

import dev.assay.batch.intake.StagedRecordReader.Progress;
import dev.assay.store.database.Database;
import dev.assay.store.intake.FactMerge;
import dev.assay.store.intake.ImportRuns;
import dev.assay.store.intake.MergeRequest;
import dev.assay.store.intake.Staging;
import dev.assay.store.person.PersonKey;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the import job for a file: begin, stage, publish. */
final class ImportJob {

    static final String NAME = "import";

    private static final String RUN_ID = "import.run";
    private static final int CHUNK = 5000;

    private final JobRepository jobRepository;
    private final PlatformTransactionManager transactionManager;
    private final ImportRuns runs;
    private final Staging staging;
    private final FactMerge merge;
    private final InstantSource clock;
    private final ObservationRegistry observations;
    private final PersonSealing sealing;
    private final NameResolution.Source names;

    ImportJob(
            NameResolution.Source names,
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            InstantSource clock,
            ObservationRegistry observations,
            @Nullable PersonKey personKey) {
        Database database = names.database();
        this.names = names;
        this.sealing = new PersonSealing(personKey);
        this.jobRepository = jobRepository;
        this.transactionManager = transactionManager;
        this.runs = new ImportRuns(database);
        this.staging = new Staging(database);
        this.merge = new FactMerge(database);
        this.clock = clock;
        this.observations = observations;
    }

    /** The job for a file. */
    Job job(ImportPlan plan) {
        return new JobBuilder(NAME, jobRepository)
                .observationRegistry(observations)
                .start(begin(plan))
                .next(stage(plan))
                .next(publish(plan))
                .next(keep(plan))
                .build();
    }

    /** The job for a file that is known to tell nothing new since an earlier run took it in. */
    Job repetition(ImportPlan plan, long before) {
        return new JobBuilder(NAME, jobRepository)
                .observationRegistry(observations)
                .start(new StepBuilder("repeat", jobRepository)
                        .observationRegistry(observations)
                        .tasklet(
                                (contribution, _) -> {
                                    long runId =
                                            merge.repeat(before, plan.file().name(), clock.instant());
                                    contribution
                                            .getStepExecution()
                                            .getJobExecution()
                                            .getExecutionContext()
                                            .putLong(RUN_ID, runId);
                                    return RepeatStatus.FINISHED;
                                },
                                transactionManager)
                        .build())
                .build();
    }

    /** The run of an execution whose first step is complete. */
    static long runId(JobExecution execution) {
        return execution.getExecutionContext().getLong(RUN_ID);
    }

    private Step begin(ImportPlan plan) {
        return new StepBuilder("begin", jobRepository)
                .observationRegistry(observations)
                .tasklet(
                        (contribution, _) -> {
                            long runId = runs.begin(
                                    plan.feed().id(),
                                    plan.file().name(),
                                    plan.file().sha256(),
                                    plan.feed().digest(),
                                    plan.corrects(),
                                    clock.instant());
                            runs.note(runId, plan.feed().trust(), plan.feed().expectedDays());
                            contribution
                                    .getStepExecution()
                                    .getJobExecution()
                                    .getExecutionContext()
                                    .putLong(RUN_ID, runId);
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .build();
    }

    private Step stage(ImportPlan plan) {
        StagedRecordReader reader = new StagedRecordReader(plan, names, sealing);
        StagingWriter writer = new StagingWriter(staging, plan);
        return new StepBuilder("stage", jobRepository)
                        .observationRegistry(observations)
                        .<StagedRecord, StagedRecord>chunk(CHUNK)
                        .transactionManager(transactionManager)
                        .reader(reader)
                        .stream(reader)
                        .writer(writer)
                        .listener((StepExecutionListener) writer)
                        .listener(new HandOver())
                        .build();
    }

    /** Hands the step's last progress over to the job, for the step that follows, in this execution or after a restart. */
    private static final class HandOver implements StepExecutionListener {
        @Override
        public @Nullable ExitStatus afterStep(StepExecution step) {
            Progress.of(step.getExecutionContext()).store(step.getJobExecution().getExecutionContext());
            return null;
        }
    }

    private Step publish(ImportPlan plan) {
        return new StepBuilder("publish", jobRepository)
                .observationRegistry(observations)
                .tasklet(
                        (contribution, _) -> {
                            JobExecution execution =
                                    contribution.getStepExecution().getJobExecution();
                            MergeRequest request = request(plan, execution);
                            plan.listener().merging(request.read());
                            merge.publish(request, clock.instant());
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .build();
    }

    private Step keep(ImportPlan plan) {
        return new StepBuilder("keep", jobRepository)
                .observationRegistry(observations)
                .tasklet(
                        (contribution, _) -> {
                            JobExecution execution =
                                    contribution.getStepExecution().getJobExecution();
                            long runId = runId(execution);
                            long refused = runs.find(runId).orElseThrow().refused();
                            if (refused
                                    > Progress.of(execution.getExecutionContext())
                                            .refused()) {
                                RefusedRecords.keepLate(plan, runId, staging);
                            }
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .build();
    }

    private MergeRequest request(ImportPlan plan, JobExecution execution) {
        Progress progress = Progress.of(execution.getExecutionContext());
        return new MergeRequest(
                runId(execution),
                plan.feed().id(),
                plan.file().sha256(),
                asAt(plan, progress),
                plan.feed().history(),
                progress.read(),
                progress.refused(),
                progress.leftOut(),
                plan.groupedKinds(),
                plan.mayMiss(),
                plan.isOfRecords(),
                plan.namesPredecessors(),
                plan.corrects(),
                plan.feed().facts().size(),
                new MergeRequest.Staged(
                        !plan.mayMiss() && !plan.isOfRecords() && progress.read() <= SeenFilter.RELIABLE_TEXTS,
                        progress.keysSeen() > 0,
                        progress.aliases() > 0,
                        progress.descriptions() > 0),
                plan.isFullState()
                        ? new MergeRequest.FullState(progress.unread(), plan.retractions() == RetractionCheck.CONFIRMED)
                        : null);
    }

    /** A file without a single row that was taken tells nothing of any day, unless it says that nothing stands. */
    private LocalDate asAt(ImportPlan plan, Progress progress) {
        LocalDate asAt = plan.asAt() != null ? plan.asAt() : progress.latest();
        LocalDate known = asAt != null ? asAt : plan.feed().asAt().otherwise();
        if (known != null) {
            return known;
        }
        if (progress.read() == progress.refused() && !plan.isFullState()) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        }
        throw ImportPlan.noAsAt(plan.file());
    }
}

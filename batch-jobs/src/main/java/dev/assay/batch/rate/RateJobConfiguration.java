package dev.assay.batch.rate;

import dev.assay.batch.JobLaunch;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.fact.StoredCreditFile;
import dev.assay.store.rating.RatingRuns;
import dev.assay.store.rating.StagedRun;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The rate job: partitioned rating into staging, then one publishing step. README.md in this package tells the story. */
@Configuration(proxyBeanMethods = false)
public class RateJobConfiguration {

    /** The job parameter that names the run. */
    static final String RUN = "ratingRun";

    private static final int BUSINESSES_PER_CHUNK = 2_000;

    /** More partitions than threads, so that an uneven one does not leave the others idle; few enough for the job repository. */
    private static final int PARTITIONS_PER_WORKER = 4;

    @Bean
    RatingRuns ratingRuns(Database database) {
        return new RatingRuns(database.dsl());
    }

    @Bean
    RatedModels ratedModels(RatingRuns runs, Vocabulary vocabulary) {
        return new RatedModels(runs, vocabulary);
    }

    @Bean
    Ratings ratings(Database database, RatingRuns runs, JobLaunch launch, Job rateJob, InstantSource clock) {
        return new Ratings(database, runs, launch, rateJob, clock);
    }

    @Bean
    Job rateJob(JobRepository repository, Step rateStep, Step publishRatingsStep) {
        return new JobBuilder("rate", repository)
                .start(rateStep)
                .next(publishRatingsStep)
                .build();
    }

    @Bean
    Step rateStep(
            JobRepository repository,
            Step rateRangeStep,
            KeyRangePartitioner ranges,
            @Value("${assay.workers:#{T(java.lang.Runtime).getRuntime().availableProcessors()}}") int workers) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("rate-");
        threads.setConcurrencyLimit(workers);
        return new StepBuilder("rate", repository)
                .partitioner("rateRange", ranges)
                .step(rateRangeStep)
                .gridSize(workers * PARTITIONS_PER_WORKER)
                .taskExecutor(threads)
                .build();
    }

    @Bean
    @StepScope
    KeyRangePartitioner ranges(
            Database database, RatingRuns runs, @Value("#{jobParameters['" + RUN + "']}") long runId) {
        return new KeyRangePartitioner(database, runs.get(runId));
    }

    @Bean
    Step rateRangeStep(
            JobRepository repository,
            PlatformTransactionManager transactions,
            CreditFileItemReader creditFiles,
            SubjectRater subjectRater,
            StagedRatingWriter stagedRatings) {
        return new StepBuilder("rateRange", repository)
                .<StoredCreditFile, List<StagedRating>>chunk(BUSINESSES_PER_CHUNK)
                .transactionManager(transactions)
                .reader(creditFiles)
                .processor(subjectRater)
                .writer(stagedRatings)
                .build();
    }

    @Bean
    @StepScope
    CreditFileItemReader creditFiles(
            CreditFileReader files,
            RatingRuns runs,
            @Value("#{jobParameters['" + RUN + "']}") long runId,
            @Value("#{stepExecutionContext['" + KeyRangePartitioner.FIRST_KEY + "']}") long firstKey,
            @Value("#{stepExecutionContext['" + KeyRangePartitioner.LAST_KEY + "']}") long lastKey) {
        StagedRun run = runs.get(runId);
        return new CreditFileItemReader(
                firstKey,
                from -> {
                    KeyRange range = new KeyRange(from, lastKey);
                    return run.isFull() ? files.readAll(range, run.cut()) : files.readGathered(range, run.cut(), runId);
                },
                committed -> runs.dropStagedAfter(runId, committed, lastKey));
    }

    @Bean
    @StepScope
    SubjectRater subjectRater(RatingRuns runs, RatedModels models, @Value("#{jobParameters['" + RUN + "']}") long run) {
        return new SubjectRater(models.of(runs.get(run).modelKey()));
    }

    @Bean
    @StepScope
    StagedRatingWriter stagedRatings(Database database, @Value("#{jobParameters['" + RUN + "']}") long run) {
        return new StagedRatingWriter(database, run);
    }

    @Bean
    Step publishRatingsStep(
            JobRepository repository, PlatformTransactionManager transactions, RatingRuns runs, InstantSource clock) {
        return new StepBuilder("publishRatings", repository)
                .tasklet(
                        (contribution, context) -> {
                            Object run = Objects.requireNonNull(
                                    context.getStepContext().getJobParameters().get(RUN));
                            runs.publishOrHold(runs.get((long) run), clock.instant());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}

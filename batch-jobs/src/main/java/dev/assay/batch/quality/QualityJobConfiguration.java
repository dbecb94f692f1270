package dev.assay.batch.quality;

import dev.assay.batch.JobLaunch;
import dev.assay.store.database.Database;
import dev.assay.store.quality.DataQuality;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The measure job: one step, one pass over the facts. */
@Configuration(proxyBeanMethods = false)
public class QualityJobConfiguration {

    @Bean
    Measurements measurements(JobLaunch launch, Job measureJob, InstantSource clock) {
        return new Measurements(launch, measureJob, clock);
    }

    @Bean
    Job measureJob(JobRepository repository, Step measureQualityStep) {
        return new JobBuilder("measure", repository).start(measureQualityStep).build();
    }

    @Bean
    Step measureQualityStep(JobRepository repository, PlatformTransactionManager transactions, Database database) {
        return new StepBuilder("measureQuality", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            Object at =
                                    chunk.getStepContext().getJobParameters().get(Measurements.AT);
                            new DataQuality(database.dsl()).measure(Instant.parse(String.valueOf(at)));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}

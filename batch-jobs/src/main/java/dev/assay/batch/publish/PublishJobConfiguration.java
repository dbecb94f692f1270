package dev.assay.batch.publish;

import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.store.database.Database;
import dev.assay.store.publication.PublicationLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The publish job: one step that writes the files of a day. README.md in this package tells the story. */
@Configuration(proxyBeanMethods = false)
public class PublishJobConfiguration {

    @Bean
    Exports exports(Database database) {
        return new Exports(database);
    }

    @Bean
    Publications publications(
            Database database, Exports exports, ModelsInUse models, @Value("${assay.data-dir}") Path data) {
        return new Publications(exports, new PublicationLog(database.dsl()), models, data.resolve("published"));
    }

    @Bean
    Job publishJob(JobRepository repository, Step publishFilesStep) {
        return new JobBuilder("publish", repository).start(publishFilesStep).build();
    }

    @Bean
    Step publishFilesStep(
            JobRepository repository, PlatformTransactionManager transactions, Publications publications) {
        return new StepBuilder("publishFiles", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            Map<String, Object> parameters =
                                    chunk.getStepContext().getJobParameters();
                            publications.publish(
                                    (LocalDate) Objects.requireNonNull(parameters.get(Publications.AS_OF)),
                                    Instant.parse(String.valueOf(parameters.get(Publications.AT))));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}

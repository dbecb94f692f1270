package dev.assay.batch.publish;

import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.publication.PenaltyPublication;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.publication.PublicationRulesFile;
import dev.assay.store.database.Database;
import dev.assay.store.publication.PublicationLog;
import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.StoredRatings;
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

/** The publish job: a step that writes what changed into the change log, and one that writes the files of a day. README.md in this package tells the story. */
@Configuration(proxyBeanMethods = false)
public class PublishJobConfiguration {

    @Bean
    Exports exports(Database database) {
        return new Exports(database);
    }

    /**
     * Where the files of an installation are.
     *
     * @param data the data directory
     * @return the folder
     */
    public static Path folder(Path data) {
        return data.resolve("published");
    }

    @Bean
    SigningKeys jobSigningKeys(@Value("${assay.data-dir}") Path data) {
        return new SigningKeys(data);
    }

    @Bean
    DisclosedModels jobDisclosedModels(Database database, ModelsInUse models) {
        return new DisclosedModels(new StoredRatings(database.dsl()), models, new HeldRuns(database.dsl()));
    }

    @Bean
    Publications publications(
            Database database,
            Exports exports,
            DisclosedModels jobDisclosedModels,
            SigningKeys jobSigningKeys,
            ConfigFiles config,
            @Value("${assay.data-dir}") Path data) {
        return new Publications(
                exports,
                new PublicationLog(database.dsl()),
                jobDisclosedModels,
                new PublishedChanges(
                        database,
                        jobDisclosedModels,
                        new PenaltyPublication(PublicationRulesFile.load(config), CalendarFile.load(config))),
                new FullFiles(database, jobSigningKeys, folder(data)),
                folder(data));
    }

    @Bean
    Job publishJob(JobRepository repository, Step publishChangesStep, Step publishFilesStep) {
        return new JobBuilder("publish", repository)
                .start(publishChangesStep)
                .next(publishFilesStep)
                .build();
    }

    @Bean
    Step publishChangesStep(
            JobRepository repository, PlatformTransactionManager transactions, Publications publications) {
        return step("publishChanges", repository, transactions, publications::publishChanges);
    }

    @Bean
    Step publishFilesStep(
            JobRepository repository, PlatformTransactionManager transactions, Publications publications) {
        return step("publishFiles", repository, transactions, publications::publish);
    }

    private interface Work {
        void run(LocalDate asOf, Instant at) throws Exception;
    }

    private static Step step(
            String name, JobRepository repository, PlatformTransactionManager transactions, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (_, chunk) -> {
                            Map<String, Object> parameters =
                                    chunk.getStepContext().getJobParameters();
                            work.run(
                                    (LocalDate) Objects.requireNonNull(parameters.get(Publications.AS_OF)),
                                    Instant.parse(String.valueOf(parameters.get(Publications.AT))));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}

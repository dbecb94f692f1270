package dev.assay.batch.listing;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.listing.ListingRulesFile;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.listing.ListingProposals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The listing job: one step, one transaction, for penalties are few beside inspections. README.md in this package tells the story. */
@Configuration(proxyBeanMethods = false)
public class ListingJobConfiguration {

    @Bean
    Listings listings(Database database, CreditFileReader files, ConfigFiles config) {
        String digest = new ConfigFile(
                        "measures",
                        config.list("measures").stream()
                                .map(ConfigFile::content)
                                .collect(Collectors.joining("\n")))
                .sha256();
        return new Listings(files, new ListingProposals(database.dsl()), ListingRulesFile.load(config), digest);
    }

    @Bean
    Job listJob(JobRepository repository, Step proposeListingsStep) {
        return new JobBuilder("list", repository).start(proposeListingsStep).build();
    }

    @Bean
    Step proposeListingsStep(JobRepository repository, PlatformTransactionManager transactions, Listings listings) {
        return new StepBuilder("proposeListings", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            Map<String, Object> parameters =
                                    chunk.getStepContext().getJobParameters();
                            Listings.Outcome outcome = listings.propose(new Cut(
                                    (LocalDate) Objects.requireNonNull(parameters.get(Listings.AS_OF)),
                                    Instant.parse(String.valueOf(parameters.get(Listings.KNOWN_AT)))));
                            ExecutionContext results = contribution
                                    .getStepExecution()
                                    .getJobExecution()
                                    .getExecutionContext();
                            results.putLong(Listings.PENALTIES, outcome.penalties());
                            results.putLong(Listings.PROPOSED, outcome.proposed());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}

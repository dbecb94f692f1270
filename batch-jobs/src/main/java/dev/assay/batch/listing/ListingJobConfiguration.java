package dev.assay.batch.listing;

import dev.assay.core.listing.ListRules;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.listing.ListEditionFile;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.listing.ListingProposals;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The listing job: what can propose somebody is few beside inspections, so that each step is one transaction. README.md here tells the story. */
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
        return new Listings(
                files,
                new ListingProposals(database.dsl()),
                new ListingCases(database.dsl()),
                ListEditionFile.load(config),
                digest);
    }

    @Bean
    EntryEnds entryEnds(Database database, CreditFileReader files, ConfigFiles config) {
        return new EntryEnds(
                new ListingCases(database.dsl()),
                files,
                new ListRules(ListEditionFile.load(config), CalendarFile.load(config)));
    }

    @Bean
    Job listJob(JobRepository repository, Step proposeListingsStep, Step endEntriesStep) {
        return new JobBuilder("list", repository)
                .start(proposeListingsStep)
                .next(endEntriesStep)
                .build();
    }

    @Bean
    Step proposeListingsStep(JobRepository repository, PlatformTransactionManager transactions, Listings listings) {
        return new StepBuilder("proposeListings", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            Listings.Outcome outcome = listings.propose(cut(chunk));
                            ExecutionContext results = results(contribution);
                            results.putLong(Listings.READ, outcome.read());
                            results.putLong(Listings.PROPOSED, outcome.proposed());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    Step endEntriesStep(
            JobRepository repository, PlatformTransactionManager transactions, EntryEnds ends, InstantSource clock) {
        return new StepBuilder("endEntries", repository)
                .tasklet(
                        (contribution, chunk) -> {
                            EntryEnds.Outcome outcome = ends.end(cut(chunk), clock.instant());
                            ExecutionContext results = results(contribution);
                            results.putLong(Listings.EXPIRED, outcome.expired());
                            results.putLong(Listings.ANNULLED, outcome.annulled());
                            results.putLong(Listings.OVERDUE, outcome.overdue());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    private static Cut cut(ChunkContext chunk) {
        Map<String, Object> parameters = chunk.getStepContext().getJobParameters();
        return new Cut(
                (LocalDate) Objects.requireNonNull(parameters.get(Listings.AS_OF)),
                Instant.parse(String.valueOf(parameters.get(Listings.KNOWN_AT))));
    }

    private static ExecutionContext results(StepContribution contribution) {
        return contribution.getStepExecution().getJobExecution().getExecutionContext();
    }
}

package dev.assay.batch;

import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.batch.area.AreaFigures;
import dev.assay.batch.backtest.BacktestConfiguration;
import dev.assay.batch.daily.Daily;
import dev.assay.batch.draw.DrawWork;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.intake.ImportConfiguration;
import dev.assay.batch.intake.Imports;
import dev.assay.batch.listing.ListingJobConfiguration;
import dev.assay.batch.matching.MatchingConfiguration;
import dev.assay.batch.plan.PlanWork;
import dev.assay.batch.prediction.Foretelling;
import dev.assay.batch.prediction.PredictionConfiguration;
import dev.assay.batch.publish.PublishJobConfiguration;
import dev.assay.batch.quality.Measurements;
import dev.assay.batch.quality.QualityJobConfiguration;
import dev.assay.batch.rate.RateJobConfiguration;
import dev.assay.batch.rate.Ratings;
import dev.assay.batch.replay.ReplayConfiguration;
import dev.assay.batch.simulate.SimulationConfiguration;
import dev.assay.batch.warning.Warnings;
import dev.assay.core.fact.Vocabulary;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileReader;
import java.time.InstantSource;
import org.springframework.batch.core.configuration.annotation.BatchObservabilityBeanPostProcessor;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All the jobs. Whoever imports this gives a {@link Database}, a {@link ConfigFiles}, an {@link InstantSource} and the property
 * {@code assay.data-dir}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    JobsConfiguration.class,
    ImportConfiguration.class,
    RateJobConfiguration.class,
    ListingJobConfiguration.class,
    PublishJobConfiguration.class,
    QualityJobConfiguration.class,
    MatchingConfiguration.class,
    SimulationConfiguration.class,
    BacktestConfiguration.class,
    PredictionConfiguration.class,
    ReplayConfiguration.class
})
public class AssayJobs {

    /** Jobs, steps and launches are measured where the context has an {@link io.micrometer.observation.ObservationRegistry}. */
    @Bean
    static BatchObservabilityBeanPostProcessor batchObservability() {
        return new BatchObservabilityBeanPostProcessor();
    }

    /** A declared kind with faults keeps every job from starting: neither a feed nor a model could be trusted without it. */
    @Bean
    Vocabulary vocabulary(ConfigFiles config) {
        return DeclaredKinds.load(config);
    }

    @Bean
    FeedDefinitions feedDefinitions(ConfigFiles config) {
        return new FeedDefinitions(config);
    }

    @Bean
    CreditFileReader jobCreditFiles(Database database) {
        return new CreditFileReader(database);
    }

    @Bean
    ModelsInUse modelsInUse(ConfigFiles config, Database database) {
        return new ModelsInUse(config, new ModelVersions(database.dsl()));
    }

    @Bean
    DrawWork drawWork(Database database, ConfigFiles config, Vocabulary vocabulary) {
        return new DrawWork(database, config, vocabulary);
    }

    @Bean
    AreaFigures areaFigures(Database database, ConfigFiles config) {
        return new AreaFigures(database.dsl(), config);
    }

    @Bean
    PlanWork planWork(Database database, ConfigFiles config) {
        return new PlanWork(database, config);
    }

    @Bean
    Warnings warnings(Database database, ConfigFiles config, InstantSource clock) {
        return new Warnings(database, config, clock);
    }

    @Bean
    Daily.Behind behindRating(Job listJob, Job publishJob, Measurements measurements, Warnings warnings) {
        return new Daily.Behind(listJob, publishJob, measurements, warnings);
    }

    @Bean
    Daily.Ahead aheadOfRating(Imports imports, Foretelling foretelling) {
        return new Daily.Ahead(imports, foretelling);
    }

    @Bean
    Daily daily(
            Daily.Ahead ahead,
            Ratings ratings,
            JobLaunch launch,
            Daily.Behind behind,
            ModelsInUse models,
            ConfigFiles config,
            InstantSource clock) {
        return new Daily(ahead, ratings, launch, behind, models, config, clock);
    }
}

package dev.assay.batch.prediction;

import dev.assay.batch.intake.Imports;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes rows with as many threads as the rate job has. */
@Configuration(proxyBeanMethods = false)
public class PredictionConfiguration {

    @Bean
    PredictionRows predictionRows(
            Database database,
            InstantSource clock,
            @Value("${assay.workers:#{T(java.lang.Runtime).getRuntime().availableProcessors()}}") int workers) {
        return new PredictionRows(database, clock, workers);
    }

    @Bean
    Foretelling foretelling(
            Database database,
            ConfigFiles config,
            PredictionRows rows,
            Imports imports,
            InstantSource clock,
            @Value("${assay.data-dir}") Path data) {
        return new Foretelling(database, config, rows, imports, data.resolve("predictions"), clock);
    }

    @Bean
    Predictions predictions(Database database, PredictionRows rows, InstantSource clock) {
        return new Predictions(database, rows, clock);
    }
}

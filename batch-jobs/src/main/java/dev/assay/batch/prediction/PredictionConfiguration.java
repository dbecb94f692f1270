package dev.assay.batch.prediction;

import dev.assay.store.database.Database;
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
    Predictions predictions(Database database, PredictionRows rows, InstantSource clock) {
        return new Predictions(database, rows, clock);
    }
}

package dev.assay.batch.replay;

import dev.assay.batch.prediction.PredictionRows;
import dev.assay.batch.prediction.Predictions;
import dev.assay.store.database.Database;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replays with as many threads as the rate job has. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {

    @Bean
    Replays replays(
            Database database,
            Predictions predictions,
            PredictionRows rows,
            InstantSource clock,
            @Value("${assay.workers:#{T(java.lang.Runtime).getRuntime().availableProcessors()}}") int workers) {
        return new Replays(database, predictions, rows, clock, workers);
    }
}

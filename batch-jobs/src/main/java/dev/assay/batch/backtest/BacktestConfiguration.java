package dev.assay.batch.backtest;

import dev.assay.store.database.Database;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Backtests with as many threads as the rate job has. */
@Configuration(proxyBeanMethods = false)
public class BacktestConfiguration {

    @Bean
    Backtests backtests(
            Database database,
            InstantSource clock,
            @Value("${assay.workers:#{T(java.lang.Runtime).getRuntime().availableProcessors()}}") int workers) {
        return new Backtests(database, clock, workers);
    }
}

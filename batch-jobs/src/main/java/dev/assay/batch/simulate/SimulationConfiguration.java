package dev.assay.batch.simulate;

import dev.assay.model.config.ConfigFiles;
import dev.assay.model.division.DivisionsFile;
import dev.assay.store.database.Database;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Simulations with as many threads as the rate job has. */
@Configuration(proxyBeanMethods = false)
public class SimulationConfiguration {

    @Bean
    Simulations simulations(
            Database database,
            ConfigFiles config,
            InstantSource clock,
            @Value("${assay.workers:#{T(java.lang.Runtime).getRuntime().availableProcessors()}}") int workers) {
        return new Simulations(database, DivisionsFile.load(config), clock, workers);
    }
}

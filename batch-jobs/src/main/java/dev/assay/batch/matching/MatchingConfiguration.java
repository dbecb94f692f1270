package dev.assay.batch.matching;

import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Name resolution, as the command line uses it. */
@Configuration(proxyBeanMethods = false)
public class MatchingConfiguration {

    @Bean
    NameLists nameLists(Database database, ConfigFiles config, @Value("${assay.data-dir}") Path data) {
        return new NameLists(database, config, data.resolve("matching"));
    }
}

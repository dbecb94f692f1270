package dev.assay.api;

import dev.assay.api.access.AccessSettings;
import dev.assay.api.access.AnswerSettings;
import dev.assay.api.business.FileParts;
import dev.assay.api.business.Lives;
import dev.assay.api.certificate.CertificateSettings;
import dev.assay.api.sandbox.SandboxSettings;
import dev.assay.api.signon.SignOnSettings;
import dev.assay.core.fact.Vocabulary;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.history.FactHistory;
import dev.assay.store.register.BusinessRegister;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The server: REST under {@code /v1}, the console and the public search. It is started with the properties of {@link AssaySettings} and
 * with {@code server.port}. The database is opened by {@link StoreWiring} and not by Spring Boot, because its schema, its version and
 * its lease are the store's own business.
 */
@SpringBootApplication(
        // Not the command line, whose jobs have a context of their own.
        scanBasePackages = {
            "dev.assay.api.access",
            "dev.assay.api.account",
            "dev.assay.api.adoption",
            "dev.assay.api.area",
            "dev.assay.api.audit",
            "dev.assay.api.business",
            "dev.assay.api.byhand",
            "dev.assay.api.certificate",
            "dev.assay.api.console",
            "dev.assay.api.draw",
            "dev.assay.api.plan",
            "dev.assay.api.escalation",
            "dev.assay.api.prediction",
            "dev.assay.api.contract",
            "dev.assay.api.following",
            "dev.assay.api.intake",
            "dev.assay.api.listing",
            "dev.assay.api.match",
            "dev.assay.api.monitoring",
            "dev.assay.api.problem",
            "dev.assay.api.rating",
            "dev.assay.api.request",
            "dev.assay.api.review",
            "dev.assay.api.sandbox",
            "dev.assay.api.signon",
            "dev.assay.api.simulation",
            "dev.assay.api.warning",
            "dev.assay.api.work"
        },
        exclude = {
            DataSourceAutoConfiguration.class,
            JooqAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            BatchAutoConfiguration.class,
            BatchJdbcAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties({
    AssaySettings.class,
    AccessSettings.class,
    AnswerSettings.class,
    CertificateSettings.class,
    SandboxSettings.class,
    SignOnSettings.class
})
@Import({StoreWiring.class, ApiCaching.class, ApiDescription.class})
public class AssayServer {

    @Bean
    ConfigFiles configFiles(AssaySettings settings) {
        Path directory = settings.configDir();
        return directory == null ? ConfigFiles.packaged() : ConfigFiles.in(directory);
    }

    /** A declared kind of fact with faults keeps the server from starting, and says so. */
    @Bean
    Vocabulary vocabulary(ConfigFiles config) {
        return DeclaredKinds.load(config);
    }

    @Bean
    FileParts fileParts(
            BusinessRegister register, FactHistory history, Vocabulary vocabulary, FeedRuns runs, Lives lives) {
        return new FileParts(register, history, vocabulary, runs, lives);
    }

    /** Whoever starts the server may say what time it is; else it is the machine's. */
    @Bean
    AuthorityClock authorityClock(ObjectProvider<InstantSource> given) {
        return new AuthorityClock(given.getIfAvailable(InstantSource::system));
    }
}

package dev.assay.api.cli;

import dev.assay.batch.AssayJobs;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.person.PersonKey;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The jobs on an open database, for as long as a command needs them. */
final class Session implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Session(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Opens the database that the options name.
     *
     * @throws dev.assay.store.DatabaseUnavailableException if it cannot be used, perhaps as a cause
     */
    static Session open(SharedOptions options) {
        return open(options, ObservationRegistry.NOOP);
    }

    /**
     * Opens the database that the options name.
     *
     * @param observations measures the jobs, for a process that is scraped
     * @throws dev.assay.store.DatabaseUnavailableException if it cannot be used, perhaps as a cause
     */
    static Session open(SharedOptions options, ObservationRegistry observations) {
        DatabaseSettings settings = options.databaseSettings();
        ConfigFiles config = options.configFiles();
        return new Session(new SpringApplicationBuilder(Jobs.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "assay.data-dir",
                        options.data.toAbsolutePath().toString(),
                        // A user's terminal gets sentences; what the libraries say goes to the log.
                        "logging.threshold.console",
                        "OFF",
                        "logging.file.name",
                        Logs.file(options).toString(),
                        "spring.main.log-startup-info",
                        "false"))
                .initializers(applicationContext -> {
                    GenericApplicationContext context = (GenericApplicationContext) applicationContext;
                    context.registerBean(ConfigFiles.class, () -> config);
                    context.registerBean(InstantSource.class, () -> options.clock);
                    context.registerBean(ObservationRegistry.class, () -> observations);
                    PersonKey.find(System.getenv()).ifPresent(key -> context.registerBean(PersonKey.class, () -> key));
                    context.registerBean(Database.class, () -> Database.open(settings));
                })
                .run());
    }

    /**
     * The text by which a model rates on a day.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    ConfigFile modelText(String model, LocalDate day) {
        return bean(ModelsInUse.class).text(model, day);
    }

    /**
     * The model that rates on a day.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    GradingModel model(String model, LocalDate day) {
        return GradingModels.parse(modelText(model, day), bean(Vocabulary.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * Nothing is configured by what lies on the class path: a command starts only what it needs. No {@code @Configuration}, or the server's
     * scan would find it.
     */
    @Import(AssayJobs.class)
    static class Jobs {}
}

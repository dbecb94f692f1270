package dev.assay.batch;

import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** All jobs with the packaged configuration, on the database of a test. */
public final class TestJobs {

    private TestJobs() {}

    /**
     * Opens the jobs.
     *
     * @param database the database; closing the jobs leaves it open
     * @param data the data directory
     * @param clock tells the time
     * @return the context, to be closed
     */
    public static AnnotationConfigApplicationContext on(Database database, Path data, InstantSource clock) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("assay.data-dir", data.toString())));
        context.registerBean(Database.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(ConfigFiles.class, ConfigFiles::packaged);
        context.registerBean(InstantSource.class, () -> clock);
        context.register(AssayJobs.class);
        context.refresh();
        return context;
    }
}

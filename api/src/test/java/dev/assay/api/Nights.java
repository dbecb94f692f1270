package dev.assay.api;

import dev.assay.batch.AssayJobs;
import dev.assay.batch.daily.Daily;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.listing.Listings;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import dev.assay.store.rating.RatingOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The daily job of a sample server, without files to take in; what it writes goes into a folder of the test. */
final class Nights implements AutoCloseable {

    private final AnnotationConfigApplicationContext jobs = new AnnotationConfigApplicationContext();
    private final Path feeds;

    Nights(SampleServer server, InstantSource clock, Path data) {
        try {
            feeds = Files.createDirectories(data.resolve("feeds"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("nights", Map.of("assay.data-dir", data.toString())));
        jobs.registerBean(
                Database.class, () -> server.bean("database", Database.class), bean -> bean.setDestroyMethodName(""));
        jobs.registerBean(ConfigFiles.class, ConfigFiles::packaged);
        jobs.registerBean(InstantSource.class, () -> clock);
        jobs.register(AssayJobs.class);
        jobs.refresh();
    }

    /** The night of a day, and what it did for the lists. */
    Listings.Outcome of(LocalDate day) {
        List<Listings.Outcome> outcomes = new ArrayList<>();
        jobs.getBean(Daily.class).run(feeds, day, new Daily.Listener() {
            @Override
            public void imported(ImportReport report) {}

            @Override
            public void refused(Path file, FileRefusedException refusal) {}

            @Override
            public void rated(GradingModel model, RatingOutcome outcome) {}

            @Override
            public void listed(Listings.Outcome outcome) {
                outcomes.add(outcome);
            }

            @Override
            public void published(LocalDate published) {}
        });
        return outcomes.getFirst();
    }

    @Override
    public void close() {
        jobs.close();
    }
}

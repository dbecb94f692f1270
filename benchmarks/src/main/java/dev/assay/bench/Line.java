package dev.assay.bench;

import dev.assay.batch.AssayJobs;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.intake.Imports;
import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.batch.simulate.SimulationRequest;
import dev.assay.batch.simulate.Simulations;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.person.PersonKey;
import dev.assay.store.rating.RatingOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The product's own jobs on an embedded database of its own, as the command line runs them. */
final class Line implements AutoCloseable {

    private static final int SHOWN = 100;

    private final ConfigurableApplicationContext context;

    Line(Path data) {
        context = new SpringApplicationBuilder(Jobs.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of(
                        "assay.data-dir",
                        data.toString(),
                        "logging.threshold.console",
                        System.getProperty("assay.bench.log", "OFF")))
                .initializers(applicationContext -> {
                    GenericApplicationContext beans = (GenericApplicationContext) applicationContext;
                    beans.registerBean(ConfigFiles.class, ConfigFiles::packaged);
                    beans.registerBean(InstantSource.class, InstantSource::system);
                    beans.registerBean(
                            PersonKey.class,
                            () -> PersonKey.parse("bWFkZSB1cCBmb3IgYmVuY2htYXJrcywgbm90IHNhZmU=", "this class"));
                    beans.registerBean(Database.class, () -> Database.open(DatabaseSettings.embedded(data)));
                })
                .run();
    }

    Database database() {
        return context.getBean(Database.class);
    }

    ImportReport importFile(String feed, Path file) {
        return context.getBean(Imports.class).run(feed, file, Optional.empty());
    }

    double importFhrs(Path file) {
        long start = System.nanoTime();
        importFile("fhrs", file);
        return Bare.seconds(start);
    }

    double rateFhrs() {
        ConfigFile file = GradingModels.file(ConfigFiles.packaged(), "uk-fhrs");
        GradingModel model = GradingModels.load(ConfigFiles.packaged(), "uk-fhrs");
        long start = System.nanoTime();
        context.getBean(Ratings.class)
                .run(new RateRequest(model, file.content(), LocalDate.of(2015, 2, 18), null, true));
        return Bare.seconds(start);
    }

    /** Rates all files, or those that need it. */
    RatingOutcome rate(GradingModel model, String text, LocalDate asOf, boolean full) {
        return context.getBean(Ratings.class).run(new RateRequest(model, text, asOf, null, full));
    }

    /** Seconds of a simulation that shows a hundred moves. */
    double simulate(GradingModel before, GradingModel after, LocalDate asOf) throws IOException {
        long start = System.nanoTime();
        context.getBean(Simulations.class)
                .run(new SimulationRequest(before, after, asOf, null), null, SHOWN, (done, all) -> {});
        return Bare.seconds(start);
    }

    @Override
    public void close() {
        context.close();
    }

    @Import(AssayJobs.class)
    static class Jobs {}
}

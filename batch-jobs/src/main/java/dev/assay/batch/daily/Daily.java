package dev.assay.batch.daily;

import dev.assay.batch.JobLaunch;
import dev.assay.batch.adoption.ModelInUse;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.batch.intake.ImportListener;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.intake.Imports;
import dev.assay.batch.intake.RetractionCheck;
import dev.assay.batch.listing.Listings;
import dev.assay.batch.prediction.Foretelling;
import dev.assay.batch.publish.Publications;
import dev.assay.batch.quality.Measurements;
import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.warning.Warnings;
import dev.assay.core.adoption.Brake;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.adoption.Trial;
import dev.assay.store.fact.Cut;
import dev.assay.store.rating.RatingOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.job.Job;

/** The daily chain: imports {@code DIR/<feed-id>/*} in name order, foretells what is due, rates by every model in force and on trial, proposes for the list, publishes, looks for trends. */
public final class Daily {

    private final Imports imports;
    private final Foretelling foretelling;
    private final Ratings ratings;
    private final JobLaunch launch;
    private final Behind behind;
    private final ModelsInUse models;
    private final ConfigFiles config;
    private final InstantSource clock;

    /**
     * A chain.
     *
     * @param ahead what comes ahead of the rating
     * @param ratings rates
     * @param launch launches the other jobs
     * @param behind what comes behind the rating
     * @param models which models rate
     * @param config where the kinds of fact are
     * @param clock tells when things are recorded
     */
    public Daily(
            Ahead ahead,
            Ratings ratings,
            JobLaunch launch,
            Behind behind,
            ModelsInUse models,
            ConfigFiles config,
            InstantSource clock) {
        this.imports = ahead.imports();
        this.foretelling = ahead.foretelling();
        this.ratings = ratings;
        this.launch = launch;
        this.behind = behind;
        this.models = models;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What comes ahead of the rating.
     *
     * @param imports takes files in
     * @param foretelling foretells what is due
     */
    public record Ahead(Imports imports, Foretelling foretelling) {}

    /**
     * What comes behind the rating.
     *
     * @param list proposes serious violators
     * @param publish writes the published files
     * @param measurements measures the quality of the data
     * @param warnings looks for trends
     */
    public record Behind(Job list, Job publish, Measurements measurements, Warnings warnings) {}

    /** Told of each link as it is done. */
    public interface Listener extends Foretelling.Listener, Warnings.Listener {

        /**
         * A file is about to be taken in.
         *
         * @param file the file
         * @return who is told how far that has come
         */
        default ImportListener importing(Path file) {
            return ImportListener.NONE;
        }

        /**
         * A file was taken in.
         *
         * @param report its account
         */
        void imported(ImportReport report);

        /**
         * A file was refused as a whole; the chain goes on without it.
         *
         * @param file the file
         * @param refusal why
         */
        void refused(Path file, FileRefusedException refusal);

        /**
         * A model has rated; its grades may be held. A model without subjects among the files is not told.
         *
         * @param model the model
         * @param outcome what its run left
         */
        void rated(GradingModel model, RatingOutcome outcome);

        /**
         * A version on trial has rated.
         *
         * @param series the name under which its ratings are kept
         * @param outcome what its run left
         */
        default void tried(String series, RatingOutcome outcome) {}

        /**
         * Serious violators were proposed.
         *
         * @param outcome how many
         */
        void listed(Listings.Outcome outcome);

        /**
         * The files of the day were published.
         *
         * @param day the day
         */
        void published(LocalDate day);
    }

    /**
     * Runs the chain. Full states that would retract much wait.
     *
     * @param feeds the directory with a folder for each feed
     * @param asOf the day for which to rate
     * @param listener is told of each link
     * @return how many rows, files, predictions, looks for trends and runs of grades were refused or wait
     * @throws IllegalArgumentException if the directory is not there, or a folder in it names no feed
     * @throws dev.assay.batch.JobFailedException if a job fails; the same call takes it up again
     */
    public long run(Path feeds, LocalDate asOf, Listener listener) {
        return run(feeds, asOf, RetractionCheck.WAIT, listener);
    }

    /**
     * Runs the chain.
     *
     * @param feeds the directory with a folder for each feed
     * @param asOf the day for which to rate
     * @param retractions whether somebody looked at what full states retract
     * @param listener is told of each link
     * @return how many rows, files and runs of grades were refused or wait
     * @throws IllegalArgumentException if the directory is not there, or a folder in it names no feed
     * @throws dev.assay.batch.JobFailedException if a job fails; the same call takes it up again
     */
    public long run(Path feeds, LocalDate asOf, RetractionCheck retractions, Listener listener) {
        long refused = 0;
        for (Path folder : children(feeds)) {
            if (Files.isDirectory(folder)) {
                for (Path file : children(folder)) {
                    for (String feed : imports.feedsOf(String.valueOf(folder.getFileName()), file)) {
                        refused += take(feed, file, retractions, listener);
                    }
                }
            }
        }
        refused += foretelling.due(asOf, listener);
        refused += rate(asOf, listener);
        listener.listed(Listings.run(launch, behind.list(), new Cut(asOf, ratings.settledInstant())));
        Publications.run(launch, behind.publish(), asOf, clock.instant());
        listener.published(asOf);
        behind.measurements().run();
        refused += behind.warnings().due(asOf, listener);
        return refused;
    }

    /** Rates by what is in force, then by what is on trial, and answers how many runs are held. */
    private long rate(LocalDate asOf, Listener listener) {
        Vocabulary vocabulary = DeclaredKinds.load(config);
        Brake brake = models.brake().orElse(null);
        long held = 0;
        for (ModelInUse inForce : models.on(asOf)) {
            GradingModel model = GradingModels.parse(inForce.file(), vocabulary);
            RatingOutcome outcome =
                    ratings.run(new RateRequest(model, inForce.file().content(), asOf, null, false, model.id(), brake));
            if (outcome.held() != null || !outcome.counts().isEmpty()) {
                listener.rated(model, outcome);
            }
            held += outcome.held() == null ? 0 : 1;
        }
        for (ModelInUse trial : models.onTrial(asOf)) {
            GradingModel model = GradingModels.parse(trial.file(), vocabulary);
            String series = Trial.series(
                    model.id(), Objects.requireNonNull(trial.version()).id());
            listener.tried(
                    series,
                    ratings.run(new RateRequest(model, trial.file().content(), asOf, null, false, series, null)));
        }
        return held;
    }

    private long take(String feed, Path file, RetractionCheck retractions, Listener listener) {
        try {
            ImportReport report;
            try (ImportListener progress = listener.importing(file)) {
                report = imports.run(feed, file, Optional.empty(), retractions, progress);
            }
            listener.imported(report);
            return report.refused() + (report.absent() == null ? 0 : 1);
        } catch (FileRefusedException refusal) {
            listener.refused(file, refusal);
            return 1;
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The feeds' directory (%s) is not there.%nMaybe check the path after --feeds.".formatted(folder));
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith(".")
                            && !path.getFileName().toString().endsWith(".part"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory (%s) cannot be read.".formatted(folder), e);
        }
    }
}

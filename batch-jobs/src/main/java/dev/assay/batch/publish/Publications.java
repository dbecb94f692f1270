package dev.assay.batch.publish;

import dev.assay.batch.JobLaunch;
import dev.assay.core.publication.Chain;
import dev.assay.store.publication.PublicationLog;
import dev.assay.store.publication.PublicationLog.Publication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Publishes: writes the files of a day and notes them. */
public final class Publications {

    static final String AS_OF = "asOf";
    static final String AT = "at";

    private final Exports exports;
    private final PublicationLog log;
    private final DisclosedModels models;
    private final PublishedChanges changes;
    private final FullFiles fullFiles;
    private final Path folder;

    Publications(
            Exports exports,
            PublicationLog log,
            DisclosedModels models,
            PublishedChanges changes,
            FullFiles fullFiles,
            Path folder) {
        this.exports = exports;
        this.log = log;
        this.models = models;
        this.changes = changes;
        this.fullFiles = fullFiles;
        this.folder = folder;
    }

    /**
     * Runs the job.
     *
     * @param launch launches it
     * @param job the job of {@link PublishJobConfiguration}
     * @param asOf the day
     * @param now when it is published
     * @throws dev.assay.batch.JobFailedException if it fails, is stopped, or runs already
     */
    public static void run(JobLaunch launch, Job job, LocalDate asOf, Instant now) {
        launch.run(
                job,
                new JobParametersBuilder()
                        .addLocalDate(AS_OF, asOf)
                        .addString(AT, now.toString())
                        .toJobParameters());
    }

    /** Writes what changed. A chain of changes does not go back: a run of a past day takes the newest day that was published. */
    void publishChanges(LocalDate asOf, Instant now) throws SQLException {
        changes.write(newest(asOf), now);
    }

    private LocalDate newest(LocalDate asOf) {
        return log.findNewestDay().filter(day -> day.isAfter(asOf)).orElse(asOf);
    }

    /** Writes the files of a day. */
    List<Publication> publish(LocalDate asOf, Instant now) throws IOException, SQLException {
        List<Publication> published = new ArrayList<>();
        Set<String> held = models.held();
        List<String> leaving = models.on(asOf).stream()
                .filter(disclosed -> disclosed.chain().isPresent())
                .map(disclosed -> disclosed.model().model())
                .filter(model -> !held.contains(model) && log.hasRatings(model))
                .sorted()
                .toList();
        for (String model : leaving) {
            Path file = folder.resolve("ratings-%s-%s.csv".formatted(model, asOf));
            published.add(note("ratings", model, asOf, file, exports.ratings(model, file)));
        }
        Path list = folder.resolve("serious-violations-%s.csv".formatted(asOf));
        published.add(note("list", null, asOf, list, exports.list(asOf, list)));
        published.forEach(publication -> log.add(publication, now));
        for (Chain chain : Chain.values()) {
            fullFiles.write(chain, newest(asOf), now);
        }
        return published;
    }

    private static Publication note(String kind, @Nullable String model, LocalDate asOf, Path file, long rows)
            throws IOException {
        return new Publication(kind, model, asOf, String.valueOf(file.getFileName()), sha256(file), rows);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}

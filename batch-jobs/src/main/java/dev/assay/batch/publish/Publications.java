package dev.assay.batch.publish;

import dev.assay.batch.JobLaunch;
import dev.assay.batch.adoption.ModelsInUse;
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
    private final ModelsInUse models;
    private final Path folder;

    Publications(Exports exports, PublicationLog log, ModelsInUse models, Path folder) {
        this.exports = exports;
        this.log = log;
        this.models = models;
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

    /** Writes the files of a day. */
    List<Publication> publish(LocalDate asOf, Instant now) throws IOException, SQLException {
        List<Publication> published = new ArrayList<>();
        Set<String> retired = models.retiredOn(asOf);
        for (String model : log.publishableModels()) {
            if (retired.contains(model)) {
                continue;
            }
            Path file = folder.resolve("ratings-%s-%s.csv".formatted(model, asOf));
            published.add(note("ratings", model, asOf, file, exports.ratings(model, file)));
        }
        Path list = folder.resolve("serious-violations-%s.csv".formatted(asOf));
        published.add(note("list", null, asOf, list, exports.list(asOf, list)));
        published.forEach(publication -> log.add(publication, now));
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

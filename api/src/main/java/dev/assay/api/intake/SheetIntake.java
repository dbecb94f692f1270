package dev.assay.api.intake;

import dev.assay.api.AssaySettings;
import dev.assay.api.AuthorityClock;
import dev.assay.api.intake.SheetOutcome.NotTaken;
import dev.assay.api.intake.SheetOutcome.TakenIn;
import dev.assay.api.intake.SheetOutcome.Why;
import dev.assay.batch.JobBusyException;
import dev.assay.batch.JobFailedException;
import dev.assay.batch.JobsConfiguration;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.intake.ImportConfiguration;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.intake.Imports;
import dev.assay.batch.reading.CorrectionSheet;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.batch.reading.SourceFile;
import dev.assay.store.database.Database;
import dev.assay.store.feed.FeedRun;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.intake.ImportRuns;
import dev.assay.store.person.PersonKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Takes in sheets of corrected rows that somebody uploads, by the very job that the command runs. Other files are refused: what a feed
 * delivers comes by the command, which can be left alone with it for hours.
 */
@Component
public class SheetIntake {

    /** The most bytes of a sheet: some ten thousand corrected rows. */
    public static final long LARGEST = 8L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SheetIntake.class);
    private static final int LONGEST_NAME = 100;
    private static final int RUNS_LOOKED_AT = 20;

    private final Database database;
    private final FeedDefinitions feeds;
    private final FeedRuns runs;
    private final AssaySettings settings;
    private final AuthorityClock clock;

    SheetIntake(Database database, FeedDefinitions feeds, FeedRuns runs, AssaySettings settings, AuthorityClock clock) {
        this.database = database;
        this.feeds = feeds;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a sheet in.
     *
     * @param name the file's name as it was uploaded; null where nobody said it
     * @param size its size in bytes
     * @param content its content; closed
     * @param account who uploads it
     * @return its import, or why there is none
     * @throws IOException if the content cannot be read or kept
     */
    public SheetOutcome takeIn(@Nullable String name, long size, InputStream content, String account)
            throws IOException {
        try (content) {
            if (size == 0) {
                return new NotTaken(Why.EMPTY, "");
            }
            if (size > LARGEST) {
                return new NotTaken(Why.TOO_LARGE, Long.toString(LARGEST >> 20));
            }
            Path folder = Files.createTempDirectory("assay-sheet");
            try {
                Path file = folder.resolve(safe(name));
                Files.copy(content, file);
                SheetOutcome outcome = takeIn(file);
                LOG.info("The sheet ({}) of the account ({}): {}", file.getFileName(), account, outcome);
                return outcome;
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private SheetOutcome takeIn(Path file) {
        try {
            Optional<CorrectionSheet> sheet = CorrectionSheet.recognise(SourceFile.inspect(file));
            if (sheet.isEmpty()) {
                return new NotTaken(Why.NO_SHEET, "");
            }
            Optional<String> feed =
                    new ImportRuns(database).findCorrectable(sheet.get().run()).map(ImportRuns.Correctable::feed);
            return feed.map(id -> takeIn(id, file))
                    .orElseGet(() -> new NotTaken(
                            Why.REFUSED,
                            "No import of the number (%d) is here.%nMaybe the sheet was given out by another database."
                                    .formatted(sheet.get().run())));
        } catch (FileRefusedException refused) {
            // Nobody who uploads knows the folder in which the file lies here.
            String told =
                    String.valueOf(refused.getMessage()).replace(file.toString(), String.valueOf(file.getFileName()));
            return new NotTaken(Why.REFUSED, told);
        } catch (JobBusyException busy) {
            return new NotTaken(Why.BUSY, "");
        } catch (JobFailedException failed) {
            LOG.error("A sheet that was uploaded could not be taken in", failed);
            return new NotTaken(Why.FAILED, "");
        }
    }

    private SheetOutcome takeIn(String feed, Path file) {
        ImportReport report = run(feed, file);
        long run = runs.newest(feed, RUNS_LOOKED_AT).stream()
                .filter(one -> one.sha256().equals(report.sha256()))
                .mapToLong(FeedRun::id)
                .max()
                .orElseThrow();
        return new TakenIn(run);
    }

    /** The job's own parts are there only while a sheet is taken in: the server runs no jobs otherwise. */
    private ImportReport run(String feed, Path file) {
        try (AnnotationConfigApplicationContext jobs = new AnnotationConfigApplicationContext()) {
            jobs.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "sheets",
                            Map.of(
                                    "assay.data-dir",
                                    settings.dataDir().toAbsolutePath().toString())));
            jobs.registerBean(Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
            jobs.registerBean(FeedDefinitions.class, () -> feeds);
            jobs.registerBean(InstantSource.class, () -> clock::now);
            PersonKey.find(System.getenv()).ifPresent(key -> jobs.registerBean(PersonKey.class, () -> key));
            jobs.register(JobsConfiguration.class, ImportConfiguration.class);
            jobs.refresh();
            return jobs.getBean(Imports.class).run(feed, file, Optional.empty());
        }
    }

    /** The last part of the name, without what a file system could take for something else. */
    private static String safe(@Nullable String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip();
        String kept = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return kept.isEmpty() || kept.startsWith(".") ? "sheet.csv" : kept;
    }
}

package dev.assay.bench;

import dev.assay.batch.publish.ChangeLine;
import dev.assay.batch.publish.FullFiles;
import dev.assay.batch.publish.Manifest;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.batch.verify.Verification;
import dev.assay.core.publication.Chain;
import dev.assay.store.database.Database;
import dev.assay.store.load.TableTarget;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.LoggedChange;
import dev.assay.store.publication.PublishedRatings;
import dev.assay.store.publication.RatingGrounds;
import dev.assay.store.publication.SeriesDiff;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Holds the full file of made-up ratings against bare streaming of the same rows to a file, and the applying of 100,000 changes in the verifier
 * against its limit.
 */
public final class Following {

    private static final String MODEL = "made-up";
    private static final Instant AT = Instant.parse("2026-07-01T18:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final int DELTAS = 100_000;
    private static final int CHUNK = 20_000;
    private static final int ROUNDS = 3;

    private static final TableTarget BUSINESS = TableTarget.of(
            "business", "business_key", "scheme", "identity", "name", "division", "recorded_at", "changed_at");

    private static final TableTarget RATING = TableTarget.of(
            "rating",
            "model",
            "business_key",
            "subject_scheme",
            "subject",
            "as_of",
            "known_at",
            "newest",
            "model_key",
            "engine_version",
            "sector",
            "division",
            "state",
            "score",
            "computed_grade",
            "grade",
            "effective_from",
            "inspections_per_year",
            "digest",
            "rating_run_id");

    private final Database database;
    private final Path folder;

    private Following(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * Runs.
     *
     * @param arguments {@code FOLDER RATINGS}
     * @throws IOException if a file cannot be read or written
     * @throws SQLException if the database fails
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int ratings = Integer.parseInt(arguments[1]);
        try (Line line = new Line(folder.resolve("following"))) {
            new Following(line.database(), folder).run(ratings);
        }
    }

    private void run(int ratings) throws IOException, SQLException {
        fill(ratings);
        long start = System.nanoTime();
        long added = publish();
        print("first publication of " + added + " ratings, s", Bare.seconds(start));
        start = System.nanoTime();
        publish();
        print("a night without changes, s", Bare.seconds(start));

        SigningKeys keys = new SigningKeys(folder);
        FullFiles files = new FullFiles(database, keys, Files.createDirectories(folder.resolve("published")));
        Manifest first = files.write(Chain.PUBLIC, DAY, AT);
        double written = Double.MAX_VALUE;
        double bare = Double.MAX_VALUE;
        double joined = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bare = Math.min(bare, stream("SELECT kind, item_key, content FROM published_item WHERE chain = 'public'"));
            joined = Math.min(joined, stream("""
                    SELECT b.scheme, b.identity, r.subject_scheme, r.subject, r.as_of, r.computed_grade, r.division,
                           r.effective_from, r.grade, r.inspections_per_year, m.version, b.name, r.score, r.sector, r.state
                    FROM rating r JOIN business b ON b.business_key = r.business_key
                    JOIN grading_model m ON m.model_key = r.model_key WHERE r.model = 'made-up' AND r.newest
                    """));
            start = System.nanoTime();
            first = files.write(Chain.PUBLIC, DAY, AT);
            written = Math.min(written, Bare.seconds(start));
        }
        print("full file, s (best of 3)", written);
        print("bare streaming of the published rows, s (best of 3)", bare);
        print("ratio (limit 1.5)", written / bare);
        print("bare streaming of the ratings themselves, s (best of 3)", joined);
        print("ratio", written / joined);

        Path from = keep(first);
        change(Math.min(ratings, DELTAS));
        start = System.nanoTime();
        long changes = publish();
        print("publication of " + changes + " changes, s", Bare.seconds(start));
        verify(from, first, keep(files.write(Chain.PUBLIC, DAY.plusDays(1), AT)), keys);
    }

    private void verify(Path from, Manifest first, Path to, SigningKeys keys) throws IOException {
        Path lines = folder.resolve("changes.ndjson");
        long read = first.end().number();
        ChangeLog log = new ChangeLog(database.dsl());
        try (BufferedWriter out = Files.newBufferedWriter(lines)) {
            List<LoggedChange> some = log.after(Chain.PUBLIC, read, CHUNK);
            while (!some.isEmpty()) {
                for (LoggedChange change : some) {
                    out.write(ChangeLine.write(change));
                    out.write('\n');
                }
                read = some.getLast().change().number();
                some = log.after(Chain.PUBLIC, read, CHUNK);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double before = processorSeconds();
            Verification.run(new Verification.Request(to, null, to, keys.all()));
            double twice = processorSeconds() - before;
            before = processorSeconds();
            long start = System.nanoTime();
            Verification.Report report = Verification.run(new Verification.Request(from, lines, to, keys.all()));
            if (report.count() != 0) {
                throw new IllegalStateException("The files are not proved: " + report.findings());
            }
            print("verify, both full files too, s", Bare.seconds(start));
            print(
                    "changes for each second of processor time",
                    report.changes() / Math.max(1e-9, processorSeconds() - before - twice));
            print(
                    "changes applied a second (limit 100,000)",
                    report.changes() / (report.applying().toNanos() / 1e9));
        }
    }

    /** What this process used of all processors, garbage collection and compiling included. */
    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** A full file goes when the next is written; who follows has kept it. */
    private Path keep(Manifest manifest) throws IOException {
        Path published = folder.resolve("published").resolve(manifest.file());
        Files.copy(
                published.resolveSibling(manifest.file() + FullFiles.MANIFEST),
                folder.resolve(manifest.file() + FullFiles.MANIFEST),
                StandardCopyOption.REPLACE_EXISTING);
        return Files.copy(published, folder.resolve(manifest.file()), StandardCopyOption.REPLACE_EXISTING);
    }

    private long publish() throws SQLException {
        try (SeriesDiff diff =
                SeriesDiff.open(database, PublishedRatings.series(MODEL), RatingGrounds.of(database.dsl()), AT)) {
            PublishedRatings.stream(database, MODEL, Chain.PUBLIC, diff::present);
            return diff.complete();
        }
    }

    /** Writes every cell as it comes, with a tab between. */
    private double stream(String sql) throws SQLException, IOException {
        long start = System.nanoTime();
        try (Connection connection = database.streamingConnection();
                Statement statement = connection.createStatement();
                OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve("bare.tsv")), 1 << 16)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        byte[] cell = rows.getBytes(i);
                        if (cell != null) {
                            out.write(cell);
                        }
                        out.write(i == columns ? '\n' : '\t');
                    }
                }
            }
        }
        return Bare.seconds(start);
    }

    private void fill(int ratings) {
        database.dsl().execute("""
                        INSERT INTO grading_model (model_key, model, version, digest, scope, visibility, title_zh, title_en, content, loaded_at)
                        VALUES (1, 'made-up', '1', REPEAT('0', 64), 'business', 'public', '', '', '', '2026-07-01 18:00:00')
                        """);
        for (int first = 1; first <= ratings; first += CHUNK) {
            int from = first;
            int to = Math.min(ratings, first + CHUNK - 1);
            database.loader().load(BUSINESS, rows -> {
                for (int number = from; number <= to; number++) {
                    rows.number(number)
                            .text("uscc")
                            .text("91320600MA%08d".formatted(number))
                            .text("海安县第%d食品经营部".formatted(number))
                            .text("320685")
                            .instant(AT)
                            .instant(AT)
                            .end();
                }
            });
            database.loader().load(RATING, rows -> {
                for (int number = from; number <= to; number++) {
                    rows.text(MODEL)
                            .number(number)
                            .text("food-licence")
                            .text("JY2320685%08d".formatted(number))
                            .day(DAY)
                            .instant(AT)
                            .flag(true)
                            .number(1)
                            .text("1")
                            .text("catering")
                            .text("320685")
                            .text("RATED")
                            .decimal(BigDecimal.valueOf(number % 1000, 1))
                            .text("B")
                            .text("B")
                            .day(DAY)
                            .decimal(BigDecimal.valueOf(2))
                            .text("%064d".formatted(number))
                            .number(1)
                            .end();
                }
            });
        }
        database.dsl().execute("ANALYZE TABLE rating, business");
    }

    /** Seven in ten of the deltas change an item, and of the rest as many go as come. */
    private void change(int deltas) {
        int modified = deltas * 7 / 10;
        int withdrawn = deltas * 3 / 20;
        database.dsl().execute("UPDATE rating SET grade = 'C', as_of = '2026-07-02' WHERE business_key <= ?", modified);
        database.dsl()
                .execute(
                        "UPDATE rating SET newest = FALSE WHERE business_key > ? AND business_key <= ?",
                        modified,
                        modified + withdrawn);
        database.dsl().execute("""
                        INSERT INTO rating (model, business_key, subject_scheme, subject, as_of, known_at, newest, model_key, engine_version, sector,
                          state, effective_from, digest, rating_run_id)
                        SELECT model, business_key, 'food-licence', CONCAT('JY1', business_key), as_of, known_at, TRUE, 1, '1', 'sales', 'NEW',
                          as_of, digest, 1
                        FROM rating WHERE business_key <= ?
                        """, withdrawn);
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-55s %14.3f%n", what, value);
    }
}

package dev.assay.bench;

import dev.assay.batch.intake.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** Holds the import of many penalties against a bare load of the rows that it leaves, and the same file again against the first time. */
public final class Penalties {

    private static final long SEED = 20260101;

    private Penalties() {}

    /**
     * Runs.
     *
     * @param arguments {@code ratios FOLDER ROWS} or {@code memory FOLDER ROWS}
     * @throws IOException if a file cannot be read or written
     * @throws SQLException if the database fails
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        int rows = Integer.parseInt(arguments[2]);
        Files.createDirectories(folder);
        Path file = folder.resolve("penalties-" + rows + ".csv");
        if (!Files.exists(file)) {
            PenaltyFile.write(file, rows, SEED);
        }
        switch (arguments[0]) {
            case "ratios" -> ratios(file, folder, rows);
            case "memory" -> memory(file, folder, rows);
            default -> throw new IllegalArgumentException("ratios or memory, not " + arguments[0]);
        }
    }

    private static void ratios(Path file, Path folder, int rows) throws IOException, SQLException {
        try (Line line = new Line(folder.resolve("penalties-ratios-" + rows))) {
            long start = System.nanoTime();
            ImportReport first = line.importFile("cn-penalty", file);
            double imported = Bare.seconds(start);
            printPeak(rows);
            start = System.nanoTime();
            ImportReport again = line.importFile("cn-penalty", file);
            double repeated = Bare.seconds(start);
            Bare bare = new Bare(line.database(), folder);
            double loaded = 0;
            for (String table : new String[] {"business", "identity", "fact", "person_number", "person_mention"}) {
                double seconds = bare.load(table, bare.prepare(table));
                print("bare LOAD DATA LOCAL of " + table + ", s", seconds);
                loaded += seconds;
            }
            System.out.println(first);
            System.out.println(again);
            print("file, MB", Files.size(file) / 1e6);
            print("import, s", imported);
            print("bare LOAD DATA LOCAL of the same rows, s", loaded);
            print("ratio (limit 2.5)", imported / loaded);
            print("the same file again, s", repeated);
            print("ratio to the first time (limit 0.2)", repeated / imported);
        }
    }

    private static void memory(Path file, Path folder, int rows) throws IOException {
        try (Line line = new Line(folder.resolve("penalties-memory-" + rows))) {
            line.importFile("cn-penalty", file);
        }
        printPeak(rows);
    }

    /** The JVM's peak resident memory until now. */
    private static void printPeak(int rows) throws IOException {
        for (String status : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (status.startsWith("VmHWM")) {
                System.out.printf(Locale.ROOT, "%,d rows: %s%n", rows, status.replaceAll("\\s+", " "));
            }
        }
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-55s %8.2f%n", what, value);
    }
}

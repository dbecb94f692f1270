package dev.assay.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Holds import and rating against what the server and its driver do with the same rows, in one run on one machine, and measures peak
 * memory at two sizes. See {@code benchmarks/README.md} for the command; it gives the figures of the README.
 */
public final class WholeLine {

    private static final int ROUNDS = 3;

    private WholeLine() {}

    /**
     * Runs.
     *
     * @param arguments {@code ratios FHRS_FILE FOLDER} or {@code memory FHRS_FILE FOLDER ROWS}
     * @throws IOException if a file cannot be read or written
     * @throws SQLException if the database fails
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path file = Path.of(arguments[1]).toAbsolutePath();
        Path folder = Path.of(arguments[2]).toAbsolutePath();
        Files.createDirectories(folder);
        switch (arguments[0]) {
            case "ratios" -> ratios(file, folder);
            case "memory" -> memory(file, folder, Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException("ratios or memory, not " + arguments[0]);
        }
    }

    private static void ratios(Path file, Path folder) throws IOException, SQLException {
        try (Line line = new Line(folder.resolve("ratios"))) {
            double imported = line.importFhrs(file);
            double rated = line.rateFhrs();
            Bare bare = new Bare(line.database(), folder);
            Path facts = bare.prepare("fact");
            Path businesses = bare.prepare("business");
            Path identities = bare.prepare("identity");
            Path ratings = bare.prepare("rating");
            double bareImport = Double.MAX_VALUE;
            double bareRate = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                bareImport = Math.min(
                        bareImport,
                        bare.load("business", businesses)
                                + bare.load("identity", identities)
                                + bare.load("fact", facts));
                bareRate = Math.min(bareRate, bare.stream() + bare.load("rating", ratings));
                rated = Math.min(rated, line.rateFhrs());
            }
            print("import, s", imported);
            print("bare LOAD DATA LOCAL of the same rows, s (best of 3)", bareImport);
            print("ratio (limit 3)", imported / bareImport);
            print("rate --full, s (best of 4)", rated);
            print("bare streaming and loading, s (best of 3)", bareRate);
            print("ratio (limit 2)", rated / bareRate);
        }
    }

    private static void memory(Path file, Path folder, int rows) throws IOException {
        Path part = folder.resolve("fhrs-" + rows + ".csv");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(part)) {
            for (int i = 0; i <= rows; i++) {
                String row = in.readLine();
                if (row == null) {
                    break;
                }
                out.write(row);
                out.newLine();
            }
        }
        try (Line line = new Line(folder.resolve("memory-" + rows))) {
            line.importFhrs(part);
            line.rateFhrs();
        }
        for (String status : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (status.startsWith("VmHWM")) {
                System.out.printf(Locale.ROOT, "%,d businesses: %s%n", rows, status.replaceAll("\\s+", " "));
            }
        }
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-55s %8.2f%n", what, value);
    }
}

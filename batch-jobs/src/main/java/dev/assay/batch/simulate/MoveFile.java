package dev.assay.batch.simulate;

import dev.assay.batch.publish.CsvFile;
import dev.assay.model.simulation.Move;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file of all moves: parts that are written at the same time, put together in their order. */
final class MoveFile implements AutoCloseable {

    private static final String[] HEADER = {
        "identity_scheme",
        "identity",
        "subject_scheme",
        "subject",
        "name",
        "division",
        "sector",
        "size",
        "before",
        "after",
        "score_before",
        "score_after",
        "computed_before",
        "computed_after",
        "inspections_before",
        "inspections_after",
        "differences"
    };

    private final Path target;
    private final Path folder;

    private MoveFile(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** Begins the file; its folder is made where it is missing. */
    static MoveFile create(Path target) throws IOException {
        Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
        return new MoveFile(target, Files.createTempDirectory(parent, ".moves"));
    }

    /** Begins a part. */
    CsvFile part(int number) throws IOException {
        return CsvFile.create(path(number), HEADER);
    }

    private Path path(int number) {
        return folder.resolve("part-%04d.csv".formatted(number));
    }

    static void write(CsvFile part, Move move) {
        part.row(
                move.subject().business().scheme(),
                move.subject().business().value(),
                move.subject().identity().scheme(),
                move.subject().identity().value(),
                move.name(),
                move.division(),
                move.subject().sector().code(),
                move.size().name(),
                move.before().standing(),
                move.after().standing(),
                move.before().score(),
                move.after().score(),
                move.before().computedGrade(),
                move.after().computedGrade(),
                move.before().inspectionsPerYear(),
                move.after().inspectionsPerYear(),
                move.differences().stream()
                        .map(one -> one.rule() + ": " + orDash(one.before()) + " → " + orDash(one.after()))
                        .collect(Collectors.joining(" | ")));
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "–" : value;
    }

    /** Puts the parts together under the file's name. */
    void complete(int parts) throws IOException {
        Path whole = folder.resolve("whole.csv");
        try (BufferedWriter out = Files.newBufferedWriter(whole, StandardCharsets.UTF_8)) {
            out.write(String.join(",", HEADER) + "\n");
            for (int number = 0; number < parts; number++) {
                try (Reader in = Files.newBufferedReader(path(number), StandardCharsets.UTF_8)) {
                    skipHeader(in);
                    in.transferTo(out);
                }
            }
        }
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void skipHeader(Reader in) throws IOException {
        int read = in.read();
        while (read >= 0 && read != '\n') {
            read = in.read();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

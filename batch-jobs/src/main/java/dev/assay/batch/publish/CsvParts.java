package dev.assay.batch.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file whose parts are written at the same time and put together in their order. It appears under its name only when it is complete. */
public final class CsvParts implements AutoCloseable {

    private final Path target;
    private final Path folder;
    private final List<String> header;

    private CsvParts(Path target, Path folder, List<String> header) {
        this.target = target;
        this.folder = folder;
        this.header = List.copyOf(header);
    }

    /**
     * Begins the file.
     *
     * @param target its name; its folder is made where it is missing
     * @param header the names of the columns
     * @return the file, to be completed and closed
     * @throws IOException if it cannot be written
     */
    public static CsvParts create(Path target, List<String> header) throws IOException {
        Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
        return new CsvParts(target, Files.createTempDirectory(parent, ".parts"), header);
    }

    /**
     * Begins a part.
     *
     * @param number its place, from 0
     * @return the part, to be completed and closed
     * @throws IOException if it cannot be written
     */
    public CsvFile part(int number) throws IOException {
        return CsvFile.create(path(number), header.toArray(String[]::new));
    }

    private Path path(int number) {
        return folder.resolve("part-%04d.csv".formatted(number));
    }

    /**
     * Puts the parts together under the file's name.
     *
     * @param parts how many there are
     * @throws IOException if it cannot be written
     */
    public void complete(int parts) throws IOException {
        Path whole = folder.resolve("whole.csv");
        try (BufferedWriter out = Files.newBufferedWriter(whole, StandardCharsets.UTF_8)) {
            out.write(String.join(",", header) + "\n");
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

    /** Takes the parts away, whether or not they were put together. */
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

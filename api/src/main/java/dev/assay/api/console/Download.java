package dev.assay.api.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A file made for one download. It is complete before the answer begins, so that a failure is an error and not half a file. */
final class Download {

    private Download() {}

    /** Something that writes a file. */
    @FunctionalInterface
    interface Writing {
        long write(Path out) throws IOException, SQLException;
    }

    static ResponseEntity<StreamingResponseBody> csv(String name, Writing writing) {
        try {
            Path folder = Files.createTempDirectory("assay-download");
            Path file = folder.resolve("download.csv");
            try {
                writing.write(file);
            } catch (IOException | SQLException | RuntimeException e) {
                remove(folder, file);
                throw e;
            }
            StreamingResponseBody body = out -> {
                try {
                    Files.copy(file, out);
                } finally {
                    remove(folder, file);
                }
            };
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .body(body);
        } catch (IOException e) {
            throw new UncheckedIOException("The file for the download cannot be written", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database failed while a file for download was written", e);
        }
    }

    private static void remove(Path folder, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}

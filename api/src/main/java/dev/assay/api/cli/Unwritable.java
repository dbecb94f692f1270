package dev.assay.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is said where a file or folder that was asked for cannot be written. */
final class Unwritable {

    private Unwritable() {}

    static IllegalArgumentException file(@Nullable Path file, IOException e) {
        return of("file", file, e);
    }

    static IllegalArgumentException folder(@Nullable Path folder, IOException e) {
        return of("folder", folder, e);
    }

    private static IllegalArgumentException of(String what, @Nullable Path path, IOException e) {
        return new IllegalArgumentException(
                "The %s (%s) cannot be written: %s%nMaybe check where it lies, and its permissions."
                        .formatted(what, path, e.getMessage()),
                e);
    }
}

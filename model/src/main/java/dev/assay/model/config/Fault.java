package dev.assay.model.config;

/**
 * A fault of a configuration file.
 *
 * @param file the file's name
 * @param line the line, from 1
 * @param path where in the document, such as {@code indicators[2].table.steps[0].points}
 * @param message what is wrong, with the value
 * @param remedy what to do about it
 */
public record Fault(String file, int line, String path, String message, String remedy) {

    @Override
    public String toString() {
        return "%s:%d: %s: %s%n  %s".formatted(file, line, path.isEmpty() ? "(file)" : path, message, remedy);
    }
}

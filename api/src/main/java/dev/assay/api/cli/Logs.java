package dev.assay.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.ParseResult;

/** Where a command's log goes: into the data directory, so that no stack trace reaches a user's terminal. */
final class Logs {

    private Logs() {}

    static Path file(SharedOptions options) {
        return options.data.toAbsolutePath().resolve("logs").resolve("assay.log");
    }

    /** Adds a failure with its trace to the log, and answers where that is. */
    static String write(ParseResult parsed, Exception failure) {
        Path log = Path.of("assay-failure.log").toAbsolutePath();
        for (ParseResult command = parsed; command != null; command = command.subcommand()) {
            Object user = command.commandSpec().userObject();
            if (user instanceof WithOptions withOptions) {
                log = file(withOptions.options());
            }
            if (!command.hasSubcommand()) {
                break;
            }
        }
        try {
            Path folder = log.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(
                    log, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                failure.printStackTrace(out);
            }
            return log.toString();
        } catch (IOException e) {
            return "which could not be written: " + e.getMessage();
        }
    }
}

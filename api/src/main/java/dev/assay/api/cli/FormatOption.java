package dev.assay.api.cli;

import picocli.CommandLine.Option;

/** The option of commands that answer for people or for programs. */
final class FormatOption {

    /** The forms of an answer. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "The form (default: text).")
    private Format format = Format.TEXT;

    Format format() {
        return format;
    }
}

package dev.assay.api.cli;

import dev.assay.core.identity.Identity;
import dev.assay.store.fact.Cut;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that tell of one business: at which day and instant its file is cut, and in which form they answer. */
final class CutOptions {

    /** The forms of an answer. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Facts up to and including this day count (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "Facts recorded by this instant count (default: now).")
    private @Nullable Instant knownAt;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json",
            description = "The form (default: text).")
    private Format format = Format.TEXT;

    Cut cut(SharedOptions options) {
        return new Cut(options.dayOr(asOf), options.instantOr(knownAt));
    }

    Format format() {
        return format;
    }

    static IllegalArgumentException nobody(Identity wanted) {
        return new IllegalArgumentException(
                "Nobody is known by the identity (%s).%nMaybe import a feed that names it first.".formatted(wanted));
    }
}

package dev.assay.api.cli;

import dev.assay.core.identity.Identity;
import dev.assay.store.fact.Cut;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that read credit files: at which day and instant these are cut. */
final class CutOptions {

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

    Cut cut(SharedOptions options) {
        return new Cut(options.dayOr(asOf), options.instantOr(knownAt));
    }

    static IllegalArgumentException nobody(Identity wanted) {
        return new IllegalArgumentException(
                "Nobody is known by the identity (%s).%nMaybe import a feed that names it first.".formatted(wanted));
    }
}

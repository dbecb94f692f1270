package dev.assay.api.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name past days: each by itself, or from one to another. */
final class PastDays {

    @Option(
            names = "--days",
            paramLabel = "DATE",
            split = ",",
            description = "The past days, separated by commas, such as 2013-01-01,2013-07-01.")
    private List<LocalDate> days = List.of();

    @Option(names = "--from", paramLabel = "DATE", description = "The first past day.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day that may be one (default: --from alone).")
    private @Nullable LocalDate to;

    @Option(
            names = "--every",
            paramLabel = "MONTHS",
            defaultValue = "6",
            description = "How many months lie between two days (default: 6).")
    private int every;

    List<LocalDate> days() {
        if (days.isEmpty() == (from == null)) {
            throw new IllegalArgumentException(
                    "The past days are named %s.%nMaybe write --days 2013-01-01,2013-07-01, or --from 2013-01-01 --to 2014-01-01 --every 6."
                            .formatted(days.isEmpty() ? "neither by --days nor by --from" : "by --days and by --from"));
        }
        return from == null ? days : between(from, to == null ? from : to);
    }

    private List<LocalDate> between(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || every < 1) {
            throw new IllegalArgumentException(
                    "No day lies from (%s) to (%s) every (%d) months.%nMaybe the two are swapped."
                            .formatted(first, last, every));
        }
        List<LocalDate> found = new ArrayList<>();
        for (long months = 0; !first.plusMonths(months).isAfter(last); months += every) {
            found.add(first.plusMonths(months));
        }
        return found;
    }
}

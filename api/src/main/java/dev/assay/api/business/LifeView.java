package dev.assay.api.business;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that a business has had, and whether it is closed. */
public record LifeView(
        @Schema(description = "Its names, oldest first, each with the day of the first record that bears it")
        List<NamedView> names,

        @Schema(description = "Whether it has licences and none of them stands")
        boolean closed,

        @Schema(description = "First day on which none stood; null where it is not closed, or no source tells the day")
        @Nullable
        LocalDate closedSince,

        @Schema(description = "The licence that ended last; null where it is not closed") @Nullable
        String lastLicence) {

    /** Copies the list. */
    public LifeView {
        names = List.copyOf(names);
    }

    /** A name. */
    public record NamedView(
            @Schema(description = "The name") String name,

            @Schema(description = "Day of the first record that bears it")
            LocalDate since) {}

    /**
     * The life that a file tells.
     *
     * @param file the file
     * @return its view
     */
    public static LifeView of(CreditFile file) {
        Life life = Life.of(file);
        Life.Closed closed = life.closed();
        return new LifeView(
                life.names().stream()
                        .map(named -> new NamedView(named.name(), named.since()))
                        .toList(),
                closed != null,
                closed == null ? null : closed.since(),
                closed == null ? null : closed.last().licence());
    }
}

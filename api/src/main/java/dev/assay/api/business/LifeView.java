package dev.assay.api.business;

import dev.assay.core.creditfile.Life;
import dev.assay.core.creditfile.Takeover;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names that a business has had, whether it is closed, and who was there before it and after it. */
public record LifeView(
        @Schema(description = "Its names, oldest first, each with the day of the first record that bears it")
        List<NamedView> names,

        @Schema(description = "Whether it has licences and none of them stands")
        boolean closed,

        @Schema(description = "First day on which none stood; null where it is not closed, or no source tells the day")
        @Nullable
        LocalDate closedSince,

        @Schema(description = "The licence that ended last; null where it is not closed") @Nullable
        String lastLicence,

        @Schema(description = "In whose place it went on, by day")
        List<TakeoverView> tookOver,

        @Schema(description = "Who went on in its place, by day")
        List<TakeoverView> takenOverBy) {

    /** Copies the lists. */
    public LifeView {
        names = List.copyOf(names);
        tookOver = List.copyOf(tookOver);
        takenOverBy = List.copyOf(takenOverBy);
    }

    /** A name. */
    public record NamedView(
            @Schema(description = "The name") String name,

            @Schema(description = "Day of the first record that bears it")
            LocalDate since) {}

    /**
     * A life.
     *
     * @param life what the file tells
     * @param predecessor how one is shown in whose place the business went on
     * @param takenOverBy who went on in its place
     * @return its view
     */
    static LifeView of(Life life, Function<Takeover, TakeoverView> predecessor, List<TakeoverView> takenOverBy) {
        Life.Closed closed = life.closed();
        return new LifeView(
                life.names().stream()
                        .map(named -> new NamedView(named.name(), named.since()))
                        .toList(),
                closed != null,
                closed == null ? null : closed.since(),
                closed == null ? null : closed.last().licence(),
                life.tookOver().stream().map(predecessor).toList(),
                takenOverBy);
    }
}

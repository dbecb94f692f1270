package dev.assay.api.draw;

import dev.assay.api.access.Viewer;
import dev.assay.api.rating.TextView;
import dev.assay.store.draw.StoredDraw;
import dev.assay.store.draw.StoredDraw.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A random draw: where it stands, and what whoever repeats it holds the file against. */
public record DrawView(
        @Schema(description = "Number of the draw") int id,

        @Schema(description = "Its name") TextView title,

        @Schema(
                description =
                        "FIXED (population, ratios and inspectors), COMMITTED (to a seed), DRAWN (the result is the authority's alone), PUBLISHED or WITHDRAWN")
        String state,

        @Schema(description = "The day whose population it is")
        LocalDate asOf,

        @Schema(description = "The public value that is mixed in, as it was named before it was known")
        String publicValue,

        @Schema(description = "Businesses that can be drawn")
        int population,

        @Schema(description = "Businesses that were left out, each with a reason in the file")
        int excluded,

        @Schema(description = "Digest of the draw file, for `draw verify --fixed`")
        String digest,

        @Schema(description = "The commitment to the seed, for `draw verify --commitment`; null before") @Nullable
        String commitment,

        @Schema(description = "When the commitment was given; null before") @Nullable
        Instant committedAt,

        @Schema(description = "When it was drawn; null before") @Nullable
        Instant drawnAt,

        @Schema(description = "When it was published; null before") @Nullable
        Instant publishedAt,

        @Schema(description = "How many businesses were drawn; null before, and to those outside until it is published")
        @Nullable
        Integer drawn,

        @Schema(description = "Why it was withdrawn; null if it was not") @Nullable
        String reason,

        @Schema(description = "Address of its file; null while the caller may not read it") @Nullable
        String file,

        @Schema(description = "What those alone read who act for all divisions that it covers; null to everyone else")
        @Nullable
        DrawMaking making) {

    /** How a draw was made. */
    public record DrawMaking(
            @Schema(description = "Id of its plan, config/draws")
            String plan,

            @Schema(description = "public, partners or internal: who may know of it from its commitment on")
            String visibility,

            @Schema(description = "Beginnings of the codes of the divisions that it covers; empty for all")
            List<String> divisions,

            @Schema(description = "Who fixed it") String fixedBy,
            @Schema(description = "When") Instant fixedAt) {

        /** Copies the list. */
        public DrawMaking {
            divisions = List.copyOf(divisions);
        }

        private static DrawMaking of(StoredDraw draw) {
            return new DrawMaking(
                    draw.plan(),
                    draw.visibility().name().toLowerCase(Locale.ROOT),
                    draw.divisions(),
                    draw.fixedBy(),
                    draw.fixedAt());
        }
    }

    static DrawView of(StoredDraw draw, Viewer viewer) {
        boolean inside = DrawDesk.isInside(draw, viewer);
        boolean shown = inside || draw.state() == State.PUBLISHED;
        return new DrawView(
                draw.id(),
                TextView.of(draw.title()),
                draw.state().name(),
                draw.asOf(),
                draw.publicValue(),
                draw.population(),
                draw.excluded(),
                draw.digest(),
                draw.commitment(),
                draw.committedAt(),
                draw.drawnAt(),
                draw.publishedAt(),
                shown ? draw.drawn() : null,
                draw.reason(),
                shown ? "/v1/draws/" + draw.id() + "/file" : null,
                inside ? DrawMaking.of(draw) : null);
    }
}

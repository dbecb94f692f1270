package dev.assay.store.listing;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.LISTING_CASE;

import dev.assay.store.register.Within;
import java.util.List;
import org.jooq.Condition;

/**
 * Whose eyes see which entries of lists.
 *
 * @param everywhere the visibilities of the entries that are seen wherever their business lies
 * @param within those of the entries that are seen in its own divisions
 * @param divisions the beginnings of the codes of its divisions; none for all
 */
public record ListAudience(List<String> everywhere, List<String> within, List<String> divisions) {

    /** Copies the lists. */
    public ListAudience {
        everywhere = List.copyOf(everywhere);
        within = List.copyOf(within);
        divisions = List.copyOf(divisions);
    }

    Condition condition() {
        return LISTING_CASE
                .VISIBILITY
                .in(everywhere)
                .or(LISTING_CASE.VISIBILITY.in(within).and(Within.divisions(BUSINESS.DIVISION, divisions)));
    }
}

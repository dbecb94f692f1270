package dev.assay.store.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search of the register. Every null leaves its column open.
 *
 * @param text a name or an address, or parts of them; the beginning of an identity or a licence number
 * @param model the model whose ratings stand beside the businesses, one row for each subject; businesses that it did not rate have
 *     one row without a rating
 * @param divisions the codes of the division, of which any will do, empty text for those without one; no code leaves the column open
 * @param sector code of the sector
 * @param state a {@link dev.assay.core.grading.RatingState}
 * @param grade the effective grade
 * @param rated true for subjects alone that the model has rated
 * @param overdueOn only subjects whose next inspection was due before this day
 * @param changedIn only ratings that this rating run changed
 * @param within how the codes of the businesses' divisions may begin; none for any
 */
public record RegisterQuery(
        @Nullable String text,
        @Nullable String model,
        Set<String> divisions,
        @Nullable String sector,
        @Nullable String state,
        @Nullable String grade,
        boolean rated,
        @Nullable LocalDate overdueOn,
        @Nullable Long changedIn,
        List<String> within) {

    /** Copies the codes. */
    public RegisterQuery {
        within = List.copyOf(within);
        divisions = Set.copyOf(divisions);
    }

    /**
     * A search by text alone.
     *
     * @param text the text
     * @return the query, without ratings
     */
    public static RegisterQuery text(String text) {
        return new RegisterQuery(text, null, Set.of(), null, null, null, false, null, null, List.of());
    }

    /**
     * Whether only subjects with a rating can be found.
     *
     * @return true if a condition reads the rating
     */
    boolean needsRating() {
        return rated || state != null || grade != null || overdueOn != null || changedIn != null;
    }
}

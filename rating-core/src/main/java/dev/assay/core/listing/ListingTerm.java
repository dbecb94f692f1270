package dev.assay.core.listing;

import dev.assay.core.grading.Basis;
import java.time.LocalDate;

/** How long an entry stays on the serious-violation list. */
public final class ListingTerm {

    /** Years on the list. */
    public static final int YEARS = 3;

    /** The legal ground of {@link #YEARS}. */
    public static final Basis BASIS = new Basis(
            "《市场监督管理严重违法失信名单管理办法》（国家市场监督管理总局令第44号）",
            true,
            "Three years from listing is from memory, and longer bars of other laws are not weighed. The day of listing does not"
                    + " count and the term ends on the same day of the year (rule of computing terms, from memory).",
            LocalDate.of(2021, 9, 1),
            null);

    private ListingTerm() {}

    /**
     * The last day on the list.
     *
     * @param listedOn the first
     * @return the same day {@value #YEARS} years later; 28 February for a 29 February that is not there
     */
    public static LocalDate lastDay(LocalDate listedOn) {
        return listedOn.plusYears(YEARS);
    }
}

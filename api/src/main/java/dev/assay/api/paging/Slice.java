package dev.assay.api.paging;

import dev.assay.api.problem.BadParameter;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The part of a long result that was asked for.
 *
 * @param cursor where the last page ended; null from the beginning
 * @param limit the most rows, 1 to {@value #MOST}; {@value #USUAL} if null
 */
public record Slice(
        @Parameter(description = "The next page's cursor, unchanged from the page before") @Nullable
        String cursor,

        @Parameter(description = "Rows of a page, 1 to 1000; 100 without it") @BindParam("limit") @Nullable
        Integer limit) {

    /** The most rows of a page. */
    public static final int MOST = 1000;

    /** Rows of a page unless asked otherwise. */
    public static final int USUAL = 100;

    /**
     * Rows of the page.
     *
     * @return 1 to {@value #MOST}
     * @throws BadParameter if another number was asked for
     */
    public int rows() {
        int rows = limit == null ? USUAL : limit;
        if (rows < 1 || rows > MOST) {
            throw new BadParameter(
                    "limit", "The limit (%d) is not 1 to %d.%nMaybe read more pages instead.".formatted(rows, MOST));
        }
        return rows;
    }

    /**
     * Cuts one row more than {@link #rows()} down to the page.
     *
     * @param found the rows, read with a limit of {@code rows() + 1}
     * @param place the cursor of a row
     * @return the page
     * @param <T> a row
     */
    public <T> Cut<T> cut(List<T> found, Function<T, Cursor> place) {
        List<T> shown = found.subList(0, Math.min(found.size(), rows()));
        return new Cut<>(
                shown, found.size() > rows() ? place.apply(shown.getLast()).sealed() : null);
    }

    /**
     * A page.
     *
     * @param rows its rows
     * @param next cursor of the next page; null on the last
     * @param <T> a row
     */
    public record Cut<T>(List<T> rows, @Nullable String next) {

        /** Copies the rows. */
        public Cut {
            rows = List.copyOf(rows);
        }
    }
}

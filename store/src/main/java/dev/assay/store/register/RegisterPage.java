package dev.assay.store.register;

import java.util.List;

/**
 * A page of a search.
 *
 * @param rows the rows
 * @param total how many rows there are on all pages
 */
public record RegisterPage(List<RegisterRow> rows, long total) {

    /** Copies the rows. */
    public RegisterPage {
        rows = List.copyOf(rows);
    }
}

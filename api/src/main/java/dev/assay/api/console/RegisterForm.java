package dev.assay.api.console;

import dev.assay.api.access.DivisionScope;
import dev.assay.core.division.Divisions;
import dev.assay.store.register.RegisterOrder;
import dev.assay.store.register.RegisterQuery;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The search as it stands in the page's address. Empty texts leave their column open, because a browser sends every field of a form;
 * a division that is not known is asked for as {@value #UNKNOWN}.
 *
 * @param q name, address, code or licence number
 * @param model the model whose ratings stand beside the businesses
 * @param division code of the division
 * @param sector code of the sector
 * @param state a rating's state
 * @param grade the effective grade
 * @param rated {@code yes} for subjects alone that the model has rated
 * @param overdue only subjects whose inspection was due before this day
 * @param changedIn only ratings that this run changed
 * @param sort code of a {@link RegisterOrder}
 * @param dir {@code desc} for high to low
 * @param page the page, from 1
 */
public record RegisterForm(
        @Nullable String q,
        @Nullable String model,
        @Nullable String division,
        @Nullable String sector,
        @Nullable String state,
        @Nullable String grade,
        @Nullable String rated,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate overdue,

        @BindParam("changed-in") @Nullable Long changedIn,
        @Nullable String sort,
        @Nullable String dir,
        @Nullable Integer page) {

    /** Rows of a page. */
    public static final int ROWS = 50;

    /** Stands for the division of those whose division is not known. */
    public static final String UNKNOWN = "-";

    /**
     * The query for the store.
     *
     * @param shownModel the model's id; null if none has rated yet
     * @param divisions which codes stand for one place
     * @param scope the divisions for which the viewer acts
     * @return the query
     */
    RegisterQuery query(@Nullable String shownModel, Divisions divisions, DivisionScope scope) {
        String wanted = open(division);
        return new RegisterQuery(
                open(q),
                shownModel,
                wanted == null ? Set.of() : UNKNOWN.equals(wanted) ? Set.of("") : divisions.codesOf(wanted),
                open(sector),
                open(state),
                open(grade),
                "yes".equals(rated),
                overdue,
                changedIn,
                scope.beginnings());
    }

    /**
     * The column that puts the rows in order.
     *
     * @return by name unless asked otherwise
     */
    RegisterOrder order() {
        return sort == null
                ? RegisterOrder.NAME
                : RegisterOrder.findByCode(sort).orElse(RegisterOrder.NAME);
    }

    /**
     * The word for that column in an address.
     *
     * @return its code
     */
    public String orderCode() {
        return order().code();
    }

    /**
     * Whether the order runs from high to low.
     *
     * @return true if it does
     */
    public boolean descending() {
        return "desc".equals(dir);
    }

    /**
     * The page.
     *
     * @return its number, from 1 to a million
     */
    public int number() {
        return page == null ? 1 : Math.clamp(page, 1, 1_000_000);
    }

    /**
     * The same search in another order.
     *
     * @param column code of a {@link RegisterOrder}
     * @return its address; the other way round if the search is in that order already
     */
    public String sortedBy(String column) {
        boolean turned = order().code().equals(column) && !descending();
        return address(column, turned ? "desc" : "asc", 1);
    }

    /**
     * Another page of the same search.
     *
     * @param number the page, from 1
     * @return its address
     */
    public String onPage(int number) {
        return address(order().code(), descending() ? "desc" : "asc", number);
    }

    private String address(String column, String direction, int number) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/businesses");
        put(address, "q", q);
        put(address, "model", model);
        put(address, "division", division);
        put(address, "sector", sector);
        put(address, "state", state);
        put(address, "grade", grade);
        put(address, "rated", rated);
        put(address, "overdue", overdue);
        put(address, "changed-in", changedIn);
        return address.queryParam("sort", column)
                .queryParam("dir", direction)
                .queryParam("page", number)
                .encode()
                .build()
                .toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    private static @Nullable String open(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

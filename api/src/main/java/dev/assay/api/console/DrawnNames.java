package dev.assay.api.console;

import java.util.HashMap;
import java.util.Map;

/** The lines of the businesses of a draw's file, by identity. */
public final class DrawnNames {

    private static final int NAME = 6;

    private final Map<String, String[]> businesses = new HashMap<>();

    DrawnNames(String text) {
        text.lines().filter(line -> line.startsWith("business\t")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            businesses.put(cells[1], cells);
        });
    }

    /**
     * The name of a business.
     *
     * @param id its identity
     * @return the name; the identity where it has none
     */
    public String of(String id) {
        String name = cell(id, NAME);
        return name.isEmpty() ? id : name;
    }

    /**
     * A cell of its line.
     *
     * @param id the identity of the business
     * @param place the cell's place: 2 class, 3 sector, 4 division
     * @return the cell
     */
    public String cell(String id, int place) {
        String[] cells = businesses.get(id);
        return cells == null ? "" : cells[place];
    }
}

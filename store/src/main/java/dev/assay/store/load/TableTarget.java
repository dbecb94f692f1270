package dev.assay.store.load;

import java.util.List;

/**
 * A table and those of its columns that a load fills, in the order in which the rows give them.
 *
 * @param table the table's name
 * @param columns the columns' names; the others take their defaults
 */
public record TableTarget(String table, List<String> columns) {

    /**
     * Copies the list and checks the names, which are written into statements.
     *
     * @throws IllegalArgumentException if there is no column, or a name is not lower-case letters, digits and underscores
     */
    public TableTarget {
        columns = List.copyOf(columns);
        requireName(table);
        columns.forEach(TableTarget::requireName);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "The load into (%s) names no columns.%nMaybe list them in the order of the cells."
                            .formatted(table));
        }
    }

    /**
     * A target from names.
     *
     * @param table the table
     * @param columns its columns
     * @return the target
     */
    public static TableTarget of(String table, String... columns) {
        return new TableTarget(table, List.of(columns));
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new IllegalArgumentException(
                    "The name (%s) is not lower-case letters, digits and underscores.%nMaybe use the name as the migration writes it."
                            .formatted(name));
        }
    }

    /** The columns as a statement lists them. */
    String columnList() {
        return String.join(", ", columns);
    }
}

package dev.assay.batch.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * A column that a feed knows.
 *
 * @param name the header
 * @param aliases other headers for the same
 * @param presence whether the file must have it
 */
public record Column(String name, List<String> aliases, Presence presence) {

    /** Whether a column is needed. */
    public enum Presence {
        /** A file without it is refused. */
        REQUIRED,
        /** A file without it is read as if every cell were empty. */
        OPTIONAL,
        /** Known and left out for a stated reason, such as personal data. Its cells go nowhere. */
        IGNORED
    }

    /** Copies the aliases. */
    public Column {
        aliases = List.copyOf(aliases);
    }

    /**
     * The headers that mean this column.
     *
     * @return its name, then its aliases
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(aliases);
        names.addFirst(name);
        return names;
    }
}

package dev.assay.batch.reading;

import dev.assay.batch.feed.Column;
import dev.assay.batch.feed.FeedDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths that the records of a file have, matched with the columns of its feed. Each is matched once and then found by walking down; a file
 * that invents ever new ones costs no memory beyond a limit.
 */
final class ColumnPaths {

    private static final int MOST_KEPT = 2000;

    private final FeedDefinition feed;
    private final char separator;
    private final String file;
    private final KnownColumns known;
    private final @Nullable Path[] byColumn;
    private final Path root = new Path("", -1, false, false);
    private final List<String> unknown = new ArrayList<>();
    private int kept;

    ColumnPaths(FeedDefinition feed, char separator, SourceFile file) {
        this.feed = feed;
        this.separator = separator;
        this.file = String.valueOf(file.path());
        this.known = new KnownColumns(feed);
        this.byColumn = new @Nullable Path[feed.columns().size()];
    }

    /** A path and those below it. */
    static final class Path {
        private final String text;
        private final int column;
        private final boolean read;
        private final boolean covered;
        private final Map<String, Path> below = new HashMap<>(4);
        private boolean noted;

        private Path(String text, int column, boolean read, boolean covered) {
            this.text = text;
            this.column = column;
            this.read = read;
            this.covered = covered;
        }

        /** The place of its column in the feed. */
        int column() {
            return column;
        }

        /** Whether it is a column of the feed whose cells are read. */
        boolean isRead() {
            return read;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The path of a record itself. */
    Path root() {
        return root;
    }

    /** How many columns the feed has. */
    int columns() {
        return byColumn.length;
    }

    /**
     * The path to a part of what another path leads to.
     *
     * @throws FileRefusedException if it is a column to which another path leads too
     */
    Path below(Path above, String name) {
        Path path = above.below.get(name);
        if (path != null) {
            return path;
        }
        String text = above == root ? name : above.text + separator + name;
        int column = known.find(text);
        boolean read = column >= 0 && feed.columns().get(column).presence() != Column.Presence.IGNORED;
        path = new Path(text, column, read, above.covered || column >= 0);
        if (column >= 0) {
            Path other = byColumn[column];
            if (other != null && !other.text.equals(text)) {
                throw KnownColumns.doubled(feed.columns().get(column).name(), other.text, text, file);
            }
            byColumn[column] = path;
        }
        if (column >= 0 || kept < MOST_KEPT) {
            kept++;
            above.below.put(name, path);
        }
        return path;
    }

    /** Notes that a record holds a value, even an empty one, at a path. */
    void note(Path path) {
        if (!path.noted) {
            path.noted = true;
            if (!path.covered && unknown.size() < MOST_KEPT && !known.leadsToOne(path.text, separator)) {
                unknown.add(path.text);
            }
        }
    }

    /** The paths with values that are neither columns of the feed, nor parts of one, nor the way to one, in the order of the file. */
    List<String> unknown() {
        return unknown.stream().distinct().toList();
    }

    /**
     * Refuses a file none of whose records has a required column.
     *
     * @throws FileRefusedException that names all that are missing
     */
    void refuseMissing() {
        known.refuseMissing(column -> byColumn[column] != null, unknown(), file);
    }
}

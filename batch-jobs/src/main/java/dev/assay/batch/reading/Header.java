package dev.assay.batch.reading;

import dev.assay.batch.feed.Column;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.model.config.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The header of a file, matched with the columns of its feed.
 *
 * @param names the header as it stands, blanks around each name left out
 * @param places for each column of the feed its place in the file, or -1 where it is not there or is left out
 * @param unknown headers that the feed does not know; their cells are not read
 */
record Header(List<String> names, List<Integer> places, List<String> unknown) {

    /**
     * Matches a header.
     *
     * @throws FileRefusedException if a column stands twice or a required one is missing; names all that are missing
     */
    static Header match(List<String> cells, FeedDefinition feed, String file) {
        List<String> names = cells.stream().map(String::strip).toList();
        refuseDoubles(names, file);
        List<Integer> places = new ArrayList<>(feed.columns().size());
        Set<String> known = new HashSet<>();
        List<Column> missing = new ArrayList<>();
        for (Column column : feed.columns()) {
            int place = place(names, column);
            if (place >= 0) {
                known.add(names.get(place));
            } else if (column.presence() == Column.Presence.REQUIRED) {
                missing.add(column);
            }
            places.add(column.presence() == Column.Presence.IGNORED ? -1 : place);
        }
        List<String> unknown =
                names.stream().filter(name -> !known.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw missing(missing, unknown, feed, file);
        }
        return new Header(names, places, unknown);
    }

    /** The cells in the order of the feed's columns; empty for those that the file lacks. */
    List<String> project(List<String> cells) {
        String[] projected = new String[places.size()];
        for (int i = 0; i < projected.length; i++) {
            int place = places.get(i);
            projected[i] = place < 0 ? "" : cells.get(place);
        }
        return Arrays.asList(projected);
    }

    private static int place(List<String> names, Column column) {
        for (int i = 0; i < names.size(); i++) {
            if (column.isCalled(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void refuseDoubles(List<String> names, String file) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new FileRefusedException(
                        FileFault.DOUBLED_HEADER,
                        "The column (%s) stands twice in the header of (%s).".formatted(name, file),
                        "Maybe two sheets were joined side by side.");
            }
        }
    }

    private static FileRefusedException missing(
            List<Column> missing, List<String> unknown, FeedDefinition feed, String file) {
        String lacking = missing.stream().map(Column::name).collect(Collectors.joining(", "));
        String there = unknown.isEmpty() ? "no others" : String.join(", ", unknown);
        String remedy = unknown.isEmpty()
                ? "Maybe the file belongs to another feed than (" + feed.id() + ")."
                : Spelling.didYouMean(missing.getFirst().name(), unknown);
        return new FileRefusedException(
                FileFault.MISSING_COLUMNS,
                "The header of (%s) lacks (%s); unknown there: %s.".formatted(file, lacking, there),
                remedy);
    }
}

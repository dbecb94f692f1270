package dev.assay.batch.reading;

import dev.assay.batch.feed.Column;
import dev.assay.batch.feed.FeedDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The header of a file, matched with the columns of its feed.
 *
 * @param names the header as it stands, blanks around each name left out
 * @param places for each column of the feed its place in the file, or -1 where it is not there or is left out
 * @param unknown headers that the feed does not know; their cells are not read
 */
record Header(List<String> names, List<Integer> places, List<String> unknown) {

    /**
     * Matches a header. Names are compared in their folded form.
     *
     * @throws FileRefusedException if a column stands twice or a required one is missing; names all that are missing
     */
    static Header match(List<String> cells, FeedDefinition feed, String file) {
        List<String> names = cells.stream().map(String::strip).toList();
        refuseDoubles(names, file);
        KnownColumns known = new KnownColumns(feed);
        int[] places = new int[feed.columns().size()];
        Arrays.fill(places, -1);
        List<String> unknown = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            int column = known.find(name);
            if (column < 0 && !name.isEmpty()) {
                unknown.add(name);
            } else if (column >= 0 && places[column] >= 0) {
                throw KnownColumns.doubled(feed.columns().get(column).name(), names.get(places[column]), name, file);
            } else if (column >= 0) {
                places[column] = place;
            }
        }
        known.refuseMissing(column -> places[column] >= 0, unknown, file);
        List<Integer> read = new ArrayList<>(places.length);
        for (int column = 0; column < places.length; column++) {
            boolean ignored = feed.columns().get(column).presence() == Column.Presence.IGNORED;
            read.add(ignored ? -1 : places[column]);
        }
        return new Header(names, List.copyOf(read), List.copyOf(unknown));
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
}

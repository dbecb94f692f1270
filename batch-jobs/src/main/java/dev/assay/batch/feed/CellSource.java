package dev.assay.batch.feed;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the text of a field comes from. Columns are places in {@link FeedDefinition#columns()}. */
public sealed interface CellSource {

    /**
     * One cell.
     *
     * @param index the column
     */
    record Cell(int index) implements CellSource {}

    /**
     * Several cells, the empty ones left out.
     *
     * @param indexes the columns, in order
     * @param separator what stands between them
     */
    record Joined(List<Integer> indexes, String separator) implements CellSource {

        /** Copies the list. */
        public Joined {
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * A part of a cell by place.
     *
     * @param index the column
     * @param from the first character, from 1
     * @param to the last character; a shorter cell gives an empty text
     */
    record Substring(int index, int from, int to) implements CellSource {}

    /**
     * A part of a cell by pattern.
     *
     * @param index the column
     * @param pattern a pattern with one group, which is the part; a cell without it gives an empty text
     */
    record Extract(int index, Pattern pattern) implements CellSource {}

    /**
     * What stands behind a label in a cell such as {@code 委托方：…；受托方：…}, or the whole cell where no such label stands in it.
     *
     * @param index the column
     * @param pattern finds the label, and what stands behind it as its first group
     */
    record Labelled(int index, Pattern pattern) implements CellSource {

        /** What ends the part behind a label. */
        private static final String END = "；;\\r\\n";

        /**
         * A source with some labels.
         *
         * @param index the column
         * @param labels the labels, of which the first in the cell counts
         * @return the source
         */
        static Labelled of(int index, List<String> labels) {
            String any = labels.stream().map(Pattern::quote).collect(Collectors.joining("|"));
            return new Labelled(
                    index, Pattern.compile("(?:^|[\\s，,、（(" + END + "])(?:" + any + ")\\s*[：:]([^" + END + "]*)"));
        }
    }

    /**
     * Always the same text.
     *
     * @param text it
     */
    record Constant(String text) implements CellSource {}
}

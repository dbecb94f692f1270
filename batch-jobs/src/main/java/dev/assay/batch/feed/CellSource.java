package dev.assay.batch.feed;

import java.util.List;
import java.util.regex.Pattern;

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
     * Always the same text.
     *
     * @param text it
     */
    record Constant(String text) implements CellSource {}
}

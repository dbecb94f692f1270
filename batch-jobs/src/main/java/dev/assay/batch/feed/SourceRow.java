package dev.assay.batch.feed;

import java.util.List;

/**
 * A row of a file, its cells in the order of the feed's columns whatever the file's own order was.
 *
 * @param line the row's first line in the file, from 1, the header counted
 * @param cells one text for each column of {@link FeedDefinition#columns()}; empty where the file lacks an optional column, and no cells at
 *     all where the row could not be read
 * @param corrects the line of the refused row that this one corrects, in the file where it was refused; 0 where it corrects none
 */
public record SourceRow(long line, List<String> cells, long corrects) {

    /**
     * A row that corrects none.
     *
     * @param line its first line
     * @param cells its cells
     */
    public SourceRow(long line, List<String> cells) {
        this(line, cells, 0);
    }
}

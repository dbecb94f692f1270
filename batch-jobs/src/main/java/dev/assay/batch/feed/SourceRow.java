package dev.assay.batch.feed;

import java.util.List;

/**
 * A row of a file, its cells in the order of the feed's columns whatever the file's own order was.
 *
 * @param line the row's first line in the file, from 1, the header counted
 * @param cells one text for each column of {@link FeedDefinition#columns()}; empty where the file lacks an optional column
 */
public record SourceRow(long line, List<String> cells) {}

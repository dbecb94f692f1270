package dev.assay.store.intake;

import java.util.SortedMap;

/**
 * A refused row, as it was read.
 *
 * @param line its line
 * @param recordLine the line of the first row of its record
 * @param cells the text of each column of the feed that is not empty
 */
public record RefusedCells(long line, long recordLine, SortedMap<String, Object> cells) {}

package dev.assay.batch.reading;

import dev.assay.batch.feed.RefusalReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table, its header among them, as it stands in the file or as it could not be read. */
sealed interface SheetRow {

    /** The line on which it begins, or its row in a workbook's sheet, from 1. */
    long line();

    /**
     * A row that was read.
     *
     * @param line its first line
     * @param cells its cells, in the order of the file
     */
    record Cells(long line, List<String> cells) implements SheetRow {}

    /**
     * A row that could not be read.
     *
     * @param line its first line
     * @param text the text of that line
     * @param reason why
     * @param detail what the reason needs to be understood, or null
     */
    record Unreadable(
            long line,
            String text,
            RefusalReason reason,
            @Nullable String detail) implements SheetRow {}
}

package dev.assay.batch.intake;

import dev.assay.batch.feed.Column;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.SourceRow;
import dev.assay.batch.reading.RecordReader;
import dev.assay.core.fact.PersonNumber;
import dev.assay.store.intake.RefusedCells;
import dev.assay.store.intake.Staging;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cells of refused rows. Those that are refused when they are read are kept on the way. Those that the final step refuses, such as rows of
 * a business that is not known, are gone from staging then; so the file is read once more for them.
 */
final class RefusedRecords {

    private static final int AT_A_TIME = 5000;

    private RefusedRecords() {}

    /** The cells of a record's rows by the names of the feed's columns. */
    static List<RefusedCells> cells(FeedDefinition feed, List<SourceRow> rows) {
        return rows.stream()
                .map(row -> cells(feed, rows.getFirst().line(), row))
                .toList();
    }

    private static RefusedCells cells(FeedDefinition feed, long recordLine, SourceRow row) {
        SortedMap<String, Object> cells = new TreeMap<>();
        Set<Integer> persons = feed.personColumns();
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = feed.columns().get(i);
            if (!row.cells().get(i).isEmpty() && column.presence() != Column.Presence.IGNORED) {
                cells.put(
                        column.name(),
                        persons.contains(i) ? PersonNumber.MASK : row.cells().get(i));
            }
        }
        return new RefusedCells(row.line(), recordLine, cells);
    }

    /** Keeps the rows of records that the final step refused. */
    static void keepLate(ImportPlan plan, long runId, Staging staging) {
        Deque<Long> late = new ArrayDeque<>(staging.linesWithoutCells(runId, 0, AT_A_TIME));
        List<RefusedCells> kept = new ArrayList<>();
        try (RecordReader records = new RecordReader(plan.file(), plan.feed(), plan.survey(), plan.asAt())) {
            while (!late.isEmpty()) {
                MappedRecord record = records.next();
                if (record == null) {
                    break;
                }
                if (record.firstLine() < late.getFirst()) {
                    continue;
                }
                long line = late.removeFirst();
                if (record.firstLine() == line) {
                    kept.addAll(cells(plan.feed(), record.sources()));
                }
                if (late.isEmpty()) {
                    staging.keep(runId, kept);
                    kept.clear();
                    late.addAll(staging.linesWithoutCells(runId, line, AT_A_TIME));
                }
            }
        }
    }
}

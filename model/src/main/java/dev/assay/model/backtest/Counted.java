package dev.assay.model.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Rows as they were counted: how many of each cell, and which cells each business has. */
final class Counted {

    private final Map<Cell, Integer> numbers = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final RowLog log = new RowLog();
    private long[] counts = new long[64];
    private long businesses;

    /** Counts the rows of one business. */
    void count(List<Row> rows) {
        boolean first = true;
        for (Row row : rows) {
            int cell = number(Cell.of(row));
            counts[cell]++;
            log.add(cell, first);
            first = false;
        }
        businesses += first ? 0 : 1;
    }

    private int number(Cell cell) {
        Integer known = numbers.putIfAbsent(cell, cells.size());
        if (known != null) {
            return known;
        }
        cells.add(cell);
        if (cells.size() > counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        return cells.size() - 1;
    }

    void add(Counted other) {
        int[] renumbered = new int[other.cells.size()];
        for (int i = 0; i < renumbered.length; i++) {
            renumbered[i] = number(other.cells.get(i));
            counts[renumbered[i]] += other.counts[i];
        }
        log.addAll(other.log, cell -> renumbered[cell]);
        businesses += other.businesses;
    }

    List<Cell> cells() {
        return cells;
    }

    RowLog log() {
        return log;
    }

    long businesses() {
        return businesses;
    }

    /** The rows of a cell. */
    long rows(int cell) {
        return counts[cell];
    }

    /** The rows of all cells of a sort. */
    long rows(Predicate<Cell> which) {
        long rows = 0;
        for (int i = 0; i < cells.size(); i++) {
            rows += which.test(cells.get(i)) ? counts[i] : 0;
        }
        return rows;
    }
}

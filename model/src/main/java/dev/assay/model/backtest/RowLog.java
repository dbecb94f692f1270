package dev.assay.model.backtest;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/** The numbers of the rows' cells, business by business: four bytes a row. */
final class RowLog {

    private int[] log = new int[64];
    private int size;

    /** Adds a row. */
    void add(int cell, boolean firstOfBusiness) {
        if (size == log.length) {
            log = Arrays.copyOf(log, Math.addExact(size, size / 2));
        }
        // The first row of a business is marked by its complement, which is below zero.
        log[size++] = firstOfBusiness ? ~cell : cell;
    }

    /** Adds the rows of another log, whose cells have other numbers. */
    void addAll(RowLog other, IntUnaryOperator renumbered) {
        for (int i = 0; i < other.size; i++) {
            int logged = other.log[i];
            add(renumbered.applyAsInt(logged < 0 ? ~logged : logged), logged < 0);
        }
    }

    /** Hands over the rows in order; {@code next} is run before the first row of each business and after the last of all. */
    void forEach(IntConsumer row, Runnable next) {
        for (int i = 0; i < size; i++) {
            if (log[i] < 0) {
                next.run();
            }
            row.accept(log[i] < 0 ? ~log[i] : log[i]);
        }
        next.run();
    }
}

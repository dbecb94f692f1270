package dev.assay.store.fact;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells as the server sends them, of which few differ: kinds, feeds, licences, days. What was decoded lately is answered again, so that a
 * cell costs no object, and facts of the same kind share one text. For one thread.
 */
final class RepeatedCells {

    private static final int KEPT = 1 << 10;

    private final byte[] @Nullable [] textCells = new byte[KEPT][];
    private final @Nullable String[] texts = new @Nullable String[KEPT];
    private final byte[] @Nullable [] dayCells = new byte[KEPT][];
    private final @Nullable LocalDate[] days = new @Nullable LocalDate[KEPT];

    /** A text in UTF-8. */
    String text(byte[] cell) {
        int place = Arrays.hashCode(cell) & (KEPT - 1);
        String known = texts[place];
        if (known == null || !Arrays.equals(textCells[place], cell)) {
            known = new String(cell, StandardCharsets.UTF_8);
            texts[place] = known;
            textCells[place] = cell;
        }
        return known;
    }

    /** A day as {@code 2026-06-30}. */
    LocalDate day(byte[] cell) {
        int place = Arrays.hashCode(cell) & (KEPT - 1);
        LocalDate known = days[place];
        if (known == null || !Arrays.equals(dayCells[place], cell)) {
            known = LocalDate.parse(new String(cell, StandardCharsets.US_ASCII));
            days[place] = known;
            dayCells[place] = cell;
        }
        return known;
    }
}

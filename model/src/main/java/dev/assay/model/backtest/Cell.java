package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows of which everything is the same but whose they are. */
record Cell(
        LocalDate day,
        String standing,
        @Nullable BigDecimal score,
        @Nullable String authorityClass,
        Afterwards afterwards) {

    /** Scores that are written differently are the same: 12.50 and 12.5. */
    static Cell of(Row row) {
        BigDecimal score = row.score();
        return new Cell(
                row.day(),
                row.standing(),
                score == null ? null : score.stripTrailingZeros(),
                row.authorityClass(),
                row.afterwards());
    }
}

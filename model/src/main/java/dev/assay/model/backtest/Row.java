package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A subject on a past day.
 *
 * @param day the day as of which it was graded
 * @param standing its effective grade, or else the name of its state
 * @param score the points; null where the model made none
 * @param authorityClass the class in which the authority itself had it; null where it had none
 * @param afterwards what came after the day
 */
public record Row(
        LocalDate day,
        String standing,
        @Nullable BigDecimal score,
        @Nullable String authorityClass,
        Afterwards afterwards) {}

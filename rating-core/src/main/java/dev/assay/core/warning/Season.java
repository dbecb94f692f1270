package dev.assay.core.warning;

import dev.assay.core.area.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * That a period is held against the same season of past years, so that what comes back every summer is no rise.
 *
 * @param years how many past years, from 1
 * @param neighbours how many periods before and after the same one count in each year; 0 for none. More say more of the past, and are a
 *     little less of the same season
 */
public record Season(int years, int neighbours) {

    private static final int SHORTEST_YEAR = 365;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Season {
        if (years < 1 || neighbours < 0) {
            throw new IllegalArgumentException("The season (%d years, %d neighbours) cannot be.%nMaybe take 3 and 1."
                    .formatted(years, neighbours));
        }
    }

    /**
     * Whether the periods of one year end before those of the next begin.
     *
     * @param periodDays how long a period is
     * @return true if they do
     */
    public boolean isApart(int periodDays) {
        return periodDays * (2L * neighbours + 1) <= SHORTEST_YEAR;
    }

    /**
     * The same season of the past years.
     *
     * @param start the first day of the newest period
     * @param periodDays how long a period is
     * @return its periods, the latest first; each begins on the same day of its year, or so many whole periods before or after it
     */
    List<Period> past(LocalDate start, int periodDays) {
        List<Period> past = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            for (int neighbour = neighbours; neighbour >= -neighbours; neighbour--) {
                LocalDate from = start.minusYears(year).plusDays((long) neighbour * periodDays);
                LocalDate to = from.plusDays(periodDays - 1L);
                past.add(new Period(from, to, to));
            }
        }
        return past;
    }
}

package dev.assay.batch.area;

import dev.assay.core.area.Period;
import dev.assay.core.division.Divisions;
import java.time.Instant;
import java.util.List;

/**
 * Which area and days figures are asked for.
 *
 * @param area the beginning of the codes of its divisions, without the noughts behind it; empty for all
 * @param beginnings how the codes may begin: the area, or, where that is all, those for which somebody acts; none for any
 * @param period the days
 * @param knownAt the instant: what was known at it
 */
public record AreaWish(String area, List<String> beginnings, Period period, Instant knownAt) {

    private static final int PAIR = 2;
    private static final int WHOLE = 6;

    /** Copies the list. */
    public AreaWish {
        beginnings = List.copyOf(beginnings);
    }

    /**
     * The beginning of the codes of an area.
     *
     * @param code the code of a division of any level, such as 320600, or the beginning of codes, such as 3206
     * @return the code without the pairs of noughts at its end; empty for a blank one
     * @throws IllegalArgumentException if the code is longer than any, or has other signs than digits, letters and hyphens
     */
    public static String beginning(String code) {
        String text = code.strip();
        if (!text.matches("[0-9A-Za-z-]{0,16}")) {
            throw new IllegalArgumentException(
                    "The division (%s) is no code.%nMaybe write six digits, such as 320600, or their beginning, such as 3206."
                            .formatted(code));
        }
        while (text.length() > PAIR && text.length() % PAIR == 0 && text.endsWith("00")) {
            text = text.substring(0, text.length() - PAIR);
        }
        return text;
    }

    /**
     * How the codes of an area's businesses may begin: a division that had other codes before is found under those too.
     *
     * @param area the beginning of its codes
     * @param divisions which code took the place of which
     * @return the beginnings; none for an empty area
     */
    public static List<String> beginnings(String area, Divisions divisions) {
        if (area.isEmpty()) {
            return List.of();
        }
        return area.length() == WHOLE ? List.copyOf(divisions.codesOf(area)) : List.of(area);
    }
}

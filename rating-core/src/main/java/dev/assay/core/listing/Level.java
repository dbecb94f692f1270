package dev.assay.core.listing;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For which authority somebody acts in a case: that of a division. A division's code begins with those of the divisions that hold it, so a shorter
 * beginning of the same code is a higher level.
 *
 * @param beginning how the codes of its divisions begin, such as 3206 for a prefecture; empty for who acts for every division
 */
public record Level(String beginning) {

    /** Of an account that is kept to no division: which authority it stands for is not said. */
    public static final Level UNSAID = new Level("");

    /**
     * The level at which somebody acts in a case.
     *
     * @param beginnings how the codes of the divisions begin for which the person acts; none for every division
     * @param division the code of the case's division; null where not known
     * @return the highest of them that holds the division; {@link #UNSAID} without beginnings, or if none holds it
     */
    public static Level of(List<String> beginnings, @Nullable String division) {
        return division == null
                ? UNSAID
                : beginnings.stream()
                        .filter(division::startsWith)
                        .min(Comparator.comparingInt(String::length))
                        .map(Level::new)
                        .orElse(UNSAID);
    }

    /**
     * Whether it lies above the authority that decided. Who decided for every division is taken for the authority of the case's own division, and is
     * not above it either: an account that names no division cannot say that it is of a higher level than another that names none.
     *
     * @param decided at which level it was decided
     * @param division the code of the case's division; null where not known
     * @return true if it holds the division of the authority that decided, and more than that
     */
    public boolean isAbove(Level decided, @Nullable String division) {
        if (division == null || (equals(UNSAID) && decided.equals(UNSAID))) {
            return false;
        }
        String below = decided.equals(UNSAID) ? division.replaceFirst("(?<=\\d{2})(00)+$", "") : decided.beginning;
        return below.length() > beginning.length() && below.startsWith(beginning);
    }
}

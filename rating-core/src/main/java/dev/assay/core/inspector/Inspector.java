package dev.assay.core.inspector;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * An inspector.
 *
 * @param number number of the inspector's papers, at most 64 letters, digits, dots, hyphens and underscores
 * @param name the name, not blank
 * @param department the department, such as {@code market}
 * @param division the beginning of the codes of the divisions in which the inspector works, such as 3206; not blank
 * @param sectors codes of the sectors that the inspector may inspect; empty for all
 * @param skills what else the inspector can do, such as {@code system} for system inspections
 * @param leave when the inspector is away
 * @param conflicts identities of businesses, {@code SCHEME:VALUE}, to which the inspector has declared a relation
 */
public record Inspector(
        String number,
        String name,
        String department,
        String division,
        Set<String> sectors,
        Set<String> skills,
        List<Leave> leave,
        Set<String> conflicts) {

    private static final String NUMBER = "[A-Za-z0-9._-]{1,64}";

    /**
     * Time away.
     *
     * @param from the first day
     * @param to the last
     */
    public record Leave(LocalDate from, LocalDate to) {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Leave {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "A leave from %s to %s ends before it begins.%nMaybe the days are swapped."
                                .formatted(from, to));
            }
        }
    }

    /**
     * Checks what must be there.
     *
     * @throws IllegalArgumentException if the number has another form, or name, department or division are blank
     */
    public Inspector {
        if (!number.matches(NUMBER)) {
            throw new IllegalArgumentException(
                    "The inspector's number (%s) is not of letters, digits, dots and hyphens.%nMaybe take that of the papers."
                            .formatted(number));
        }
        require("name", name, number, "Maybe write it as in the papers.");
        require("department", department, number, "Maybe write market.");
        require(
                "division",
                division,
                number,
                "Maybe write the beginning of the codes of the area in which the inspector works, such as 3206.");
        sectors = Set.copyOf(sectors);
        skills = Set.copyOf(skills);
        leave = List.copyOf(leave);
        conflicts = Set.copyOf(conflicts);
    }

    private static void require(String what, String value, String number, String remedy) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The inspector (%s) has no %s.%n%s".formatted(number, what, remedy));
        }
    }

    /**
     * Whether the inspector is away on a day.
     *
     * @param day the day
     * @return true within a leave
     */
    public boolean isAway(LocalDate day) {
        return leave.stream().anyMatch(one -> !day.isBefore(one.from()) && !day.isAfter(one.to()));
    }
}

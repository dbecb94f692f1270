package dev.assay.api.problem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A parameter of a request cannot be used. */
public final class BadParameter extends RuntimeException {

    private final String parameter;

    /**
     * Names the parameter.
     *
     * @param parameter its name
     * @param message what is wrong with its value, and what to do on a line of its own
     */
    public BadParameter(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /**
     * Refuses days in the wrong order, given as the parameters {@code from} and {@code to}.
     *
     * @param from the first day; null for none
     * @param to the last day; null for none
     * @throws BadParameter if the last comes before the first
     */
    public static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadParameter(
                    "to",
                    "The last day (%s) comes before the first (%s).%nMaybe they are swapped.".formatted(to, from));
        }
    }

    /**
     * The parameter.
     *
     * @return its name
     */
    public String parameter() {
        return parameter;
    }
}

package dev.assay.store.adoption;

import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.adoption.MoveRefusedException.Refusal;
import java.time.LocalDate;

/**
 * The time in which a version rates beside the one in force, for nobody outside the authority.
 *
 * @param from the first day
 * @param until the last day, not before {@code from}
 */
public record Trial(LocalDate from, LocalDate until) {

    /**
     * Whether the version rates on a day.
     *
     * @param day the day
     * @return true from the first to the last day
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /**
     * The same trial, if it is still to come or goes on.
     *
     * @param today the day on which somebody begins it
     * @return itself
     * @throws MoveRefusedException if it ends before it begins, or has ended
     */
    public Trial notOver(LocalDate today) {
        if (until.isBefore(from) || until.isBefore(today)) {
            throw new MoveRefusedException(
                    Refusal.DAY_PAST,
                    "The trial (%s to %s) is over before it begins.%nMaybe choose a later last day."
                            .formatted(from, until));
        }
        return this;
    }

    /**
     * The name under which ratings on trial are kept, apart from those of the model. No model's id has a number sign.
     *
     * @param model the model's id
     * @param version the store's number of the version
     * @return such as {@code uk-fhrs#12}
     */
    public static String series(String model, int version) {
        return model + "#" + version;
    }
}

package dev.assay.store.adoption;

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

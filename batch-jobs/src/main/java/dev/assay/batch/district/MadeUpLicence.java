package dev.assay.batch.district;

import java.time.LocalDate;

/**
 * A made-up food licence for one premises.
 *
 * @param number SC or JY and 14 digits with a valid check digit
 * @param trade what is done under it
 * @param address of the premises
 * @param first the day of its first document
 * @param renewed whether a second document followed after the first one's five years
 * @param cancelled whether it was given up
 * @param everInspected false for a newcomer whom nobody has visited yet
 */
record MadeUpLicence(
        String number,
        Trade trade,
        String address,
        LocalDate first,
        boolean renewed,
        boolean cancelled,
        boolean everInspected) {

    private static final int YEARS_OF_A_DOCUMENT = 5;

    LocalDate renewedOn() {
        return first.plusYears(YEARS_OF_A_DOCUMENT);
    }

    /** The last day of the newest document. */
    LocalDate until() {
        return first.plusYears(renewed ? 2L * YEARS_OF_A_DOCUMENT : YEARS_OF_A_DOCUMENT)
                .minusDays(1);
    }

    /** The last day up to the given one on which it held. */
    LocalDate lastDayInForce(LocalDate lastDay) {
        return until().isBefore(lastDay) ? until() : lastDay;
    }
}

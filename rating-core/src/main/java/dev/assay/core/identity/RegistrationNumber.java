package dev.assay.core.identity;

import java.util.regex.Pattern;

/**
 * Old business registration numbers 工商注册号 of GS 15-2006: 15 digits, of which the first six are the division of the registering
 * authority and the last is the check digit of GB/T 17710, system MOD 11,10. They were replaced by the unified code in 2015; files of
 * that time hold them mistyped, so a wrong check digit is a warning and never a refusal.
 */
public final class RegistrationNumber {

    /** How many digits a number has. */
    public static final int LENGTH = 15;

    private static final Pattern FORM = Pattern.compile("[0-9]{15}");

    private RegistrationNumber() {}

    /**
     * Whether a text has the form of a registration number, its check digit apart.
     *
     * @param number the text
     * @return true for 15 digits
     */
    public static boolean isWellFormed(String number) {
        return FORM.matcher(number).matches();
    }

    /**
     * Whether the check digit of a well-formed number fits.
     *
     * @param number a number for which {@link #isWellFormed} holds
     * @return true if the last digit is the check digit of the 14 before it
     */
    public static boolean hasValidCheckDigit(String number) {
        return FoodLicenceNumber.checkDigit(number.substring(0, LENGTH - 1)) == number.charAt(LENGTH - 1);
    }
}

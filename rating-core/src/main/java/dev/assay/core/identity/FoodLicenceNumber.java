package dev.assay.core.identity;

import java.util.regex.Pattern;

/**
 * Food licence numbers: {@code SC} (production), {@code JY} (sales, catering, unit canteen) or {@code YB} (notice for prepacked food
 * only), and 14 digits of which the last is the check digit of GB/T 17710, system MOD 11,10. Published sample texts carry wrong check
 * digits, so a wrong one is a warning about the data and never a refusal.
 */
public final class FoodLicenceNumber {

    private static final Pattern FORM = Pattern.compile("(SC|JY|YB)\\d{14}");

    private FoodLicenceNumber() {}

    /**
     * Whether a text has the form of a licence number, its check digit apart.
     *
     * @param number the text
     * @return true for SC, JY or YB with 14 digits
     */
    public static boolean isWellFormed(String number) {
        return FORM.matcher(number).matches();
    }

    /**
     * Whether the check digit of a well-formed number fits.
     *
     * @param number a number for which {@link #isWellFormed} holds
     * @return true if the last digit is the check digit of the 13 before it
     */
    public static boolean hasValidCheckDigit(String number) {
        String digits = number.substring(2);
        return checkDigit(digits.substring(0, 13)) == digits.charAt(13);
    }

    /**
     * The check digit of GB/T 17710 MOD 11,10.
     *
     * @param digits the digits before it
     * @return the check digit, as a character
     */
    public static char checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }
}

package dev.assay.core.identity;

/**
 * The unified social credit code 统一社会信用代码 of GB 32100-2015: authority (1), kind (1), division (6), organisation code (9,
 * its last the check of GB 11714) and check character (1).
 */
public final class Uscc {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;

    private Uscc() {}

    /** What a check of a code found. */
    public enum Finding {
        /** Well formed, and both check characters fit. */
        VALID,
        /** Well formed and the outer check fits, but not the inner one of the organisation code: a warning, no refusal. */
        INNER_CHECK_FAILS,
        /** Well formed, but the check character does not fit. */
        CHECK_FAILS,
        /** Not 18 characters. */
        WRONG_LENGTH,
        /** A character outside the alphabet of the standard (which has no I, O, S, V, Z and no lower case). */
        WRONG_CHARACTER
    }

    /**
     * Checks a code. Whether its division exists is not asked: retired division codes stay in old codes.
     *
     * @param code the code, upper case, without blanks
     * @return what was found
     */
    public static Finding check(String code) {
        if (code.length() != LENGTH) {
            return Finding.WRONG_LENGTH;
        }
        if (!code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Finding.WRONG_CHARACTER;
        }
        if (checkCharacter(code.substring(0, LENGTH - 1)) != code.charAt(LENGTH - 1)) {
            return Finding.CHECK_FAILS;
        }
        return organisationCheck(code.substring(8, 16)) == code.charAt(16) ? Finding.VALID : Finding.INNER_CHECK_FAILS;
    }

    /**
     * The check character of GB 32100-2015 for the first 17 characters.
     *
     * @param first17 17 characters of the alphabet
     * @return the 18th character
     */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /**
     * The check character of GB 11714 for the eight characters of an organisation code.
     *
     * @param eight eight characters, digits or upper-case letters
     * @return the ninth character: a digit or {@code X}
     */
    public static char organisationCheck(String eight) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}

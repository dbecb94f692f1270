package dev.assay.batch.district;

import dev.assay.core.identity.FoodLicenceNumber;
import dev.assay.core.identity.Uscc;

/**
 * Codes with valid check characters, distinct for distinct places in the district. The organisation part of a made-up unified social
 * credit code begins with MU ("made up").
 */
final class Codes {

    /** The most businesses whose licence numbers fit into the six digits that JY numbers count with, two for each. */
    static final int MOST_BUSINESSES = 500_000;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int COUNTED_CHARACTERS = 6;
    private static final long COUNTABLE = 887_503_681L; // 31 to the power of 6
    private static final long STRIDE = 387_420_489L; // 3 to the power of 18: no divisor in common with 31

    private Codes() {}

    static String unifiedSocialCreditCode(Trade trade, Division division, int index, long seed) {
        long count = Math.floorMod(index * STRIDE + Math.floorMod(seed, COUNTABLE), COUNTABLE);
        StringBuilder organisation = new StringBuilder("MU");
        for (int i = 0; i < COUNTED_CHARACTERS; i++) {
            organisation.append(ALPHABET.charAt((int) (count % ALPHABET.length())));
            count /= ALPHABET.length();
        }
        String eight = organisation.toString();
        String first17 = trade.codeStart() + division.code() + eight + Uscc.organisationCheck(eight);
        return first17 + Uscc.checkCharacter(first17);
    }

    /** A JY number; the second licence of a business counts in the upper half of the serials. */
    static String operatingLicence(Trade trade, Division division, int index, boolean second) {
        int form = switch (trade.sector()) {
            case SALES -> 1;
            case CATERING -> 2;
            case CANTEEN -> 3;
            case PRODUCTION, WORKSHOP, STALL, OTHER ->
                throw new IllegalArgumentException("A trade (%s) has no JY number.".formatted(trade));
        };
        return withCheckDigit("JY", form + division.code() + padded(second ? MOST_BUSINESSES + index : index, 6));
    }

    /** An SC number of food category 01 to 31; only four digits count, so producers are numbered among themselves. */
    static String productionLicence(Division division, int category, int producer) {
        return withCheckDigit("SC", "1" + padded(category, 2) + division.code() + padded(producer, 4));
    }

    /** The digits of a number, with zeros before it. */
    static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static String withCheckDigit(String prefix, String thirteen) {
        return prefix + thirteen + FoodLicenceNumber.checkDigit(thirteen);
    }
}

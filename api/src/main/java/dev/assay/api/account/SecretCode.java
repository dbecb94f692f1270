package dev.assay.api.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A code that one person reads to another: 20 letters and digits in groups of five, 100 random bits. So many bits need no slow hash: a plain one
 * cannot be guessed back.
 *
 * @param text the code without hyphens
 */
record SecretCode(String text) {

    /** Crockford's 32: without the letters that are taken for digits, or for one another. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    /** A new one. */
    static SecretCode random(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> code.append(ALPHABET.charAt(i)));
        return new SecretCode(code.toString());
    }

    /** A code as somebody typed it: small letters, blanks and hyphens do not matter, nor whether it is O or 0, I or L or 1. */
    static SecretCode typed(String text) {
        return new SecretCode(text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1"));
    }

    /** What is kept of it. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** As people read it. */
    String grouped() {
        StringBuilder grouped = new StringBuilder(text);
        for (int place = LENGTH - GROUP; place > 0; place -= GROUP) {
            grouped.insert(place, '-');
        }
        return grouped.toString();
    }

    /** Not the code: what is printed may end in a log. */
    @Override
    public String toString() {
        return "SecretCode[…]";
    }
}

package dev.assay.core.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as the formats of publication use it. */
public final class Sha256 {

    /** Sixty-four zeros: the hash before the first. */
    public static final String NONE = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private Sha256() {}

    /**
     * A fresh digest.
     *
     * @return it
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /**
     * The hash of a text.
     *
     * @param text the text, hashed as UTF-8
     * @return 64 hexadecimal digits, in lower case
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hash of bytes.
     *
     * @param bytes the bytes
     * @return 64 hexadecimal digits, in lower case
     */
    public static String of(byte[] bytes) {
        return HEX.formatHex(digest().digest(bytes));
    }

    /**
     * The hash of parts, each as UTF-8 with its length in bytes and a colon before it, so that no two lists of parts give the same bytes.
     *
     * @param parts the parts
     * @return 64 hexadecimal digits, in lower case
     */
    public static String ofParts(String... parts) {
        return HEX.formatHex(ofParts(digest(), parts));
    }

    /** The hash of parts, each as UTF-8 with its length in bytes and a colon before it, so that no two lists of parts give the same bytes. */
    static byte[] ofParts(MessageDigest sha, String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes);
        }
        return sha.digest();
    }
}

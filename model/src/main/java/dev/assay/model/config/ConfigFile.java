package dev.assay.model.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of {@code config}, read.
 *
 * @param name its path below the configuration's root, such as {@code models/uk-fhrs.yaml}, or the path that a user gave
 * @param content its text
 */
public record ConfigFile(String name, String content) {

    /**
     * The SHA-256 of the text in UTF-8.
     *
     * @return 64 hexadecimal digits, lower case
     */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}

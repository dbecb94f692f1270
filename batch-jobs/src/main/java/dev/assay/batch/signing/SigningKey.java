package dev.assay.batch.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key of the authority.
 *
 * @param id its id: the first 16 hexadecimal digits of the SHA-256 of its encoded form
 * @param publicKey the key as X.509 SubjectPublicKeyInfo, base64
 * @param from when it came into use
 * @param until when another took its place; null for the one in use
 */
public record SigningKey(
        String id, String publicKey, Instant from, @Nullable Instant until) {

    /** The only algorithm. */
    public static final String ALGORITHM = "Ed25519";
}

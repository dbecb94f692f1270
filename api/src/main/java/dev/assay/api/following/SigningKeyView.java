package dev.assay.api.following;

import dev.assay.batch.signing.SigningKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A public key of the authority. */
public record SigningKeyView(
        @Schema(description = "The algorithm", example = "Ed25519")
        String algorithm,

        @Schema(description = "First 16 hexadecimal digits of the SHA-256 of the decoded publicKey")
        String id,

        @Schema(description = "The key as X.509 SubjectPublicKeyInfo, base64")
        String publicKey,

        @Schema(description = "When it came into use") Instant from,

        @Schema(description = "When another took its place; null for the one in use") @Nullable
        Instant until) {

    /**
     * The view of a key.
     *
     * @param key the key
     * @return its view
     */
    static SigningKeyView of(SigningKey key) {
        return new SigningKeyView(SigningKey.ALGORITHM, key.id(), key.publicKey(), key.from(), key.until());
    }
}

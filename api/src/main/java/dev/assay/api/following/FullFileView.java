package dev.assay.api.following;

import dev.assay.batch.publish.Manifest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** A full file and what was signed of it. */
public record FullFileView(
        @Schema(description = "Its name", example = "full-public-2026-11-22-4711.ndjson.zst")
        String file,

        @Schema(description = "The chain: public or partners", example = "public")
        String chain,

        @Schema(description = "The day of which it is") LocalDate day,

        @Schema(description = "Number of the last change that is in it: go on with the changes after it")
        long number,

        @Schema(description = "Hash of that change") String hash,

        @Schema(description = "How many items it holds") long count,

        @Schema(description = "Digest of the set of its items, in short")
        String digest,

        @Schema(description = "SHA-256 of its bytes") String sha256,

        @Schema(description = "When it was written") Instant createdAt,

        @Schema(description = "Id of the key that signed, see /v1/keys")
        String keyId,

        @Schema(description = "The bytes that are signed, in UTF-8: all of the above as canonical JSON")
        String signed,

        @Schema(description = "Their signature by Ed25519, base64")
        String signature,

        @Schema(
                description =
                        "Whether it is given out: only the newest of a chain is, and only while nothing was withdrawn since")
        boolean available) {

    /**
     * The view of a file.
     *
     * @param manifest what was signed of it
     * @param signed its bytes
     * @param signature their signature
     * @param available whether it is given out
     * @return its view
     */
    static FullFileView of(Manifest manifest, String signed, String signature, boolean available) {
        return new FullFileView(
                manifest.file(),
                manifest.chain().code(),
                manifest.day(),
                manifest.end().number(),
                manifest.end().hash(),
                manifest.count(),
                manifest.digest(),
                manifest.sha256(),
                manifest.createdAt(),
                manifest.keyId(),
                signed,
                signature,
                available);
    }
}

package dev.assay.batch.publish;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.store.fact.FactJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said and signed of a full file.
 *
 * @param file the file's name
 * @param chain the chain
 * @param day the day of which it is
 * @param end the last change that is in it
 * @param count how many items it holds
 * @param digest the digest of the set of them, in short
 * @param sha256 SHA-256 of the file's bytes
 * @param createdAt when it was written, to the second
 * @param keyId id of the key that signs
 */
public record Manifest(
        String file,
        Chain chain,
        LocalDate day,
        ChainEnd end,
        long count,
        String digest,
        String sha256,
        Instant createdAt,
        String keyId) {

    /** The format of file and manifest, with its version. */
    public static final String FORMAT = "assay-full-1";

    /**
     * The bytes that are signed.
     *
     * @return a JSON object with its names sorted and no blanks
     */
    public String text() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("chain", chain.code());
        fields.put("count", BigDecimal.valueOf(count));
        fields.put("createdAt", createdAt.toString());
        fields.put("day", day.toString());
        fields.put("digest", digest);
        fields.put("file", file);
        fields.put("format", FORMAT);
        fields.put("hash", end.hash());
        fields.put("keyId", keyId);
        fields.put("number", BigDecimal.valueOf(end.number()));
        fields.put("sha256", sha256);
        return FactJson.write(Values.of(fields));
    }

    /**
     * Reads a manifest.
     *
     * @param text as {@link #text()} wrote it
     * @return the manifest
     * @throws IllegalArgumentException if it is none, or of another format
     */
    public static Manifest parse(String text) {
        Values fields = FactJson.read(text);
        if (!fields.findText("format").filter(FORMAT::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "The format of the manifest is not %s.%nMaybe a newer version wrote it.".formatted(FORMAT));
        }
        return new Manifest(
                text(fields, "file"),
                Chain.get(text(fields, "chain")),
                LocalDate.parse(text(fields, "day")),
                new ChainEnd(number(fields, "number"), text(fields, "hash")),
                number(fields, "count"),
                text(fields, "digest"),
                text(fields, "sha256"),
                Instant.parse(text(fields, "createdAt")),
                text(fields, "keyId"));
    }

    private static String text(Values fields, String name) {
        return fields.findText(name).orElseThrow(() -> lacking(name));
    }

    private static long number(Values fields, String name) {
        return fields.findDecimal(name).orElseThrow(() -> lacking(name)).longValueExact();
    }

    private static IllegalArgumentException lacking(String name) {
        return new IllegalArgumentException(
                "The manifest lacks (%s).%nMaybe it was cut off on its way.".formatted(name));
    }
}

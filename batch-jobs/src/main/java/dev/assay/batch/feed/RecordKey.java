package dev.assay.batch.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A record's own key: its parts, separated so that no two lists of parts give the same key, and short enough for an index. */
final class RecordKey {

    /** The most characters that the store's index holds. */
    static final int LONGEST = 190;

    private static final int DIGEST = 64;

    private RecordKey() {}

    /**
     * The key of some parts. One that is too long keeps its beginning, for people, and ends with the SHA-256 of the whole.
     *
     * @param parts the parts
     * @return the key
     */
    static String of(List<String> parts) {
        String key = parts.size() == 1
                        && parts.getFirst().indexOf('|') < 0
                        && parts.getFirst().indexOf('\\') < 0
                ? parts.getFirst()
                : parts.stream()
                        .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
                        .collect(Collectors.joining("|"));
        return key.length() <= LONGEST ? key : shortened(key);
    }

    private static String shortened(String key) {
        int kept = LONGEST - DIGEST - 1;
        int end = Character.isHighSurrogate(key.charAt(kept - 1)) ? kept - 1 : kept;
        return key.substring(0, end) + "#" + sha256(key);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}

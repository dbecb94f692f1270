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

    private static final int LONGEST_IDENTITY = 64;
    private static final int DIGEST = 64;

    private RecordKey() {}

    /**
     * The key of some parts. One that is too long keeps its beginning, for people, and ends with the SHA-256 of the whole.
     *
     * @param parts the parts
     * @return the key
     */
    static String of(List<String> parts) {
        String key = joined(parts);
        return key.length() <= LONGEST ? key : shortened(key, LONGEST, DIGEST);
    }

    /**
     * The identity of a business that has none but in its feed: the feed's id, a slash, and the key of some parts; shortened as a key is.
     *
     * @param feed the feed's id
     * @param parts the parts
     * @return the identity, of scheme {@code local}
     */
    static String local(String feed, List<String> parts) {
        String key = feed + "/" + joined(parts);
        return key.length() <= LONGEST_IDENTITY ? key : shortened(key, LONGEST_IDENTITY, DIGEST / 2);
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                        && parts.getFirst().indexOf('|') < 0
                        && parts.getFirst().indexOf('\\') < 0
                ? parts.getFirst()
                : parts.stream()
                        .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
                        .collect(Collectors.joining("|"));
    }

    private static String shortened(String key, int longest, int digits) {
        int kept = longest - digits - 1;
        int end = Character.isHighSurrogate(key.charAt(kept - 1)) ? kept - 1 : kept;
        return key.substring(0, end) + "#" + sha256(key).substring(0, digits);
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

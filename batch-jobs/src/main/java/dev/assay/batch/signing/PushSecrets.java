package dev.assay.batch.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The secrets with which pushes are signed (HMAC-SHA-256), one for each partner. All are derived from one file in the folder {@code keys} of the
 * data directory, which only its owner may read; none is in the database.
 */
public final class PushSecrets {

    private static final HexFormat HEX = HexFormat.of();

    private final KeyFile key;

    /**
     * The secrets of an installation.
     *
     * @param data the data directory
     */
    public PushSecrets(Path data) {
        this.key = new KeyFile(data.resolve("keys"), "push");
    }

    /**
     * The secret of a partner, to be told to nobody else.
     *
     * @param partner the partner's account
     * @return 64 hexadecimal digits
     */
    public String of(String partner) {
        return HEX.formatHex(KeyFile.mac(key.read(), ("assay push 1\n" + partner).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Signs a push.
     *
     * @param secret the partner's secret, as {@link #of} gives it
     * @param second when it is sent, in seconds since 1970
     * @param body what is sent
     * @return HMAC-SHA-256 over the second, a full stop and the body, hexadecimal; the key is the secret's text
     */
    public static String sign(String secret, long second, String body) {
        return HEX.formatHex(KeyFile.mac(
                secret.getBytes(StandardCharsets.UTF_8), (second + "." + body).getBytes(StandardCharsets.UTF_8)));
    }
}

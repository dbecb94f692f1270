package dev.assay.batch.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The secrets of second factors. None is stored: each follows from a key in the folder {@code keys} of the data directory and the nonce that the database
 * holds, so that neither a copy of the database nor one of the key tells any.
 */
public final class FactorSecrets {

    private static final int BYTES = 20;

    private final KeyFile key;

    /**
     * The secrets of an installation.
     *
     * @param data the data directory
     */
    public FactorSecrets(Path data) {
        this.key = new KeyFile(data.resolve("keys"), "factor");
    }

    /**
     * The secret of an account's factor.
     *
     * @param account the account
     * @param nonce the factor's nonce
     * @return 20 bytes, as RFC 4226 recommends for HMAC-SHA-1
     */
    public byte[] of(String account, String nonce) {
        return Arrays.copyOf(
                KeyFile.mac(key.read(), ("assay factor 1\n" + account + "\n" + nonce).getBytes(StandardCharsets.UTF_8)),
                BYTES);
    }
}

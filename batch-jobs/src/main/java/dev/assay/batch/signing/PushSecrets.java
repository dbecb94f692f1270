package dev.assay.batch.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets with which pushes are signed (HMAC-SHA-256), one for each partner. All are derived from one file in the folder {@code keys} of the
 * data directory, which only its owner may read; none is in the database.
 */
public final class PushSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;

    /**
     * The secrets of an installation.
     *
     * @param data the data directory
     */
    public PushSecrets(Path data) {
        this.folder = data.resolve("keys");
    }

    /**
     * The secret of a partner, to be told to nobody else.
     *
     * @param partner the partner's account
     * @return 64 hexadecimal digits
     */
    public String of(String partner) {
        return HEX.formatHex(mac(HEX.parseHex(master()), "assay push 1\n" + partner));
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
        return HEX.formatHex(mac(secret.getBytes(StandardCharsets.UTF_8), second + "." + body));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", impossible);
        }
    }

    private String master() {
        Path file = folder.resolve("push.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key (%s) of the pushes cannot be read or made.%nMaybe the folder is not this user's."
                            .formatted(file),
                    e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(folder);
        Path part = Files.createTempFile(
                folder,
                "push",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, HEX.formatHex(fresh) + "\n");
        try {
            // Whoever makes it first, all read the same.
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException made) {
            // Another process was faster.
        } finally {
            Files.delete(part);
        }
    }
}

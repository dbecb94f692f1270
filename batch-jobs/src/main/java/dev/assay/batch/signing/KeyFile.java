package dev.assay.batch.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of 32 random bytes in a file that its owner alone may read, made when it is first needed. */
final class KeyFile {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Path folder;
    private final String name;

    /** The key of a name, in a folder. */
    KeyFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The key. */
    byte[] read() {
        Path file = folder.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key (%s) cannot be read or made.%nMaybe the folder is not this user's.".formatted(file), e);
        }
    }

    /** HMAC-SHA-256 of a text. */
    static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", impossible);
        }
    }

    private void make(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(folder);
        Path part = Files.createTempFile(
                folder,
                name,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, HexFormat.of().formatHex(fresh) + "\n");
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

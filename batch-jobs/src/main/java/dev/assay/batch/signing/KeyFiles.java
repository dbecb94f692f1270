package dev.assay.batch.signing;

import java.nio.file.Path;

/** Keys of an installation that only its own servers use, in the folder {@code keys} of the data directory. */
public final class KeyFiles {

    private KeyFiles() {}

    /**
     * A key, made when it is first needed.
     *
     * @param data the data directory
     * @param name what it is for
     * @return 32 bytes, the same for all who share the directory
     */
    public static byte[] of(Path data, String name) {
        return new KeyFile(data.resolve("keys"), name).read();
    }
}

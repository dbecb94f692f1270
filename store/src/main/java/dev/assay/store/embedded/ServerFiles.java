package dev.assay.store.embedded;

import dev.assay.store.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What lies where in the folder of an embedded database.
 *
 * @param root the folder {@code db} of the data directory, absolute
 */
record ServerFiles(Path root) {

    private static final long BYTES_FOR_FIRST_START = 1_500_000_000;
    private static final long BYTES_FOR_LATER_START = 100_000_000;

    /**
     * Makes the folder where it is missing, for its owner alone.
     *
     * @throws DatabaseUnavailableException if it cannot be made or written, or if the disk is nearly full
     */
    static ServerFiles prepare(Path dataDirectory) {
        ServerFiles files =
                new ServerFiles(dataDirectory.toAbsolutePath().normalize().resolve("db"));
        try {
            Files.createDirectories(files.root);
            Files.setPosixFilePermissions(files.root, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(files.temporary());
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The data directory (%s) cannot be written: %s".formatted(dataDirectory, e),
                    "Maybe name another with --data, or give this account the right to write there.",
                    e);
        }
        files.requireRoom();
        return files;
    }

    private void requireRoom() {
        long needed = Files.exists(data()) ? BYTES_FOR_LATER_START : BYTES_FOR_FIRST_START;
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < needed) {
                throw new DatabaseUnavailableException(
                        "The disk of the data directory (%s) has %d MB free; the embedded database needs %d MB to start."
                                .formatted(root.getParent(), free / 1_000_000, needed / 1_000_000),
                        "Maybe make room, or name a directory on another disk with --data.",
                        null);
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The disk of the data directory (%s) cannot be asked for its free space: %s".formatted(root, e),
                    "Maybe name a directory on a local disk with --data.",
                    e);
        }
    }

    /** The server's programs. */
    Path base() {
        return root.resolve("base");
    }

    /** The server's own data directory. */
    Path data() {
        return root.resolve("data");
    }

    /** The server's temporary files. */
    Path temporary() {
        return root.resolve("tmp");
    }

    /** The class path of the keeper. */
    Path keeper() {
        return root.resolve("keeper");
    }

    /** Held shared by every process that uses the database; the keeper stops the server when it gets it alone. */
    Path lease() {
        return root.resolve("lease");
    }

    /** Held by the one process that is starting or attaching. */
    Path startLock() {
        return root.resolve("start.lock");
    }

    /** Held by the keeper for as long as it lives. */
    Path keeperLock() {
        return root.resolve(ServerKeeper.LOCK);
    }

    /** Port and process of the running server. */
    Path state() {
        return root.resolve(ServerKeeper.STATE);
    }

    /** What the server and the keeper print. */
    Path log() {
        return root.resolve("server.log");
    }

    /** The generated password, readable by the owner alone. */
    Path password() {
        return root.resolve("password");
    }

    /** The statements that the server runs at each start, with the password in them. */
    Path initFile() {
        return root.resolve("init.sql");
    }
}

package dev.assay.store.embedded;

import dev.assay.store.DatabaseUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A share in the embedded server of a data directory. The first process that opens one starts the server, others attach to it; it stops
 * when the last process has closed its shares or ended.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** The system's file locks belong to the process, so all shares of a process in one directory hang on one lease. */
    private static final Map<Path, Lease> LEASES = new HashMap<>();

    private final Path root;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedServer(Path root, int port, String password) {
        this.root = root;
        this.port = port;
        this.password = password;
    }

    /** The lease file, locked shared, and how many shares hang on it. */
    private static final class Lease {
        private final FileChannel channel;
        private int shares;

        private Lease(FileChannel channel) {
            this.channel = channel;
        }
    }

    /**
     * Opens a share in the server of a data directory, and starts the server where none runs. The first start of all unpacks the server and
     * takes some ten seconds.
     *
     * @param dataDirectory the data directory; made where it is missing
     * @return the share; the caller closes it
     * @throws DatabaseUnavailableException if the server cannot be started, with the reason and what to do
     */
    public static EmbeddedServer open(Path dataDirectory) {
        requireKnownPlatform();
        ServerFiles files = ServerFiles.prepare(dataDirectory);
        synchronized (LEASES) {
            try {
                return openAlone(files);
            } catch (IOException e) {
                throw new DatabaseUnavailableException(
                        "The embedded database in (%s) cannot be started: %s".formatted(files.root(), e),
                        "Maybe the disk is full, or the directory lies on a network disk that has no file locks.",
                        e);
            }
        }
    }

    private static EmbeddedServer openAlone(ServerFiles files) throws IOException {
        FileChannel startLock = lock(files.startLock(), false);
        try {
            Lease lease = acquire(files);
            try {
                ServerStart start = new ServerStart(files);
                return new EmbeddedServer(files.root(), start.attachOrStart(), start.password());
            } catch (RuntimeException | IOException failure) {
                release(files.root(), lease);
                throw failure;
            }
        } finally {
            startLock.close();
        }
    }

    private static void requireKnownPlatform() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        if (!system.equals("Linux") || !processor.toLowerCase(Locale.ROOT).equals("amd64")) {
            throw new DatabaseUnavailableException(
                    "The embedded database runs on Linux with an x86-64 processor alone; this is %s on %s."
                            .formatted(system, processor),
                    "Maybe use a MySQL or MariaDB server with --database jdbc:mysql://HOST:3306/DATABASE.",
                    null);
        }
    }

    /** Takes the lease, after waiting for a keeper that is stopping the server. */
    private static Lease acquire(ServerFiles files) throws IOException {
        Lease lease = LEASES.get(files.root());
        if (lease == null) {
            lease = new Lease(lock(files.lease(), true));
            LEASES.put(files.root(), lease);
        }
        lease.shares++;
        return lease;
    }

    private static void release(Path root, @Nullable Lease lease) {
        if (lease == null || --lease.shares > 0) {
            return;
        }
        LEASES.remove(root);
        try {
            lease.channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path file, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.lock(0, Long.MAX_VALUE, shared);
        return channel;
    }

    /**
     * The port on 127.0.0.1.
     *
     * @return the port; the same for as long as the server runs
     */
    public int port() {
        return port;
    }

    /**
     * The account.
     *
     * @return its name
     */
    public String user() {
        return ServerCommand.USER;
    }

    /**
     * The generated password, kept in a file that only the owner of the data directory can read.
     *
     * @return the password
     */
    public String password() {
        return password;
    }

    /** Gives the share back; the last one of the last process lets the server stop. */
    @Override
    public void close() {
        synchronized (LEASES) {
            if (!closed) {
                closed = true;
                release(root, LEASES.get(root));
            }
        }
    }
}

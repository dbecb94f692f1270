package dev.assay.store.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The small process between the server and those who use it. It starts the server, waits until it gets the lease for itself alone, which
 * the operating system grants when the last process that shares it has ended in whatever way, and then stops the server.
 *
 * <p>It runs from a copy of this one class file: it uses the JDK alone and has no other classes, so that it starts alike from a packaged
 * application, from a build's folders and from a test.
 */
public final class ServerKeeper {

    /** Name of the file that the keeper holds locked while it lives. */
    static final String LOCK = "keeper.lock";

    /** Name of the file that tells port and process of the running server. */
    static final String STATE = "server.properties";

    /** Exit status when another keeper has the directory. */
    static final int ANOTHER_KEEPER = 3;

    /** A server that ends sooner than this has a lasting trouble, and starting it again would only repeat it. */
    private static final Duration TOO_SHORT_A_LIFE = Duration.ofSeconds(5);

    private final Path directory;
    private final String port;
    private final List<String> command;

    private ServerKeeper(Path directory, String port, List<String> command) {
        this.directory = directory;
        this.port = port;
        this.command = command;
    }

    /**
     * Keeps a server until nobody uses it.
     *
     * @param args the database's folder, the port, and the server's command line
     * @throws IOException if a file of the folder cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        try (FileChannel lock = open(directory.resolve(LOCK))) {
            if (!isOnlyKeeper(lock)) {
                System.exit(ANOTHER_KEEPER);
            }
            boolean ended = new ServerKeeper(directory, args[1], List.of(args).subList(2, args.length)).keep();
            System.exit(ended ? 0 : 1);
        }
    }

    /** Somebody who asks whether there is a keeper holds the lock for a moment, so one refusal means nothing. */
    private static boolean isOnlyKeeper(FileChannel lock) {
        try {
            for (int attempt = 0; attempt < 100; attempt++) {
                if (lock.tryLock() != null) {
                    return true;
                }
                Thread.sleep(7);
            }
            return false;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Returns true when nobody uses the server any more, false when it cannot be started. */
    private boolean keep() throws IOException {
        CompletableFuture<Void> unused = new CompletableFuture<>();
        ProcessHandle server = adoptOrStart();
        try (FileChannel lease = open(directory.resolve("lease"))) {
            Thread.ofPlatform().daemon().start(() -> awaitUnused(lease, unused));
            Instant started = Instant.now();
            while (true) {
                CompletableFuture.anyOf(unused, server.onExit()).join();
                if (unused.isDone()) {
                    stop(server);
                    return true;
                }
                Files.deleteIfExists(directory.resolve(STATE));
                if (Duration.between(started, Instant.now()).compareTo(TOO_SHORT_A_LIFE) < 0) {
                    return false;
                }
                // Killed or crashed: those who use it find it again on the same port, recovered.
                started = Instant.now();
                server = start();
            }
        }
    }

    private static void awaitUnused(FileChannel lease, CompletableFuture<Void> unused) {
        try {
            lease.lock();
            unused.complete(null);
        } catch (IOException e) {
            unused.completeExceptionally(e);
        }
    }

    private void stop(ProcessHandle server) throws IOException {
        server.destroy();
        server.onExit().join();
        Files.deleteIfExists(directory.resolve(STATE));
    }

    private ProcessHandle adoptOrStart() throws IOException {
        Optional<ProcessHandle> orphan = findOrphan();
        if (orphan.isPresent()) {
            stopWithKeeper(CompletableFuture.completedFuture(orphan.get()));
            return orphan.get();
        }
        return start();
    }

    /** A server whose keeper was killed, and which others may still be using. */
    private Optional<ProcessHandle> findOrphan() throws IOException {
        Path file = directory.resolve(STATE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties state = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            state.load(reader);
        }
        return ProcessHandle.of(Long.parseLong(state.getProperty("pid", "0")))
                .filter(process -> startOf(process).equals(state.getProperty("started")));
    }

    private ProcessHandle start() throws IOException {
        // First the promise to stop it: a keeper that is itself being ended must not start a server that would outlive
        // it.
        CompletableFuture<ProcessHandle> starting = new CompletableFuture<>();
        stopWithKeeper(starting);
        ProcessHandle server = new ProcessBuilder(command).inheritIO().start().toHandle();
        starting.complete(server);
        Properties state = new Properties();
        state.setProperty("port", port);
        state.setProperty("pid", Long.toString(server.pid()));
        state.setProperty("started", startOf(server));
        Path draft = directory.resolve(STATE + ".new");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            state.store(writer, null);
        }
        Files.move(draft, directory.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
        return server;
    }

    /** A keeper that is told to end, as at a shutdown of the machine, takes the server with it in good order. */
    private static void stopWithKeeper(CompletableFuture<ProcessHandle> server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> server.completeOnTimeout(null, 1, TimeUnit.SECONDS)
                        .thenAccept(ServerKeeper::end)
                        .join()));
    }

    private static void end(@Nullable ProcessHandle server) {
        if (server != null) {
            server.destroy();
            server.onExit().join();
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}

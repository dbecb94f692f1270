package dev.assay.store.embedded;

import com.mysql.cj.jdbc.Driver;
import dev.assay.store.DatabaseUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the running server of a directory, or starts one. Whoever calls it holds the start lock and a share of the lease, so nobody else
 * starts one and the keeper does not stop it.
 */
final class ServerStart {

    private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);

    /** Recovery after a crash in the middle of a large import takes its time. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final long LARGEST_LOG = 10_000_000;

    private static final int ATTEMPTS = 3;

    private final ServerFiles files;
    private final String password;

    ServerStart(ServerFiles files) throws IOException {
        this.files = files;
        this.password = readOrMakePassword();
    }

    String password() {
        return password;
    }

    private String readOrMakePassword() throws IOException {
        if (!Files.exists(files.password())) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writePrivately(files.password(), Base64.getUrlEncoder().encodeToString(random));
        }
        return Files.readString(files.password());
    }

    /** Writes a file that never was readable by others, and is never seen half written. */
    private static void writePrivately(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The port of the server, once it answers.
     *
     * @throws DatabaseUnavailableException if it does not come up
     */
    int attachOrStart() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!isKept()) {
                launchKeeper();
            }
            OptionalInt port = awaitAnswer();
            if (port.isPresent()) {
                return port.getAsInt();
            }
        }
        throw new DatabaseUnavailableException(
                "The embedded database in (%s) does not start: %s".formatted(files.root(), lastErrorInLog()),
                "Maybe %s says more.".formatted(files.log()),
                null);
    }

    /** Whether a keeper lives: it holds its lock for as long as it does. */
    private boolean isKept() throws IOException {
        try (FileChannel channel = FileChannel.open(
                files.keeperLock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    private void launchKeeper() throws IOException {
        if (ServerInstallation.isMissing(files)) {
            LOG.info(
                    "Installing the embedded database in {}; this happens once and takes some ten seconds.",
                    files.root());
        }
        ServerInstallation.complete(files);
        writePrivately(files.initFile(), ServerCommand.initStatements(password));
        copyKeeper();
        int port = choosePort();
        ProcessBuilder builder = new ProcessBuilder(keeperCommand(port))
                .directory(files.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        builder.environment()
                .put("LD_LIBRARY_PATH", files.base().resolve("libs").toString());
        Process keeper = builder.start();
        // Until it has its lock, it looks as if there were none.
        while (keeper.isAlive() && !isKept()) {
            pause();
        }
    }

    /** In a session of its own, so that Ctrl-C at the terminal of the first user does not reach the server of the others. */
    private List<String> keeperCommand(int port) throws IOException {
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                files.keeper().toString(),
                ServerKeeper.class.getName(),
                files.root().toString(),
                Integer.toString(port)));
        command.addAll(ServerCommand.of(files, port));
        return command;
    }

    private void copyKeeper() throws IOException {
        String name = ServerKeeper.class.getName().replace('.', '/') + ".class";
        Path copy = files.keeper().resolve(name);
        Files.createDirectories(copy.getParent());
        try (InputStream bytes = ServerKeeper.class.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new IOException("The class path has no " + name);
            }
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path logFile() throws IOException {
        if (Files.exists(files.log()) && Files.size(files.log()) > LARGEST_LOG) {
            Files.move(files.log(), files.root().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return files.log();
    }

    /** The port of a server that was not stopped in good order, so that programs that were connected find it again; else a free one. */
    private int choosePort() throws IOException {
        OptionalInt last = readPort();
        if (last.isPresent()) {
            return last.getAsInt();
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private OptionalInt readPort() throws IOException {
        if (!Files.exists(files.state())) {
            return OptionalInt.empty();
        }
        Properties state = new Properties();
        try (Reader reader = Files.newBufferedReader(files.state())) {
            state.load(reader);
        }
        return OptionalInt.of(Integer.parseInt(state.getProperty("port")));
    }

    /** Waits until the server answers; empty if the keeper gives up first. */
    private OptionalInt awaitAnswer() throws IOException {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        while (Instant.now().isBefore(end)) {
            OptionalInt port = readPort();
            if (port.isPresent() && answers(port.getAsInt())) {
                return port;
            }
            if (!isKept()) {
                return OptionalInt.empty();
            }
            pause();
        }
        return OptionalInt.empty();
    }

    private boolean answers(int port) {
        Properties properties = new Properties();
        properties.setProperty("user", ServerCommand.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5000");
        try (Connection connection = new Driver().connect("jdbc:mysql://127.0.0.1:" + port + "/", properties)) {
            return connection != null;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String lastErrorInLog() throws IOException {
        String log = Files.exists(files.log()) ? Files.readString(files.log(), StandardCharsets.UTF_8) : "";
        return log.lines()
                .filter(line -> line.contains("[ERROR]"))
                .reduce((earlier, later) -> later)
                .orElse("it says nothing about the reason");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException(
                    "The start of the embedded database was interrupted.", "Maybe run the same command again.", e);
        }
    }
}

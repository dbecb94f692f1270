package dev.assay.store.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The server's command line and the statements of its start. */
final class ServerCommand {

    static final String USER = "assay";

    private static final long MEBIBYTE = 1 << 20;
    private static final long SMALLEST_POOL = 128;
    private static final long LARGEST_POOL = 4096;

    private ServerCommand() {}

    static List<String> of(ServerFiles files, int port) {
        List<String> command = new ArrayList<>(List.of(
                files.base().resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + files.base(),
                "--datadir=" + files.data(),
                "--tmpdir=" + files.temporary(),
                "--lc-messages-dir=" + files.base().resolve("share"),
                "--init-file=" + files.initFile(),
                // Relative to the data directory: a socket's full path may have no more than 107 bytes.
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--local-infile=1",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + bufferPoolMebibytes() + "M",
                "--innodb-log-file-size=512M",
                // A killed server loses nothing with this. A power failure may lose the last second of commits, rows
                // and job records
                // alike, so that a job restarts a little earlier. Each commit is spared its wait for the disk.
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-io-capacity=2000",
                "--innodb-autoinc-lock-mode=2"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    /** A quarter of the machine's or the container's memory, within bounds: the rest belongs to the jobs and to the system's cache. */
    private static long bufferPoolMebibytes() {
        long memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        return Math.clamp(memory / MEBIBYTE / 4, SMALLEST_POOL, LARGEST_POOL);
    }

    /** One account with a password over the network of this machine, root with the same over the socket, nobody else. Repeatable. */
    static String initStatements(String password) {
        return """
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%2$s';
                DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
                DELETE FROM mysql.db WHERE User = '';
                DROP DATABASE IF EXISTS test;
                FLUSH PRIVILEGES;
                """.formatted(USER, password);
    }
}

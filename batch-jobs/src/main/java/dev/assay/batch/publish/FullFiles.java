package dev.assay.batch.publish;

import com.github.luben.zstd.ZstdOutputStream;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.Sha256;
import dev.assay.store.database.Database;
import dev.assay.store.publication.ChainHead;
import dev.assay.store.publication.FullFileLog;
import dev.assay.store.publication.PublishedSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Writes everything that is published in a chain as a dated file: one item a line, compressed, with a signed manifest beside it. The file before
 * it goes: an item that was withdrawn since would else still be given out.
 */
public final class FullFiles {

    /** What the name of a manifest has more than that of its file. */
    public static final String MANIFEST = ".manifest";

    private static final int BUFFER = 1 << 16;

    private final Database database;
    private final SigningKeys keys;
    private final Path folder;

    /**
     * Files of an installation.
     *
     * @param database what is published
     * @param keys who signs
     * @param folder where the files are
     */
    public FullFiles(Database database, SigningKeys keys, Path folder) {
        this.database = database;
        this.keys = keys;
        this.folder = folder;
    }

    /**
     * Writes the file of a chain.
     *
     * @param chain the chain
     * @param day the day of which it is
     * @param now when it is written
     * @return what is said of it
     * @throws IOException if it cannot be written
     * @throws SQLException if the database fails
     */
    public Manifest write(Chain chain, LocalDate day, Instant now) throws IOException, SQLException {
        Files.createDirectories(folder);
        Path part = folder.resolve("full-%s.part".formatted(chain.code()));
        try {
            MessageDigest sha = Sha256.digest();
            ItemLines lines;
            ChainHead head;
            try (OutputStream file = new DigestOutputStream(Files.newOutputStream(part), sha);
                    OutputStream out = new BufferedOutputStream(new ZstdOutputStream(file), BUFFER)) {
                lines = new ItemLines(out);
                head = PublishedSet.stream(database, chain, lines::add);
            }
            if (lines.count() != head.items()) {
                throw new IllegalStateException(
                        "The chain (%s) counts %d items, and %d are published.%nMaybe somebody changed the table published_item by hand."
                                .formatted(chain.code(), head.items(), lines.count()));
            }
            Manifest manifest = new Manifest(
                    "full-%s-%s-%d.ndjson.zst"
                            .formatted(chain.code(), day, head.end().number()),
                    chain,
                    day,
                    head.end(),
                    head.items(),
                    head.digest().shortened(),
                    HexFormat.of().formatHex(sha.digest()),
                    now.truncatedTo(ChronoUnit.SECONDS),
                    keys.currentId(now));
            publish(part, manifest, now);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void publish(Path part, Manifest manifest, Instant now) throws IOException {
        String signed = manifest.text();
        String signature = keys.sign(manifest.keyId(), signed);
        Path file = folder.resolve(manifest.file());
        Files.writeString(folder.resolve(manifest.file() + MANIFEST), signed + "\n" + signature + "\n");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        new FullFileLog(database.dsl())
                .add(
                        new FullFileLog.Entry(
                                manifest.chain(),
                                manifest.end().number(),
                                manifest.day(),
                                manifest.file(),
                                signed,
                                signature),
                        now);
        try (DirectoryStream<Path> earlier =
                Files.newDirectoryStream(folder, "full-" + manifest.chain().code() + "-*.ndjson.zst")) {
            for (Path other : earlier) {
                if (!other.equals(file)) {
                    Files.delete(other);
                }
            }
        }
    }

    /** Writes items, one a line. For one thread. */
    static final class ItemLines {

        private static final byte[] CONTENT = "{\"content\":".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] KEY = ",\"key\":".getBytes(StandardCharsets.US_ASCII);

        private final OutputStream out;
        private long count;

        ItemLines(OutputStream out) {
            this.out = out;
        }

        /** The names stand in their order, so that the line is canonical JSON too. */
        void add(String kind, String key, byte[] content) throws IOException {
            out.write(CONTENT);
            out.write(content);
            out.write(KEY);
            out.write(JsonText.quoted(key));
            out.write((",\"kind\":\"" + kind + "\"}\n").getBytes(StandardCharsets.US_ASCII));
            count++;
        }

        long count() {
            return count;
        }
    }
}

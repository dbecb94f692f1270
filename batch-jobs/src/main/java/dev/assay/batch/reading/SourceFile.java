package dev.assay.batch.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A file that can be read to its end.
 *
 * @param path where it is
 * @param packing how it is packed, seen from its first bytes and not from its name
 * @param sha256 the SHA-256 of the file as it lies there, 64 hexadecimal digits in lower case
 * @param size how many bytes it has there
 * @param position how many of them were read since it was last opened
 */
public record SourceFile(Path path, Packing packing, String sha256, long size, AtomicLong position) {

    private static final int BUFFER = 1 << 16;

    /** How a file is packed. */
    public enum Packing {
        /** Not at all. An Excel workbook, which is a zip by itself, is not packed either. */
        PLAIN,
        /** gzip. */
        GZIP,
        /** zip with one file in it. */
        ZIP
    }

    /**
     * Looks at a file and reads it to its end once, so that a damaged one is found before anything of it is taken.
     *
     * @param path where it is
     * @return the file
     * @throws FileRefusedException if it cannot be read to its end
     */
    public static SourceFile inspect(Path path) {
        if (Files.isDirectory(path)) {
            throw new FileRefusedException(
                    FileFault.DIRECTORY, "The path (" + path + ") is a directory.", "Maybe name the files in it.");
        }
        if (!Files.exists(path)) {
            throw new FileRefusedException(
                    FileFault.MISSING, "The file (" + path + ") is not there.", "Maybe check the path.");
        }
        try {
            if (Files.size(path) == 0) {
                throw empty(path);
            }
            SourceFile file = new SourceFile(path, packing(path), sha256(path), Files.size(path), new AtomicLong());
            if (file.packing() != Packing.PLAIN) {
                file.readToEnd(); // a plain one was, for its digest
            }
            return file;
        } catch (IOException e) {
            throw broken(path, e);
        }
    }

    /**
     * The name without its folder.
     *
     * @return such as {@code establishments.csv.gz}
     */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Opens the unpacked content.
     *
     * @return a buffered stream of it, which can go back to a mark
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        InputStream unpacked = unpacked();
        return packing == Packing.PLAIN ? unpacked : new BufferedInputStream(unpacked, BUFFER);
    }

    private InputStream unpacked() throws IOException {
        position.set(0);
        InputStream raw = new CountedInput(Files.newInputStream(path), position);
        try {
            return switch (packing) {
                case PLAIN -> new BufferedInputStream(raw, BUFFER);
                case GZIP -> new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER);
                case ZIP -> onlyEntry(new ZipInputStream(new BufferedInputStream(raw, BUFFER)));
            };
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private InputStream onlyEntry(ZipInputStream zip) throws IOException {
        if (zip.getNextEntry() == null) {
            throw entries();
        }
        return zip;
    }

    private void readToEnd() throws IOException {
        try (InputStream in = unpacked();
                InputStream limited = new LimitedInput(in, path, Files.size(path))) {
            long length = limited.transferTo(OutputStream.nullOutputStream());
            if (length == 0) {
                throw empty(path);
            }
            if (in instanceof ZipInputStream zip && zip.getNextEntry() != null) {
                throw entries();
            }
        }
    }

    private static Packing packing(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            if (start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
                return Packing.GZIP;
            }
            boolean zip = start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
            return zip && !isWorkbook(path) ? Packing.ZIP : Packing.PLAIN;
        }
    }

    private static boolean isWorkbook(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null;
        } catch (ZipException damaged) {
            return false;
        }
    }

    /**
     * The digest of what lies at a path, whatever it is.
     *
     * @param path where it is
     * @return the SHA-256 as in {@link #sha256()}, or empty where no file can be read
     */
    public static Optional<String> findDigest(Path path) {
        try {
            return Files.isRegularFile(path) ? Optional.of(sha256(path)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String sha256(Path path) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static FileRefusedException empty(Path path) {
        return new FileRefusedException(
                FileFault.EMPTY, "The file (" + path + ") is empty.", "Maybe its export failed: ask for it again.");
    }

    private FileRefusedException entries() {
        return new FileRefusedException(
                FileFault.ZIP_ENTRIES,
                "The zip (" + path + ") does not hold exactly one file.",
                "Maybe unpack it and name the files one by one.");
    }

    /** The refusal of a file that could not be read on. */
    static FileRefusedException broken(Path path, IOException e) {
        return e instanceof EOFException || e instanceof ZipException ? truncated(path, e) : unreadable(path, e);
    }

    private static FileRefusedException truncated(Path path, IOException e) {
        return new FileRefusedException(
                FileFault.TRUNCATED,
                "The file (" + path + ") ends too early or is damaged: " + e.getMessage() + ".",
                "Maybe its transfer broke off: fetch it again.");
    }

    private static FileRefusedException unreadable(Path path, IOException e) {
        return new FileRefusedException(
                FileFault.UNREADABLE,
                "The file (" + path + ") cannot be read: " + e.getClass().getSimpleName() + ".",
                "Maybe you lack the right to read it.");
    }
}

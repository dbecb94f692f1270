package dev.assay.batch.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Unpacked content that may not be out of all proportion to what was packed: a small file that unpacks to endless zeros would fill the machine.
 * Tables of real districts pack to about a tenth, very regular ones to a fiftieth.
 */
final class LimitedInput extends FilterInputStream {

    private static final long ALWAYS_ALLOWED = 1L << 28;
    private static final long MOST_FOR_EACH_PACKED = 200;

    private final Path path;
    private final long most;
    private long read;

    /** Limits the content of a file by its size on disk, or of a part of it by the part's. */
    LimitedInput(InputStream in, Path path, long packed) {
        super(in);
        this.path = path;
        this.most = Math.max(ALWAYS_ALLOWED, packed * MOST_FOR_EACH_PACKED);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw new FileRefusedException(
                    FileFault.TOO_LARGE,
                    "The file (%s) unpacks to more than %,d times its size.".formatted(path, MOST_FOR_EACH_PACKED),
                    "Maybe it was made to do harm; if not, unpack it and name the unpacked file.");
        }
    }
}

package dev.assay.batch.verify;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the lines of a file, a thousand at a time, and has several thousands looked at on as many threads as there are processors: plain,
 * {@code .gz} or {@code .zst}, told by the first bytes.
 */
final class LineBatches {

    private static final int LINES_AT_ONCE = 1_024;

    /** No item is longer; a file without line feeds is not read into memory whole. */
    private static final int LONGEST = 1 << 24;

    private static final int BUFFER = 1 << 16;

    /** For each processor so many thousands wait for one that takes longer. */
    private static final int AHEAD = 4;

    private LineBatches() {}

    /**
     * What can be made of some lines by themselves.
     *
     * @param <T> what is made
     */
    interface Work<T> {

        /**
         * Looks at some lines, on several threads at the same time.
         *
         * @param first the number of the first, from 1
         * @param lines their bytes without line feeds
         * @return what was made of them
         */
        T of(long first, List<byte[]> lines);
    }

    /** Reads a file to its end, and gives what was made of its lines to the receiver in their order, on the thread that calls. */
    static <T> void read(Path file, Work<T> work, Consumer<T> receiver) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            Deque<Future<T>> ahead = new ArrayDeque<>();
            split(file, (first, lines) -> {
                ahead.add(workers.submit(() -> work.of(first, lines)));
                if (ahead.size() > AHEAD * processors) {
                    receiver.accept(made(ahead.remove()));
                }
            });
            while (!ahead.isEmpty()) {
                receiver.accept(made(ahead.remove()));
            }
        }
    }

    private static <T> T made(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The reading was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Lines could not be looked at.", e.getCause());
        }
    }

    private interface Receiver {

        void take(long first, List<byte[]> lines) throws IOException;
    }

    private static void split(Path file, Receiver receiver) throws IOException {
        try (InputStream in = unpacked(Files.newInputStream(file))) {
            List<byte[]> lines = new ArrayList<>(LINES_AT_ONCE);
            long first = 1;
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            int length = in.read(buffer);
            while (length >= 0) {
                int from = 0;
                for (int at = 0; at < length; at++) {
                    if (buffer[at] == '\n') {
                        rest.write(buffer, from, at - from);
                        lines.add(rest.toByteArray());
                        rest.reset();
                        from = at + 1;
                        if (lines.size() == LINES_AT_ONCE) {
                            receiver.take(first, lines);
                            first += lines.size();
                            lines = new ArrayList<>(LINES_AT_ONCE);
                        }
                    }
                }
                rest.write(buffer, from, length - from);
                if (rest.size() > LONGEST) {
                    throw new IOException("Its line %d is longer than any item.".formatted(first + lines.size()));
                }
                length = in.read(buffer);
            }
            if (rest.size() > 0) {
                lines.add(rest.toByteArray());
            }
            if (!lines.isEmpty()) {
                receiver.take(first, lines);
            }
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER);
        in.mark(4);
        byte[] mark = in.readNBytes(4);
        in.reset();
        if (mark.length >= 2 && (mark[0] & 0xff) == 0x1f && (mark[1] & 0xff) == 0x8b) {
            return new GZIPInputStream(in, BUFFER);
        }
        boolean zstd = mark.length == 4
                && (mark[0] & 0xff) == 0x28
                && (mark[1] & 0xff) == 0xb5
                && (mark[2] & 0xff) == 0x2f
                && (mark[3] & 0xff) == 0xfd;
        return zstd ? new ZstdInputStream(in) : in;
    }
}

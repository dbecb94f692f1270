package dev.assay.batch.intake;

import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.SourceFile.Packing;
import java.util.BitSet;

/**
 * Remembers texts in a fixed amount of memory: a Bloom filter. What it calls new was certainly never shown to it; what it calls seen may,
 * very seldom, be new too: about 1 in 8 million with five million texts in the biggest.
 */
final class SeenFilter {

    private static final int LEAST_BITS = 1 << 20;
    private static final int MOST_BITS = 1 << 28;
    private static final int BITS_PER_TEXT = 48;
    private static final int PROBES = 8;

    /** Up to so many texts the filter for a file's rows is very seldom wrong, even once. */
    static final int RELIABLE_TEXTS = MOST_BITS / BITS_PER_TEXT;

    /** A row has a code of 18 letters and something to tell of it. */
    private static final int BYTES_PER_ROW = 24;

    /** What is packed is seldom packed tighter. */
    private static final int PACKED = 16;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final BitSet bits;
    private final int mask;

    /**
     * A filter that nothing was shown to.
     *
     * @param texts about how many texts it will be shown; more make it call more of them seen
     */
    SeenFilter(long texts) {
        long wanted = Math.clamp(texts * BITS_PER_TEXT, LEAST_BITS, MOST_BITS);
        int size = (int) Long.highestOneBit(2 * wanted - 1);
        this.bits = new BitSet(size);
        this.mask = size - 1;
    }

    /** A filter for one text of each row of a file. */
    static SeenFilter forRowsOf(SourceFile file) {
        return new SeenFilter(file.size() * (file.packing() == Packing.PLAIN ? 1 : PACKED) / BYTES_PER_ROW);
    }

    /** Shows a text, and says whether it may have been shown before. */
    boolean mayHaveSeen(String space, String text) {
        long hash = mixed(text, mixed(space, OFFSET));
        int first = (int) (hash ^ (hash >>> 29));
        int step = (int) (hash >>> 32) | 1;
        boolean seen = true;
        for (int i = 0; i < PROBES; i++) {
            int bit = (first + i * step) & mask;
            seen &= bits.get(bit);
            bits.set(bit);
        }
        return seen;
    }

    private static long mixed(String text, long start) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}

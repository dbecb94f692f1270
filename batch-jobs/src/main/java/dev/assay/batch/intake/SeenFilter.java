package dev.assay.batch.intake;

import java.util.BitSet;

/**
 * Remembers texts in a fixed amount of memory: a Bloom filter. What it calls new was certainly never shown to it; what it calls seen may,
 * seldom, be new too: about 1 in 2 million with a million texts, 1 in 2,500 with five million.
 */
final class SeenFilter {

    private static final int BITS = 1 << 27;
    private static final int PROBES = 4;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final BitSet bits = new BitSet(BITS);

    /** Shows a text, and says whether it may have been shown before. */
    boolean mayHaveSeen(String space, String text) {
        long hash = mixed(text, mixed(space, OFFSET));
        int first = (int) (hash ^ (hash >>> 29));
        int step = (int) (hash >>> 32) | 1;
        boolean seen = true;
        for (int i = 0; i < PROBES; i++) {
            int bit = (first + i * step) & (BITS - 1);
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

package dev.assay.core.publication;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A digest of a set of items that does not depend on their order, and to which an item is added, or from which it is taken, without looking at
 * the others: LtHash with 1,024 lanes of 16 bits. Each item becomes 1,024 numbers below 2^16, and the digest is their sums, lane by
 * lane, modulo 2^16.
 *
 * <p>The construction is that of M. Bellare and D. Micciancio, "A New Paradigm for Collision-Free Hashing: Incrementality at Reduced Cost"
 * (Eurocrypt 1997), with the parameters of K. Lewi, W. Kim, I. Maykov and S. Weis, "Securing Update Propagation with Homomorphic Hashing" (IACR
 * ePrint 2019/227), who put its security above 200 bits: two different sets with the same sums would solve a short-integer-solution problem
 * over a lattice of that size. That many lanes are what resists the generalised birthday attack of D. Wagner (Crypto 2002), which finds
 * two sets with one sum of hashes modulo 2^256 in some 2^32 steps; an exclusive or of hashes falls to linear algebra. The paper expands with BLAKE2Xb; here MGF1 with SHA-256 (RFC 8017, B.2.1)
 * does it, which every platform has.
 *
 * <p>It holds for sets, each item at most once: 2^16 times the same item would be none.
 */
public final class SetDigest {

    /** Numbers in the digest, each of 16 bits. */
    public static final int LANES = 1024;

    /** The digest's length in bytes. */
    public static final int BYTES = 2 * LANES;

    /** The digest of the empty set: zeros. */
    public static final SetDigest EMPTY = new SetDigest(new short[LANES]);

    private static final String FORMAT = "assay-item-1";
    private static final int HASH = 32;

    private final short[] lanes;

    private SetDigest(short[] lanes) {
        this.lanes = lanes;
    }

    /**
     * A digest from its bytes.
     *
     * @param bytes as {@link #bytes()} gave them
     * @return the digest
     * @throws IllegalArgumentException if there are not {@value #BYTES} of them
     */
    public static SetDigest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A set digest has %d bytes, not %d.%nMaybe it was cut off on its way."
                    .formatted(BYTES, bytes.length));
        }
        short[] lanes = new short[LANES];
        ByteBuffer.wrap(bytes).asShortBuffer().get(lanes);
        return new SetDigest(lanes);
    }

    /**
     * The digest's bytes: the lanes one after the other, the higher byte of each first.
     *
     * @return {@value #BYTES} bytes
     */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.asShortBuffer().put(lanes);
        return bytes.array();
    }

    /**
     * The digest in short, by which two are compared and which is signed: SHA-256 of its bytes.
     *
     * @return 64 hexadecimal digits
     */
    public String shortened() {
        return Sha256.of(bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SetDigest digest && Arrays.equals(lanes, digest.lanes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lanes);
    }

    @Override
    public String toString() {
        return shortened();
    }

    /** Adds and takes away many items. For one thread; several are summed up with {@link #add(SetDigest)}. */
    public static final class Sum {

        private final short[] lanes;
        private final MessageDigest sha = Sha256.digest();
        private final byte[] seed = new byte[HASH + 4];
        private final byte[] expanded = new byte[BYTES];

        /** The expanded bytes as numbers, copied in one go: one by one they would take a fifth of the time that the hashes take. */
        private final short[] numbers = new short[LANES];

        private final ShortBuffer asNumbers = ByteBuffer.wrap(expanded).asShortBuffer();

        /**
         * A sum that begins with a digest.
         *
         * @param start the digest
         */
        public Sum(SetDigest start) {
            this.lanes = start.lanes.clone();
        }

        /**
         * Adds an item.
         *
         * @param item the item
         * @param contentHash hash of its content
         */
        public void add(ItemId item, String contentHash) {
            expand(item, contentHash);
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] += numbers[lane];
            }
        }

        /**
         * Takes an item away.
         *
         * @param item the item
         * @param contentHash hash of the content with which it was added
         */
        public void remove(ItemId item, String contentHash) {
            expand(item, contentHash);
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] -= numbers[lane];
            }
        }

        /**
         * Adds all that is in another digest.
         *
         * @param other the digest
         */
        public void add(SetDigest other) {
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] += other.lanes[lane];
            }
        }

        /**
         * Carries a change out.
         *
         * @param change what it is about
         */
        public void apply(Change.Draft change) {
            apply(change.item(), change.was(), change.contentHash());
        }

        /**
         * Carries a change out.
         *
         * @param change the change
         */
        public void apply(Change change) {
            apply(change.item(), change.was(), change.contentHash());
        }

        private void apply(ItemId item, @Nullable String was, @Nullable String contentHash) {
            if (was != null) {
                remove(item, was);
            }
            if (contentHash != null) {
                add(item, contentHash);
            }
        }

        /**
         * What has come of it so far.
         *
         * @return the digest
         */
        public SetDigest digest() {
            return new SetDigest(lanes.clone());
        }

        /** MGF1: SHA-256 of the seed and a counter of four bytes, for as many counters as it takes. */
        private void expand(ItemId item, String contentHash) {
            System.arraycopy(Sha256.ofParts(sha, FORMAT, item.kind(), item.key(), contentHash), 0, seed, 0, HASH);
            try {
                for (int counter = 0; counter < BYTES / HASH; counter++) {
                    seed[HASH + 3] = (byte) counter;
                    sha.update(seed);
                    sha.digest(expanded, counter * HASH, HASH);
                }
            } catch (DigestException impossible) {
                throw new IllegalStateException("The buffer holds every block.", impossible);
            }
            asNumbers.get(0, numbers);
        }
    }
}

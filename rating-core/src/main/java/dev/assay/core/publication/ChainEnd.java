package dev.assay.core.publication;

/**
 * Where a chain ends, or somebody has read to.
 *
 * @param number number of the last change; 0 before the first
 * @param hash its hash; zeros before the first
 */
public record ChainEnd(long number, String hash) {

    /** Before the first change. */
    public static final ChainEnd NONE = new ChainEnd(0, Sha256.NONE);
}

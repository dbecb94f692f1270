package dev.assay.batch.matching;

import dev.assay.core.identity.Identity;

/**
 * A business of the register that may be meant.
 *
 * @param key the store's key
 * @param identity its principal identity
 * @param name its name; empty where no source named it
 * @param division the code of its division; empty where not known
 * @param address its address; empty where not known
 */
public record Candidate(long key, Identity identity, String name, String division, String address) {}

package dev.assay.store.account;

import java.time.Instant;

/**
 * What is kept of a code with which a password is set.
 *
 * @param hash its SHA-256, hexadecimal
 * @param until from when on it is good for nothing
 */
public record ResetCode(String hash, Instant until) {}

package dev.assay.store.account;

/**
 * The public half of a program's key.
 *
 * @param thumbprint what names it: SHA-256 after RFC 7638, Base64 for addresses, 43 characters
 * @param jwk it, as a JSON Web Key (RFC 7517)
 */
public record ClientKey(String thumbprint, String jwk) {}

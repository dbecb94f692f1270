package dev.assay.store.person;

/**
 * A number that was encrypted on the way into the store.
 *
 * @param token its token, which stands in the fact
 * @param encrypted the number, encrypted
 * @param factNo line of the record's first row times 16 plus the place of the fact in the record
 */
public record SealedNumber(String token, String encrypted, long factNo) {}

package dev.assay.store.intake;

import dev.assay.store.person.SealedNumber;

/**
 * The number of an identity document that stands in a staged fact, encrypted.
 *
 * @param number the number, and the fact
 * @param seen whether an earlier row of the file may have had the same number; a hint alone
 * @param kind the fact's kind
 * @param recordKey the fact's record key
 */
public record StagedPerson(SealedNumber number, boolean seen, String kind, String recordKey) {}

package dev.assay.store.adoption;

/**
 * A text that was found without faults.
 *
 * @param whole the text with all that it draws in
 * @param digest SHA-256 of it, hexadecimal
 */
public record Checking(String whole, String digest) {}

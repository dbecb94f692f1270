package dev.assay.api.request;

/**
 * A paper as it was given.
 *
 * @param name the name of its file
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // it is read once and handed to the store
public record GivenPaper(String name, byte[] content) {}

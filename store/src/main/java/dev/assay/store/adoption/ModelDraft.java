package dev.assay.store.adoption;

/**
 * The text of a version.
 *
 * @param model the model's id, of at most 64 characters
 * @param version the version as the text names it, of at most 32 characters
 * @param text the model's own text, without what it draws in
 */
public record ModelDraft(String model, String version, String text) {}

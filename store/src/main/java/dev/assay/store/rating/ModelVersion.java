package dev.assay.store.rating;

/**
 * A version of a grading model as the store keeps it, so that a rating can be repeated years later.
 *
 * @param model the model's id
 * @param version its version as its file names it
 * @param digest SHA-256 of the model and all that it draws in, hexadecimal
 * @param scope {@code business} or {@code licence}
 * @param visibility {@code public}, {@code partners} or {@code internal}
 * @param titleZh its Chinese title
 * @param titleEn its English title
 * @param content the model's file
 */
public record ModelVersion(
        String model,
        String version,
        String digest,
        String scope,
        String visibility,
        String titleZh,
        String titleEn,
        String content) {}

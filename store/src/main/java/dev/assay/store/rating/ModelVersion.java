package dev.assay.store.rating;

import org.jspecify.annotations.Nullable;

/**
 * A version of a grading model as the store keeps it, so that a rating can be repeated years later.
 *
 * @param model the name under which its ratings are kept: the model's id, or that of a trial
 * @param version its version as its file names it
 * @param digest SHA-256 of the model and all that it draws in, hexadecimal
 * @param scope {@code business} or {@code licence}
 * @param visibility {@code public}, {@code partners} or {@code internal}
 * @param titleZh its Chinese title
 * @param titleEn its English title
 * @param content the model's file
 * @param trialOf the model's id, if its ratings are kept apart on trial; null otherwise
 */
public record ModelVersion(
        String model,
        String version,
        String digest,
        String scope,
        String visibility,
        String titleZh,
        String titleEn,
        String content,
        @Nullable String trialOf) {}

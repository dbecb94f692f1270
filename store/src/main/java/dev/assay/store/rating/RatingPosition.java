package dev.assay.store.rating;

/**
 * A place in the order of all ratings of a model.
 *
 * @param businessKey the store's key of the business
 * @param subjectScheme scheme of the subject's identity
 * @param subject value of the subject's identity
 */
public record RatingPosition(long businessKey, String subjectScheme, String subject) {}

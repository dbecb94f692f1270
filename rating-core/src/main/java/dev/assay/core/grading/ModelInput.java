package dev.assay.core.grading;

/**
 * Another model on whose result a model builds, such as the general credit class under a professional grade ("通用+专业").
 *
 * <p>The same credit file is rated by it as of the same day. A model of businesses gives the rating of the business; a model of
 * licences gives that of the same licence, and to a model of businesses the worst of its licences.
 *
 * @param id how the model calls it
 * @param index its place among the model's inputs, from 0
 * @param model the other model
 */
public record ModelInput(String id, int index, GradingModel model) {}

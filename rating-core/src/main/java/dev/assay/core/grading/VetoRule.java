package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;

/**
 * Fixes a grade whatever the score and the adjustments say 一票否决. Vetoes are read last; of several that apply the worst grade counts,
 * and none ever betters a grade. How long a veto lasts is said by the windows of its condition.
 *
 * @param id its id
 * @param title its name
 * @param grade the best grade that remains
 * @param when what must hold
 * @param basis its legal ground
 */
public record VetoRule(String id, Bilingual title, String grade, Condition when, Basis basis) {}

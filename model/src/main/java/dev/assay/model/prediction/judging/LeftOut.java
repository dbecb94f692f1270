package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;

/**
 * Inspections that were not judged.
 *
 * @param why why
 * @param inspections how many
 */
public record LeftOut(Bilingual why, int inspections) {}

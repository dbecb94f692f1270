package dev.assay.store.rating;

import dev.assay.core.grading.Visibility;
import dev.assay.core.text.Bilingual;

/**
 * A model that has rated, in the version that it was last loaded in.
 *
 * @param model its id
 * @param version its version as its file names it
 * @param scope {@code business} or {@code licence}: what it grades
 * @param visibility who may see its ratings
 * @param title its name
 * @param everRetired whether any version of it was ever taken out of force: only then it can be out of force
 */
public record RatingModel(
        String model, String version, String scope, Visibility visibility, Bilingual title, boolean everRetired) {}

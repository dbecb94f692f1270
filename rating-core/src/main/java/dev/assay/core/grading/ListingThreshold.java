package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;

/**
 * The grade from which on a text of law looks at a subject for a list. It proposes nobody: proposals come from the rules of the
 * serious-violation list and are decided by persons. It tells a simulation whom a change would bring there.
 *
 * @param id its id
 * @param title its name
 * @param grade the best grade that is looked at; all worse ones are, too
 * @param basis its legal ground
 */
public record ListingThreshold(String id, Bilingual title, String grade, Basis basis) {}

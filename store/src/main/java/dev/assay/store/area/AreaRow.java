package dev.assay.store.area;

import dev.assay.core.identity.Identity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row behind a figure.
 *
 * @param part the part that it counts in, such as a grade; empty where the set has none
 * @param business the business's principal identity
 * @param name its name, or null where none is known
 * @param division its division as it is known now; empty where none is
 * @param sector its sector, or null where none is known
 * @param day the day that makes it count, such as that of the inspection; null for a business as such
 * @param what what it is, such as the product of a sample or the licence that is graded; empty where the business is all
 * @param number the number of the fact or the visit; null where it is none
 */
public record AreaRow(
        String part,
        Identity business,
        @Nullable String name,
        String division,
        @Nullable String sector,
        @Nullable LocalDate day,
        String what,
        @Nullable Long number) {}

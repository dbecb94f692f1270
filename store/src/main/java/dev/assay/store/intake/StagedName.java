package dev.assay.store.intake;

import dev.assay.core.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * How a record of a file names its business by name, and what the resolver says of it.
 *
 * @param line the first line of its record
 * @param sourceRows how many source rows make up the record
 * @param asked what was asked, in short: equal for equal folded names, folded addresses and divisions
 * @param name the name as written
 * @param address the address as written, or null
 * @param division the division's code, or null
 * @param own what the business is known by if it becomes a new one
 * @param outcome what the resolver says; never {@link NameOutcome.Known}, which needs no name
 */
public record StagedName(
        long line,
        int sourceRows,
        String asked,
        String name,
        @Nullable String address,
        @Nullable String division,
        Identity own,
        NameOutcome outcome) {}

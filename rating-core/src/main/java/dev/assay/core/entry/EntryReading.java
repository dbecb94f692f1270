package dev.assay.core.entry;

import dev.assay.core.fact.Values;
import java.util.List;

/**
 * An entry as far as it could be read.
 *
 * @param values the fields that could
 * @param faults what is wrong with the others; empty where all is well
 */
public record EntryReading(Values values, List<EntryFault> faults) {

    /** Copies the list. */
    public EntryReading {
        faults = List.copyOf(faults);
    }
}

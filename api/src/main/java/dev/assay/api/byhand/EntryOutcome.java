package dev.assay.api.byhand;

import dev.assay.core.entry.EntryFault;
import dev.assay.store.intake.HandEntries;
import java.util.List;

/** What became of what a person wrote. */
public sealed interface EntryOutcome {

    /**
     * It was carried out, or something came in between.
     *
     * @param result what became of it
     */
    record Carried(HandEntries.Result result) implements EntryOutcome {}

    /**
     * It cannot be used; nothing was stored.
     *
     * @param faults what is wrong, at least one
     */
    record Faulty(List<EntryFault> faults) implements EntryOutcome {

        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}

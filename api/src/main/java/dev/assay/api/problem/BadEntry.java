package dev.assay.api.problem;

import dev.assay.core.entry.EntryFault;
import java.util.List;
import java.util.stream.Collectors;

/** What was written cannot be stored; every fault is told at once. */
public final class BadEntry extends RuntimeException {

    private final transient List<EntryFault> faults;

    /**
     * Names the faults.
     *
     * @param faults them, at least one
     */
    public BadEntry(List<EntryFault> faults) {
        super("Nothing was stored. " + faults.stream().map(BadEntry::text).collect(Collectors.joining("; ")) + ".");
        this.faults = List.copyOf(faults);
    }

    /**
     * The faults.
     *
     * @return them
     */
    public List<EntryFault> faults() {
        return faults;
    }

    private static String text(EntryFault fault) {
        return "%s%s: %s"
                .formatted(
                        fault.field(),
                        fault.value().isEmpty() ? "" : " (" + fault.value() + ")",
                        fault.reason().in("en"));
    }
}

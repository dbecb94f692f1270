package dev.assay.api.work;

import java.util.List;

/** A report that cannot be a result, with all that is wrong with it. Nothing was stored. */
public final class FaultyReportException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    FaultyReportException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * What is wrong.
     *
     * @return a sentence each, with what to do on a line of its own
     */
    public List<String> faults() {
        return faults;
    }
}

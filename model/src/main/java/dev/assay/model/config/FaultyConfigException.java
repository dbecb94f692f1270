package dev.assay.model.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration file that is refused as a whole, with all its faults at once. */
public final class FaultyConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Refuses a file.
     *
     * @param faults all its faults, not empty
     */
    public FaultyConfigException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    /**
     * The faults.
     *
     * @return all of them, in the order of the file
     */
    public List<Fault> faults() {
        return faults;
    }
}

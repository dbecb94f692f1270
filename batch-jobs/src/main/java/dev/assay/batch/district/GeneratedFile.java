package dev.assay.batch.district;

import java.nio.file.Path;
import java.util.Map;

/**
 * One file of a made-up district.
 *
 * @param feed the id of the feed that reads it, such as {@code district-licence}
 * @param path where it lies
 * @param rows its rows, without the header, the faulty ones included
 * @param faults how many rows carry which planted fault; kinds with none are absent
 */
public record GeneratedFile(String feed, Path path, long rows, Map<PlantedFault, Long> faults) {

    /** Keeps its own copy of the map. */
    public GeneratedFile {
        faults = Map.copyOf(faults);
    }

    /**
     * The rows with a planted fault, whatever its kind.
     *
     * @return their number
     */
    public long faultyRows() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }
}

package dev.assay.batch.district;

import java.util.List;

/**
 * What a run of the generator wrote.
 *
 * @param businesses the number of businesses
 * @param files every file with its counts, feed by feed in name order of the feeds and then of the files
 */
public record GeneratedDistrict(int businesses, List<GeneratedFile> files) {

    /** Keeps its own copy of the list. */
    public GeneratedDistrict {
        files = List.copyOf(files);
    }

    /**
     * The rows of all files.
     *
     * @return their number, headers not counted
     */
    public long rows() {
        return files.stream().mapToLong(GeneratedFile::rows).sum();
    }

    /**
     * The rows with a planted fault in all files.
     *
     * @return their number
     */
    public long faultyRows() {
        return files.stream().mapToLong(GeneratedFile::faultyRows).sum();
    }
}

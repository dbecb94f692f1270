package dev.assay.batch.sampling;

import dev.assay.batch.publish.CsvFile;
import dev.assay.core.planning.SamplingPlan.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A plan of samples as a sheet that is safe for spreadsheets. */
public final class SamplingPlanFile {

    private static final List<String> HEADER = List.of(
            "category", "risk", "producers", "tested", "failed", "rate", "share", "by_weight", "least", "samples");

    private SamplingPlanFile() {}

    /**
     * Writes a plan.
     *
     * @param file where to
     * @param outcome the plan
     * @return how many rows were written
     * @throws IOException if the file cannot be written
     */
    public static long write(Path file, SamplingWork.Outcome outcome) throws IOException {
        try (CsvFile csv = CsvFile.forSpreadsheet(file, HEADER)) {
            for (Line line : outcome.lines()) {
                csv.row(
                        line.category().id(),
                        line.category().risk(),
                        line.category().producers(),
                        line.category().tested(),
                        line.category().failed(),
                        line.rate(),
                        line.share(),
                        line.byWeight(),
                        line.category().least(),
                        line.samples());
            }
            csv.complete();
        }
        return outcome.lines().size();
    }
}

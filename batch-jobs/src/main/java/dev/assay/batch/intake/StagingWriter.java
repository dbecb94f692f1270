package dev.assay.batch.intake;

import dev.assay.store.intake.QuarantineEntry;
import dev.assay.store.intake.StagedFact;
import dev.assay.store.intake.Staging;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Loads records into staging. The loader commits for itself, so before the first chunk whatever an interrupted execution loaded and did
 * not come to commit is removed.
 */
final class StagingWriter implements ItemWriter<StagedRecord>, StepExecutionListener {

    private final Staging staging;
    private long runId;

    StagingWriter(Staging staging) {
        this.staging = staging;
    }

    @Override
    public void beforeStep(StepExecution step) {
        runId = ImportJob.runId(step.getJobExecution());
        long committed =
                StagedRecordReader.Progress.of(step.getExecutionContext()).line();
        staging.removeAfter(runId, committed);
    }

    @Override
    public void write(Chunk<? extends StagedRecord> chunk) {
        List<StagedFact> facts = new ArrayList<>(2 * chunk.size());
        List<QuarantineEntry> refusals = new ArrayList<>();
        for (StagedRecord item : chunk) {
            facts.addAll(item.facts());
            refusals.addAll(item.refusals());
        }
        staging.load(runId, facts, refusals);
    }
}

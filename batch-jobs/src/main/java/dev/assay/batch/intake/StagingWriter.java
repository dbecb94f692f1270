package dev.assay.batch.intake;

import dev.assay.batch.feed.SourceRow;
import dev.assay.batch.reading.SourceFile;
import dev.assay.store.intake.QuarantineEntry;
import dev.assay.store.intake.RefusedCells;
import dev.assay.store.intake.StagedCorrection;
import dev.assay.store.intake.StagedFact;
import dev.assay.store.intake.StagedName;
import dev.assay.store.intake.StagedPerson;
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
    private final ImportPlan plan;
    private long runId;
    private long rows;

    StagingWriter(Staging staging, ImportPlan plan) {
        this.staging = staging;
        this.plan = plan;
    }

    @Override
    public void beforeStep(StepExecution step) {
        runId = ImportJob.runId(step.getJobExecution());
        StagedRecordReader.Progress committed = StagedRecordReader.Progress.of(step.getExecutionContext());
        rows = committed.read();
        staging.removeAfter(runId, committed.line());
    }

    @Override
    public void write(Chunk<? extends StagedRecord> chunk) {
        List<StagedFact> facts = new ArrayList<>(2 * chunk.size());
        List<StagedName> names = new ArrayList<>();
        List<QuarantineEntry> refusals = new ArrayList<>();
        List<StagedCorrection> corrections = new ArrayList<>();
        List<StagedPerson> persons = new ArrayList<>();
        List<RefusedCells> refused = new ArrayList<>();
        for (StagedRecord item : chunk) {
            rows += item.rows();
            facts.addAll(item.facts());
            persons.addAll(item.persons());
            if (item.name() != null) {
                names.add(item.name());
            }
            refusals.addAll(item.refusals());
            addCorrections(item.kept(), corrections);
            if (!item.refusals().isEmpty()) {
                refused.addAll(RefusedRecords.cells(plan.feed(), item.kept()));
            }
        }
        staging.load(runId, facts, names, refusals, corrections);
        staging.keep(runId, refused);
        staging.loadPersons(runId, persons);
        staging.loadUnused(
                runId,
                chunk.getItems().stream()
                        .flatMap(item -> item.unused().stream())
                        .toList());
        SourceFile file = plan.file();
        plan.listener().staged(rows, Math.min(1.0, (double) file.position().get() / file.size()));
    }

    private static void addCorrections(List<SourceRow> rows, List<StagedCorrection> corrections) {
        for (SourceRow row : rows) {
            if (row.corrects() > 0) {
                corrections.add(new StagedCorrection(row.line(), rows.getFirst().line(), row.corrects()));
            }
        }
    }
}

package dev.assay.batch.rate;

import dev.assay.core.grading.Rating;
import dev.assay.store.database.Database;
import dev.assay.store.load.RowSink;
import dev.assay.store.load.TableTarget;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Loads the ratings of a chunk into the staging table. */
class StagedRatingWriter implements ItemWriter<List<StagedRating>> {

    private static final TableTarget TARGET = TableTarget.of(
            "staged_rating",
            "rating_run_id",
            "business_key",
            "subject_scheme",
            "subject",
            "sector",
            "division",
            "state",
            "score",
            "computed_grade",
            "grade",
            "grade_set_until",
            "effective_from",
            "inspections_per_year",
            "next_inspection_due",
            "valid_until",
            "digest");

    private final Database database;
    private final long run;

    StagedRatingWriter(Database database, long run) {
        this.database = database;
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends List<StagedRating>> chunk) {
        database.loader().load(TARGET, rows -> chunk.forEach(file -> file.forEach(rating -> add(rows, rating))));
    }

    private void add(RowSink sink, StagedRating staged) {
        Rating rating = staged.rating();
        sink.number(run)
                .number(staged.businessKey())
                .text(rating.subject().identity().scheme())
                .text(rating.subject().identity().value())
                .text(rating.subject().sector().code())
                .text(staged.division())
                .text(rating.state().name())
                .decimal(rating.score())
                .text(rating.computedGrade())
                .text(rating.grade())
                .day(rating.gradeSetUntil())
                .day(rating.effectiveFrom())
                .decimal(rating.inspectionsPerYear())
                .day(rating.nextInspectionDue())
                .day(rating.validUntil())
                .text(rating.digest())
                .end();
    }
}

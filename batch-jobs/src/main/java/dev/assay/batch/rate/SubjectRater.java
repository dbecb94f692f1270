package dev.assay.batch.rate;

import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.store.fact.StoredCreditFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Grades every subject of a credit file. A file without a subject of the model gives nothing. */
class SubjectRater implements ItemProcessor<StoredCreditFile, List<StagedRating>> {

    private final GradingModel model;

    SubjectRater(GradingModel model) {
        this.model = model;
    }

    @Override
    public @Nullable List<StagedRating> process(StoredCreditFile stored) {
        String division = stored.file()
                .describe()
                .flatMap(values -> values.findText("division"))
                .orElse(null);
        List<StagedRating> ratings = model.subjects(stored.file()).stream()
                .map(subject -> RatingEngine.rateOnly(stored.file(), subject, model))
                .map(rating -> new StagedRating(stored.businessKey(), division, rating))
                .toList();
        return ratings.isEmpty() ? null : ratings;
    }
}

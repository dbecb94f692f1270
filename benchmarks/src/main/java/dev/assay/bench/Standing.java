package dev.assay.bench;

import dev.assay.core.grading.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What every way of scoring has to agree on. The score has four places. */
record Standing(
        String state,
        @Nullable BigDecimal score,
        @Nullable String computedGrade,
        @Nullable String grade) {

    private static final int PLACES = 4;

    static Standing of(Rating rating) {
        BigDecimal score = rating.score();
        return new Standing(
                rating.state().name(),
                score == null ? null : score.setScale(PLACES, RoundingMode.HALF_UP),
                rating.computedGrade(),
                rating.grade());
    }
}

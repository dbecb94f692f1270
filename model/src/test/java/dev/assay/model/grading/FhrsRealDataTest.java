package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.RatingState;
import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The whole of the published ratings of February 2015, computed again. */
class FhrsRealDataTest {

    private static final LocalDate AS_OF = LocalDate.of(2015, 2, 18);
    private static final Map<String, String> SCORES =
            Map.of("hygiene", "hygiene", "structural", "structural", "confidenceinmanagement", "confidence");
    private static final int SCORED_ROWS = 263_396;

    private final GradingModel model = GradingModels.load(ConfigFiles.packaged(), "uk-fhrs");

    @Test
    void everyEstablishmentWithThreeScoresGetsItsPublishedRatingAndEveryOtherAStateWithoutGrade() throws IOException {
        AtomicInteger equal = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        RealData.forEach("fhrs_uk_2015/establishments.csv.gz", row -> {
            Rating rating = rate(row);
            boolean scored = row.get("schemetype").equals("FHRS")
                    && row.get("ratingvalue").length() == 1
                    && !row.get("hygiene").isEmpty();
            boolean right = scored
                    ? row.get("ratingvalue").equals(rating.grade())
                    : rating.grade() == null && rating.state() != RatingState.RATED;
            equal.addAndGet(scored && right ? 1 : 0);
            if (!right) {
                wrong.add(row + " -> " + rating.state() + " " + rating.grade());
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(equal).hasValue(SCORED_ROWS);
    }

    private Rating rate(RealData.Row row) {
        LocalDate day = row.get("ratingdate").isEmpty() ? AS_OF : LocalDate.parse(row.get("ratingdate"));
        List<Fact> facts = new ArrayList<>();
        facts.add(Facts.fact(
                FactKinds.BUSINESS,
                null,
                AS_OF,
                Map.of("rating_scheme", row.get("schemetype"), "rating_status", status(row.get("ratingkey")))));
        Map<String, Object> scores = new HashMap<>();
        SCORES.forEach((column, field) -> {
            if (!row.get(column).isEmpty()) {
                scores.put(field, new BigDecimal(row.get(column)));
            }
        });
        if (!scores.isEmpty()) {
            facts.add(Facts.fact(FactKinds.INSPECTION, null, day, scores));
        }
        var file = Facts.file(AS_OF, facts);
        return RatingEngine.rate(file, model.subjects(file).getFirst(), model).rating();
    }

    private static String status(String key) {
        String word = key.replace("_", "");
        return word.contains("exempt")
                ? "exempt"
                : word.contains("awaitinginspection")
                        ? "awaiting-inspection"
                        : word.contains("awaitingpublication") ? "awaiting-publication" : "rated";
    }
}

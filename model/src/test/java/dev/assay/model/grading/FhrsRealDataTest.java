package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.RatingState;
import dev.assay.model.config.ConfigFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole of the published ratings of February 2015, computed again. */
class FhrsRealDataTest {

    private static final Path DATA = Path.of("../../shared/data/fhrs_uk_2015/establishments.csv.gz");
    private static final LocalDate AS_OF = LocalDate.of(2015, 2, 18);
    private static final List<String> SCORES = List.of("hygiene", "structural", "confidence");
    private static final int SCORED_ROWS = 263_396;

    private final GradingModel model = GradingModels.load(ConfigFiles.packaged(), "uk-fhrs");

    @Test
    void everyEstablishmentWithThreeScoresGetsItsPublishedRatingAndEveryOtherAStateWithoutGrade() throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "The real data (" + DATA + ") is not beside this checkout");
        int equal = 0;
        List<String> wrong = new ArrayList<>();
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(DATA)), StandardCharsets.UTF_8))) {
            List<String> header = cells(Optional.ofNullable(rows.readLine()).orElseThrow());
            for (String line = rows.readLine(); line != null; line = rows.readLine()) {
                Row row = row(header, line);
                Rating rating = rate(row);
                boolean scored = row.get("schemetype").equals("FHRS")
                        && row.get("ratingvalue").length() == 1
                        && !row.get("hygiene").isEmpty();
                boolean right = scored
                        ? row.get("ratingvalue").equals(rating.grade())
                        : rating.grade() == null && rating.state() != RatingState.RATED;
                equal += scored && right ? 1 : 0;
                if (!right) {
                    wrong.add(line + " -> " + rating.state() + " " + rating.grade());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(equal).isEqualTo(SCORED_ROWS);
    }

    /** A row, by column; every column is there. */
    private record Row(Map<String, String> cells) {
        String get(String column) {
            return Optional.ofNullable(cells.get(column)).orElseThrow();
        }
    }

    private Rating rate(Row row) {
        LocalDate day = row.get("ratingdate").isEmpty() ? AS_OF : LocalDate.parse(row.get("ratingdate"));
        List<Fact> facts = new ArrayList<>();
        facts.add(Facts.fact(
                FactKinds.BUSINESS,
                null,
                AS_OF,
                Map.of("rating_scheme", row.get("schemetype"), "rating_status", status(row.get("ratingkey")))));
        Map<String, Object> scores = new HashMap<>();
        for (String score : SCORES) {
            String text = row.get(score);
            if (!text.isEmpty()) {
                scores.put(score, new BigDecimal(text));
            }
        }
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

    private static Row row(List<String> header, String line) {
        List<String> cells = cells(line);
        assertThat(cells).as(line).hasSameSizeAs(header);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i).equals("confidenceinmanagement") ? "confidence" : header.get(i), cells.get(i));
        }
        return new Row(row);
    }

    /** Splits a line of RFC 4180; no field of this file runs over a line end. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

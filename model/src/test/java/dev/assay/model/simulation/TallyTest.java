package dev.assay.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Outline;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seven establishments under the British scheme, and under one with other limits; every count checked by hand. */
class TallyTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
    private static final Instant KNOWN_AT = Instant.parse("2024-02-02T00:00:00Z");
    private static final String FHRS =
            GradingModels.file(ConfigFiles.packaged(), "uk-fhrs").content();

    /** A 5 asks for 10 at most, a 4 allows 25, a 1 reaches down to 60. */
    private static final String OTHER = FHRS.replace(
                    "total_at_most: 15, worst_at_most: 5", "total_at_most: 10, worst_at_most: 5")
            .replace("total_at_most: 20, worst_at_most: 10", "total_at_most: 25, worst_at_most: 10")
            .replace("total_at_most: 50, worst_at_most: 20", "total_at_most: 60, worst_at_most: 20");

    @Test
    void every_subject_is_counted_once_in_the_matrix_and_moves_are_told_with_their_band() {
        Run run = Run.of(FHRS, OTHER, establishments());
        List<Move> moves = run.moves();
        Simulation simulation = run.simulation();

        assertThat(simulation.subjects()).isEqualTo(7);
        assertThat(simulation.directions()).isEqualTo(new Simulation.Directions(3, 2, 1));
        assertThat(simulation.standings()).containsExactly("5", "4", "3", "2", "1", "0", "EXEMPT");
        assertThat(simulation.cells())
                .containsExactly(
                        new Simulation.Cell("5", "5", 1), //       5 + 5 + 0 = 10 ≤ 10
                        new Simulation.Cell("5", "4", 1), //       5 + 5 + 5 = 15 > 10
                        new Simulation.Cell("4", "4", 1), //     10 + 5 + 5 = 20
                        new Simulation.Cell("3", "4", 1), //    10 + 10 + 5 = 25 ≤ 25
                        new Simulation.Cell("3", "3", 1), //   10 + 10 + 10 = 30
                        new Simulation.Cell("0", "1", 1), //   20 + 20 + 20 = 60 ≤ 60
                        new Simulation.Cell("EXEMPT", "EXEMPT", 1));
        assertThat(simulation.worst()).isEqualTo(new Simulation.Worst("0", "0", 1, 0, 0, 1));
        assertThat(simulation.movedShare()).isEqualByComparingTo(new BigDecimal("0.4286"));
        assertThat(moves)
                .extracting(
                        move -> move.before().standing() + " → " + move.after().standing())
                .containsExactly("5 → 4", "3 → 4", "0 → 1");
        assertThat(moves.getFirst().differences()).singleElement().satisfies(band -> {
            assertThat(band.kind()).isEqualTo(Move.Kind.BAND);
            assertThat(band.before()).isEqualTo("5: T ≤ 15, max ≤ 5");
            assertThat(band.after()).isEqualTo("4: T ≤ 25, max ≤ 10");
        });
    }

    @Test
    void who_crosses_the_listing_threshold_is_told_by_the_grade_that_the_models_name() {
        String threshold =
                "listing_threshold: {id: listed, title: {zh: 名单, en: Looked at}, grade: \"%s\", basis: scheme}\n";
        assertThat(Run.of(FHRS, OTHER, establishments()).simulation().listing()).isNull();

        // Two at 3 and one at 0 before; one at 3 and one at 1 after.
        Simulation one =
                Run.of(FHRS, OTHER + threshold.formatted("3"), establishments()).simulation();
        assertThat(one.listing())
                .as("the grade of the second model counts for the first, too")
                .isEqualTo(new Simulation.Listing("3", "3", 3, 2, 0, 1));
        assertThat(one.bySector()).singleElement().satisfies(part -> {
            assertThat(part.intoListing()).isZero();
            assertThat(part.outOfListing()).isEqualTo(1);
        });
        assertThat(one.bySize().getFirst().outOfListing()).isEqualTo(1);
        assertThat(one.byDivision().getFirst().outOfListing()).isEqualTo(1);

        // From 0 alone to 4 and worse: two at 4, one at 3 that comes to 4, one that falls from 5 to 4, and the other 3.
        Simulation wider = Run.of(FHRS + threshold.formatted("0"), OTHER + threshold.formatted("4"), establishments())
                .simulation();
        assertThat(wider.listing()).isEqualTo(new Simulation.Listing("0", "4", 1, 5, 4, 0));
    }

    @Test
    void an_indicator_that_gives_other_points_is_named_with_both_and_its_shift_is_measured() {
        String half = FHRS.replace(
                "as_scored: {lowest: 0, highest: 30}",
                "steps: [{up_to: 5, points: 0}, {up_to: 10, points: 10}, {above: 10, points: 30}]");
        Run run = Run.of(FHRS, half, establishments());
        List<Move> moves = run.moves();

        // Confidence: 0, 5, 5, 5, 10, 20 become 0, 0, 0, 0, 10, 30; only 10 + 5 + 5 = 20 and 10 + 10 + 5 = 25 fall into
        // another grade or not:
        // 15 → 15 stays a 4, for 10 is its worst; 20 → 20 becomes a 4.
        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.before().standing()).isEqualTo("3");
            assertThat(move.after().standing()).isEqualTo("4");
            assertThat(move.differences().getFirst().rule()).isEqualTo("confidence");
            assertThat(move.differences().getFirst().before()).isEqualTo("5");
            assertThat(move.differences().getFirst().after()).isEqualTo("0");
        });
        // Ten bins of 3 points: before 1 in [0,3), 3 in [3,6), 1 in [9,12), 1 in [18,21); after 4, 0, 1 and 1 in the
        // last.
        Simulation.IndicatorStability confidence = run.simulation().indicators().getLast();
        assertThat(confidence.id()).isEqualTo("confidence");
        assertThat(confidence.stability())
                .isEqualTo(Stability.of(
                        new long[] {1, 3, 0, 1, 0, 0, 1, 0, 0, 0}, new long[] {4, 0, 0, 1, 0, 0, 0, 0, 0, 1}));
        assertThat(run.simulation().indicators().getFirst().stability().index()).isEqualByComparingTo("0");
    }

    @Test
    void a_state_rule_that_no_longer_applies_is_the_reason() {
        String strict = FHRS.replace("rating_status: exempt", "rating_status: excused");
        Run run = Run.of(FHRS, strict, establishments());
        List<Move> moves = run.moves();

        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.before().standing()).isEqualTo("EXEMPT");
            assertThat(move.after().standing()).isEqualTo("5");
            assertThat(move.differences())
                    .extracting(Move.Difference::rule)
                    .startsWith("exempt")
                    .contains("hygiene", "band");
        });
        assertThat(run.simulation().directions()).isEqualTo(new Simulation.Directions(1, 0, 0));
    }

    @Test
    void who_is_covered_by_one_model_only_moves_into_or_out_of_it() {
        String others = FHRS.replace("identities: [fhrs]", "identities: [camis]");
        Run run = Run.of(FHRS, others, establishments());

        assertThat(run.simulation().directions().moved()).isEqualTo(7);
        assertThat(run.simulation().count("EXEMPT", GradedTwice.NOT_COVERED)).isEqualTo(1);
        assertThat(run.simulation().grades().index()).isNull();
    }

    @Test
    void tallies_of_parts_add_up_to_that_of_the_whole() {
        Tally whole = Run.of(FHRS, OTHER, establishments()).tally();
        Tally first = Run.of(FHRS, OTHER, establishments().subList(0, 3)).tally();
        Tally second = Run.of(FHRS, OTHER, establishments().subList(3, 7)).tally();

        first.add(second);

        assertThat(first.simulation()).isEqualTo(whole.simulation());
    }

    @Test
    void models_of_businesses_and_of_licences_cannot_be_compared() {
        GradingModel licences = GradingModels.load(ConfigFiles.packaged(), "cn-food-risk-2016");

        assertThatThrownBy(() -> new Tally(model(FHRS), licences))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--against");
    }

    @ParameterizedTest
    @CsvSource({
        "0, UP_TO_150",
        "150, UP_TO_150",
        "150.01, UP_TO_500",
        "500, UP_TO_500",
        "1000, UP_TO_1000",
        "3000, UP_TO_3000",
        "3000.5, ABOVE_3000"
    })
    void a_bound_belongs_to_the_smaller_size_class(BigDecimal area, SizeClass size) {
        assertThat(SizeClass.ofArea(area)).isEqualTo(size);
    }

    /** A tally with the moves that it told. */
    private record Run(Tally tally, List<Move> moves) {

        static Run of(String before, String after, List<CreditFile> files) {
            GradingModel one = model(before);
            GradingModel other = model(after);
            Tally tally = new Tally(one, other);
            List<Move> moves = new ArrayList<>();
            for (CreditFile file : files) {
                Subject subject = new Subject(file.business(), file.business(), Sector.CATERING);
                GradeAnalysis old = graded(file, one);
                GradeAnalysis now = graded(file, other);
                GradedTwice graded = new GradedTwice(subject, "", "", SizeClass.UNKNOWN, outline(old), outline(now));
                tally.count(graded);
                if (graded.isMove()) {
                    moves.add(Move.of(graded, old, now));
                }
            }
            return new Run(tally, moves);
        }

        private static @Nullable GradeAnalysis graded(CreditFile file, GradingModel model) {
            return model.subjects(file).stream()
                    .map(subject -> RatingEngine.rate(file, subject, model))
                    .findFirst()
                    .orElse(null);
        }

        private static @Nullable Outline outline(@Nullable GradeAnalysis analysis) {
            return analysis == null ? null : Outline.of(analysis);
        }

        Simulation simulation() {
            return tally.simulation();
        }
    }

    private static GradingModel model(String text) {
        return GradingModels.parse(new ConfigFile("models/uk-fhrs.yaml", text), Vocabulary.BUILT_IN);
    }

    /** Hygiene, structure and confidence of six establishments, and one that is exempt with old scores. */
    private static List<CreditFile> establishments() {
        return List.of(
                establishment(1, 5, 5, 0, "included"),
                establishment(2, 5, 5, 5, "included"),
                establishment(3, 10, 5, 5, "included"),
                establishment(4, 10, 10, 5, "included"),
                establishment(5, 10, 10, 10, "included"),
                establishment(6, 20, 20, 20, "included"),
                establishment(7, 5, 5, 5, "exempt"));
    }

    private static CreditFile establishment(long id, int hygiene, int structural, int confidence, String status) {
        Identity identity = new Identity("fhrs", Long.toString(id));
        LocalDate visited = LocalDate.of(2024, 1, 5);
        Map<String, ?> scores = Map.of(
                "hygiene", BigDecimal.valueOf(hygiene),
                "structural", BigDecimal.valueOf(structural),
                "confidence", BigDecimal.valueOf(confidence));
        return new CreditFile(
                identity,
                DAY,
                KNOWN_AT,
                List.of(
                        fact(id * 2, "business", visited, Map.of("name", "n", "rating_status", status)),
                        fact(id * 2 + 1, "inspection", visited, scores)));
    }

    private static Fact fact(long id, String kind, LocalDate day, Map<String, ?> values) {
        return new Fact(id, kind, null, day, day, KNOWN_AT, new Source("fhrs", "fhrs.csv", id), Values.of(values));
    }
}

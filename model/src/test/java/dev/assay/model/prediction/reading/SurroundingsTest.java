package dev.assay.model.prediction.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Field;
import dev.assay.core.grading.FactQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What was found around, up to the day before. */
class SurroundingsTest {

    private static final Field POSTCODE = FactKinds.BUSINESS.fields().stream()
            .filter(field -> field.name().equals("postcode"))
            .findFirst()
            .orElseThrow();
    private static final Reading.Text AROUND =
            new Reading.Text(new FactQuery(FactKinds.BUSINESS, List.of()), List.of(POSTCODE), Reading.Form.FOLDED);
    private static final LocalDate DAY = LocalDate.parse("2014-03-10");

    private static Draft.Look look(int daysBefore, @Nullable String postcode, boolean found) {
        return new Draft.Look(DAY.minusDays(daysBefore), found, new @Nullable String[] {postcode});
    }

    private static double rate(double halfLife, double prior, String postcode, List<Draft.Look> looks) {
        return Surroundings.of(List.of(new Reading.Rate(AROUND, halfLife, prior)), looks)
                .rate(0, postcode, DAY);
    }

    @Test
    void few_looks_are_drawn_to_the_average_and_halve_with_time() {
        List<Draft.Look> looks = List.of(
                look(30, "60601", true), look(60, "60601", false), look(60, "60602", false), look(90, null, true));
        // Everywhere 2 of 4 found something. In 60601 one found, of weight ½ after 30 days, and one did not, of weight
        // ¼ after 60 days.
        assertThat(rate(30, 2, "60601", looks)).isCloseTo((0.5 + 2 * 0.5) / (0.75 + 2) - 0.5, within(1e-12));
        // Without a half-life all weigh alike.
        assertThat(rate(Double.POSITIVE_INFINITY, 2, "60601", looks))
                .isCloseTo((1 + 2 * 0.5) / (2 + 2) - 0.5, within(1e-12));
        // Nobody has looked there: the average, less the average.
        assertThat(rate(30, 2, "60699", looks)).isZero();
    }

    @Test
    void a_look_of_the_day_itself_does_not_count() {
        List<Draft.Look> before = List.of(look(1, "60601", true), look(2, "60601", false));
        List<Draft.Look> also = new ArrayList<>(before);
        also.add(look(0, "60601", true));
        also.add(look(-1, "60601", true));
        assertThat(rate(30, 2, "60601", also)).isEqualTo(rate(30, 2, "60601", before));
    }

    @Test
    void there_is_nothing_to_read_before_the_first_look() {
        assertThat(rate(30, 2, "60601", List.of(look(0, "60601", true)))).isNaN();
    }

    @RepeatedTest(20)
    void the_order_in_which_looks_are_gathered_changes_nothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Draft.Look> looks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            looks.add(look(random.nextInt(400), "6060" + random.nextInt(4), random.nextInt(7) == 0));
        }
        double once = rate(17, 3, "60602", looks);
        Collections.shuffle(looks, random);
        assertThat(rate(17, 3, "60602", looks)).isEqualTo(once).isBetween(-1d, 1d);
    }
}

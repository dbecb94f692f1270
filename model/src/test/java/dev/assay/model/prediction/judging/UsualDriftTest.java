package dev.assay.model.prediction.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.identity.Identity;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Observation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsualDriftTest {

    private static final LocalDate FIRST = LocalDate.parse("2011-01-01");
    private static final LocalDate UNTIL = LocalDate.parse("2013-12-31");
    private static final int DAYS = 90;
    private static final List<Feature> FEATURES = List.of(
            new Feature("visits", Bilingual.of("次数", "Visits before"), Feature.Type.NUMBER, "visits"),
            new Feature("size", Bilingual.of("规模", "Size"), Feature.Type.NUMBER, "size"));

    /** Three rows a day: one feature grows with the days since the feed began, the other does not. */
    private static List<Observation> rows(Random random, LocalDate from, LocalDate to, double size) {
        List<Observation> rows = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            double years = ChronoUnit.DAYS.between(FIRST, day) / 365.0;
            for (int i = 0; i < 3; i++) {
                double[] numbers = {years + random.nextGaussian(), size + random.nextGaussian()};
                rows.add(new Observation(
                        new Identity("test", "1"),
                        day + "-" + i,
                        day,
                        new FeatureValues(numbers, new String[2]),
                        false,
                        null,
                        Map.of(),
                        null));
            }
        }
        return rows;
    }

    private static Drift drift(List<Observation> all, List<Observation> newest) {
        List<Observation> learned = all.stream()
                .filter(row -> row.day().isAfter(UNTIL.minusYears(1)))
                .toList();
        Reference then =
                Reference.of(FEATURES, learned.stream().map(Observation::values).toList(), new double[learned.size()]);
        return Drift.between(then, newest.stream().map(Observation::values).toList(), new double[newest.size()]);
    }

    @Test
    void what_always_grew_is_no_news_and_what_jumps_is() {
        Random random = new Random(41);
        List<Observation> learned = rows(random, FIRST, UNTIL, 0);
        Map<String, Double> usual = UsualDrift.of(FEATURES, learned, new double[learned.size()], UNTIL, DAYS);

        Drift grown = drift(learned, rows(random, UNTIL.plusDays(1), UNTIL.plusDays(DAYS), 0));
        Drift jumped = drift(learned, rows(random, UNTIL.plusDays(1), UNTIL.plusDays(DAYS), 1));

        // The growth is an alarm, and would be one every day.
        assertThat(grown.alarms()).extracting(Drift.Shift::id).containsExactly("visits");
        assertThat(grown.alarms()).noneMatch(shift -> UsualDrift.isNews(shift, usual));
        assertThat(jumped.alarms())
                .filteredOn(shift -> UsualDrift.isNews(shift, usual))
                .extracting(Drift.Shift::id)
                .containsExactly("size");
        // Without a time to compare with, each alarm is news.
        assertThat(grown.alarms()).allMatch(shift -> UsualDrift.isNews(shift, Map.of()));
    }

    @Test
    void a_window_needs_a_year_before_it() {
        List<Observation> year = rows(new Random(1), FIRST, FIRST.plusDays(364 + DAYS), 0);

        assertThat(UsualDrift.of(FEATURES, year, new double[year.size()], FIRST.plusDays(364 + DAYS), DAYS))
                .isEmpty();
        List<Observation> more = rows(new Random(1), FIRST, FIRST.plusDays(365 + DAYS), 0);
        assertThat(UsualDrift.of(FEATURES, more, new double[more.size()], FIRST.plusDays(365 + DAYS), DAYS))
                .containsKeys("visits", "size");
        assertThat(UsualDrift.of(FEATURES, List.of(), new double[0], UNTIL, DAYS))
                .isEmpty();
    }
}

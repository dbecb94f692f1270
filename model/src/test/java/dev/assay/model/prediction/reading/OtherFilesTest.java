package dev.assay.model.prediction.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.prediction.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a row reads of other files: the city's weather and the complaints near by, of the days before. */
class OtherFilesTest {

    private static final LocalDate DAY = LocalDate.parse("2014-03-10");
    private static final Identity CITY = Identity.parse("division:us-il-chicago");
    private static final Identity SHOP = Identity.parse("chicago-licence:1");
    private static final PredictionDefinition PUBLISHED =
            PredictionFile.load(ConfigFiles.packaged(), "chicago-published");
    /** A degree of latitude is 111,320 m: so many degrees are 500 m. */
    private static final BigDecimal HALF_A_KILOMETRE = new BigDecimal("0.00449156");

    private static Fact fact(String kind, LocalDate day, Map<String, ?> values) {
        return new Fact(
                day.toEpochDay(),
                kind,
                null,
                day,
                day,
                Instant.EPOCH,
                new Source("test", "test.csv", 1),
                Values.of(values));
    }

    private static Fact weather(int before, int temperature) {
        return fact("weather", DAY.minusDays(before), Map.of("highest_temperature", BigDecimal.valueOf(temperature)));
    }

    private static Fact complaint(int before, BigDecimal north) {
        return fact(
                "complaint",
                DAY.minusDays(before),
                Map.of("latitude", new BigDecimal("41.9").add(north), "longitude", new BigDecimal("-87.6")));
    }

    private static double value(String feature, List<Fact> ofTheCity) {
        OtherFiles.Gathering gathering = new OtherFiles.Gathering(PUBLISHED);
        assertThat(gathering.wanted()).containsExactly(CITY);
        assertThat(gathering.kinds()).containsExactly("complaint");
        CreditFile city = new CreditFile(CITY, DAY.plusYears(1), Instant.EPOCH, ofTheCity);
        gathering.take(city);
        gathering.takePlaces(city);
        CreditFile shop = new CreditFile(
                SHOP,
                DAY.plusYears(1),
                Instant.EPOCH,
                List.of(
                        fact(
                                "business",
                                DAY,
                                Map.of(
                                        "name", "Blue Door",
                                        "latitude", new BigDecimal("41.9"),
                                        "longitude", new BigDecimal("-87.6"))),
                        fact(
                                "inspection",
                                DAY,
                                Map.of("number", "N1", "inspection_kind", "Canvass", "result", "pass"))));
        Observation row = new FeatureReader(PUBLISHED, gathering.gathered())
                .looks(shop)
                .getFirst()
                .observation();
        int place =
                PUBLISHED.toFeatures().stream().map(one -> one.id()).toList().indexOf(feature);
        return row.values().numbers()[place];
    }

    @Test
    void the_temperature_is_that_of_the_three_days_before_and_not_of_the_day() {
        // A fact counts up to the day that long after it: those of 1, 2 and 3 days before.
        assertThat(value(
                        "highest-temperature",
                        List.of(weather(0, 90), weather(1, 30), weather(2, 40), weather(3, 50), weather(4, 99))))
                .isCloseTo((30 + 40 + 50) / 3.0, within(1e-9));
        assertThat(value("highest-temperature", List.of(weather(0, 90)))).isNaN();
    }

    @Test
    void a_complaint_at_the_door_counts_one_and_one_at_the_reach_less() {
        assertThat(value("sanitation-complaints", List.of(complaint(5, BigDecimal.ZERO))))
                .isCloseTo(1, within(1e-9));
        assertThat(value("sanitation-complaints", List.of(complaint(5, HALF_A_KILOMETRE))))
                .isCloseTo(Math.exp(-0.5), within(1e-4));
        // Beyond three reaches, of the day itself, and of 91 days before: nothing.
        assertThat(value(
                        "sanitation-complaints",
                        List.of(
                                complaint(5, HALF_A_KILOMETRE.multiply(BigDecimal.valueOf(4))),
                                complaint(0, BigDecimal.ZERO),
                                complaint(91, BigDecimal.ZERO))))
                .isZero();
    }
}

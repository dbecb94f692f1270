package dev.assay.model.grading;

import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.FieldTest;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Supervision;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what grades mean for inspections. */
record SupervisionParser(Names names, GradingModel.Header header) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final int PLACES = 4;
    private static final List<String> WAYS = Arrays.stream(Supervision.Way.values())
            .map(way -> way.name().toLowerCase(Locale.ROOT))
            .toList();

    List<Supervision> parse(YamlMap top) {
        return top.isMap("supervision")
                ? List.of(supervision(top.map("supervision")))
                : top.maps("supervision").stream().map(this::supervision).toList();
    }

    private Supervision supervision(YamlMap map) {
        FactQuery counted = names.conditions().from(map, "counted", "newest");
        return new Supervision(
                names.id(map),
                names.sectors(map),
                map.texts("divisions"),
                counted,
                frequencies(map),
                map.maps("floors").stream().map(this::floor).toList());
    }

    private Supervision.Floor floor(YamlMap map) {
        return new Supervision.Floor(
                names.id(map),
                names.bilingual(map, "title"),
                names.conditions().condition(map, "when"),
                perYear(map),
                names.basis(map, "basis"));
    }

    private static BigDecimal perYear(YamlMap map) {
        BigDecimal atLeast = map.decimal("at_least");
        if (atLeast.signum() <= 0) {
            map.fault(
                    "at_least",
                    "The frequency (%s) is not above zero.".formatted(atLeast),
                    "Maybe write the fewest inspections a year here.");
            return BigDecimal.ONE;
        }
        return atLeast;
    }

    private Map<String, Supervision.Frequency> frequencies(YamlMap map) {
        Map<String, Supervision.Frequency> frequencies = new HashMap<>();
        YamlMap by = map.map("inspections_per_year");
        for (String grade : by.keys()) {
            if (!header.grades().contains(grade)) {
                by.fault(
                        grade,
                        "The grade (%s) is not among the model's grades.".formatted(grade),
                        Spelling.didYouMean(grade, header.grades()));
            }
            frequencies.put(grade, frequency(by.map(grade)));
        }
        List<String> open = map.texts("without_frequency");
        for (String grade : header.grades()) {
            if (!by.has(grade) && !open.contains(grade)) {
                by.fault(
                        "",
                        "The grade (%s) has no frequency.".formatted(grade),
                        "Maybe add it: " + grade + ": … , or name it under without_frequency.");
            }
        }
        return frequencies;
    }

    private Supervision.Frequency frequency(YamlMap map) {
        int months = 0;
        BigDecimal atLeast;
        BigDecimal atMost = null;
        if (map.has("every")) {
            months = ConditionParser.months(map, "every");
            atLeast = MONTHS.divide(BigDecimal.valueOf(months), PLACES, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            atLeast = atLeast.scale() < 0 ? atLeast.setScale(0) : atLeast;
        } else {
            atLeast = map.decimal("at_least");
            atMost = map.findDecimal("at_most").orElse(null);
            if (atLeast.signum() <= 0 || (atMost != null && atMost.compareTo(atLeast) < 0)) {
                map.fault(
                        "at_least",
                        "The frequency (%s to %s) is not above zero, or its bounds are swapped."
                                .formatted(atLeast, atMost == null ? "no bound" : atMost),
                        "Maybe write the fewest inspections a year here.");
                atLeast = BigDecimal.ONE;
            }
        }
        return new Supervision.Frequency(atLeast, atMost, months, ways(map), drawShare(map), names.basis(map, "basis"));
    }

    private static List<Supervision.Way> ways(YamlMap map) {
        return map.texts("ways").stream()
                .filter(word -> {
                    if (!WAYS.contains(word)) {
                        map.fault(
                                "ways",
                                "The way of inspecting (%s) is not known.".formatted(word),
                                Spelling.didYouMean(word, WAYS));
                    }
                    return WAYS.contains(word);
                })
                .map(word -> Supervision.Way.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static FieldTest.@Nullable Interval drawShare(YamlMap map) {
        return map.findMap("draw_share")
                .flatMap(share -> {
                    var interval = FieldTestParser.interval(share);
                    interval.filter(one -> !isShare(one.lower()) || !isShare(one.upper()))
                            .ifPresent(one -> share.fault(
                                    "",
                                    "The share in the random draw (%s) does not lie between 0 and 1."
                                            .formatted(one.describe("p")),
                                    "Maybe write 5 % as 0.05."));
                    return interval;
                })
                .orElse(null);
    }

    private static boolean isShare(@Nullable BigDecimal number) {
        return number == null || (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0);
    }
}

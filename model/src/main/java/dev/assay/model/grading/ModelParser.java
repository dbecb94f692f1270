package dev.assay.model.grading;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Classification;
import dev.assay.core.grading.Direction;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.GradeScale;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.Newcomers;
import dev.assay.core.grading.RatingState;
import dev.assay.core.grading.Scope;
import dev.assay.core.grading.StateRule;
import dev.assay.core.grading.Supervision;
import dev.assay.core.grading.Visibility;
import dev.assay.core.sampling.SamplingTerms;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a whole model. Every part notes its faults and goes on. */
final class ModelParser {

    private final YamlMap top;
    private final Names names;
    private final Map<String, Classification> classifications = new LinkedHashMap<>();

    private ModelParser(YamlMap top, Vocabulary vocabulary) {
        this.top = top;
        this.names = Names.of(top, vocabulary);
    }

    static GradingModel parse(YamlMap top, String digest, Vocabulary vocabulary) {
        return new ModelParser(top, vocabulary).model(digest, vocabulary.samplingTerms());
    }

    private GradingModel model(String digest, List<SamplingTerms> samplingTerms) {
        GradingModel.Header header = header();
        top.maps("classifications").forEach(map -> {
            Classification classification = ClassificationParser.parse(map, names);
            classifications.put(classification.id(), classification);
        });
        List<StateRule> states = top.maps("states").stream().map(this::state).toList();
        Newcomers newcomers =
                top.findMap("newcomers").map(map -> newcomers(map, header)).orElse(null);
        List<IndicatorRule> indicators = new IndicatorParser(names, classifications).parse(top);
        GradeScale gradeScale = new GradeScaleParser(names, header).parse(top, indicators);
        return new GradingModel(
                header,
                digest,
                states,
                newcomers,
                indicators,
                gradeScale,
                AdjustmentParser.parse(top, names),
                supervision(header),
                samplingTerms);
    }

    private GradingModel.Header header() {
        List<String> grades = top.texts("grades");
        if (grades.isEmpty() || new LinkedHashSet<>(grades).size() < grades.size()) {
            top.fault("grades", "The grades are missing or one stands twice.", "Maybe list them from best to worst.");
        }
        return new GradingModel.Header(
                names.id(top),
                top.text("version"),
                names.bilingual(top, "title"),
                word(top, "scope", Scope.values()),
                word(top, "visibility", Visibility.values()),
                word(top, "direction", Direction.values()),
                grades,
                Set.copyOf(top.texts("identities")),
                names.sectors(top),
                names.law());
    }

    /** A word out of an enum, in lower case with hyphens. */
    static <E extends Enum<E>> E word(YamlMap map, String key, E[] values) {
        List<String> words = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return values[words.indexOf(map.oneOf(key, words))];
    }

    private StateRule state(YamlMap map) {
        List<String> states = Arrays.stream(RatingState.values())
                .filter(state -> state != RatingState.RATED)
                .map(Enum::name)
                .toList();
        return new StateRule(
                names.id(map),
                RatingState.valueOf(map.oneOf("state", states)),
                names.sectors(map),
                names.conditions().condition(map, "when"),
                names.bilingual(map, "text"),
                names.basis(map, "basis"));
    }

    private @Nullable Newcomers newcomers(YamlMap map, GradingModel.Header header) {
        Classification classification = ClassificationParser.named(map, classifications);
        YamlMap by = map.map("grades");
        Map<String, String> grades = new HashMap<>();
        for (String name : by.keys()) {
            grades.put(name, header.grades().isEmpty() ? by.text(name) : by.oneOf(name, header.grades()));
        }
        ClassificationParser.checkClasses(by, classification);
        return new Newcomers(
                names.id(map),
                names.conditions().condition(map, "when"),
                classification,
                grades,
                names.bilingual(map, "text"),
                names.basis(map, "basis"));
    }

    private @Nullable Supervision supervision(GradingModel.Header header) {
        return top.findMap("supervision")
                .map(map -> {
                    FactQuery counted = names.conditions().from(map, "counted", "newest");
                    return new Supervision(names.id(map), counted, frequencies(map, header));
                })
                .orElse(null);
    }

    private Map<String, Supervision.Frequency> frequencies(YamlMap map, GradingModel.Header header) {
        Map<String, Supervision.Frequency> frequencies = new HashMap<>();
        YamlMap by = map.map("inspections_per_year");
        for (String grade : by.keys()) {
            YamlMap one = by.map(grade);
            if (!header.grades().contains(grade)) {
                by.fault(
                        grade,
                        "The grade (%s) is not among the model's grades.".formatted(grade),
                        Spelling.didYouMean(grade, header.grades()));
            }
            BigDecimal atLeast = one.decimal("at_least");
            BigDecimal atMost = one.findDecimal("at_most").orElse(null);
            if (atLeast.signum() <= 0 || (atMost != null && atMost.compareTo(atLeast) < 0)) {
                one.fault(
                        "at_least",
                        "The frequency (%s to %s) is not above zero, or its bounds are swapped."
                                .formatted(atLeast, atMost == null ? "no bound" : atMost),
                        "Maybe write the fewest inspections a year here.");
            }
            frequencies.put(grade, new Supervision.Frequency(atLeast, atMost, names.basis(one, "basis")));
        }
        for (String grade : header.grades()) {
            if (!by.has(grade)) {
                by.fault("", "The grade (%s) has no frequency.".formatted(grade), "Maybe add it: " + grade + ": …");
            }
        }
        return frequencies;
    }
}

package dev.assay.model.grading;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Classification;
import dev.assay.core.grading.Direction;
import dev.assay.core.grading.GradeScale;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.grading.ListingThreshold;
import dev.assay.core.grading.ModelInput;
import dev.assay.core.grading.Newcomers;
import dev.assay.core.grading.QualityDemand;
import dev.assay.core.grading.RatingState;
import dev.assay.core.grading.Scope;
import dev.assay.core.grading.StateRule;
import dev.assay.core.grading.VetoRule;
import dev.assay.core.grading.Visibility;
import dev.assay.core.publication.PublicationPolicy;
import dev.assay.model.config.Fault;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
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

    /** What the store and the exports keep of a grade. */
    private static final int LONGEST_GRADE = 16;

    private final YamlMap top;
    private final ModelText text;
    private final Vocabulary vocabulary;
    private final List<Fault> faults;
    private final List<String> namedBy;
    private final DrawnIn drawn = new DrawnIn();
    private final Names names;
    private final Map<String, Classification> classifications = new LinkedHashMap<>();

    /** {@code namedBy} are the ids of the models that name this one, from the outermost. */
    ModelParser(YamlMap top, ModelText text, Vocabulary vocabulary, List<Fault> faults, List<String> namedBy) {
        this.top = top;
        this.text = text;
        this.vocabulary = vocabulary;
        this.faults = faults;
        this.namedBy = namedBy;
        this.names = Names.of(top, vocabulary, drawn);
    }

    GradingModel model(String digest) {
        GradingModel.Header header = header();
        top.texts("tables").forEach(this::drawTable);
        List<YamlMap> inputs = top.maps("inputs");
        for (int i = 0; i < inputs.size(); i++) {
            drawInput(inputs.get(i), i, header);
        }
        top.maps("classifications").forEach(map -> {
            Classification classification = ClassificationParser.parse(map, names);
            classifications.put(classification.id(), classification);
        });
        List<StateRule> states = top.maps("states").stream().map(this::state).toList();
        List<QualityDemand> quality = top.maps("quality").stream()
                .map(map -> QualityParser.parse(map, names))
                .toList();
        Newcomers newcomers =
                top.findMap("newcomers").map(map -> newcomers(map, header)).orElse(null);
        IndicatorParser indicatorParser = new IndicatorParser(names, drawn, classifications);
        List<IndicatorRule> indicators = indicatorParser.parse(top);
        GradeScale gradeScale = new GradeScaleParser(names, header, drawn).parse(top, indicators);
        GradingModel model = new GradingModel(
                header,
                digest,
                states,
                quality,
                newcomers,
                indicators,
                gradeScale,
                drawn.inputs(),
                AdjustmentParser.parse(top, names),
                top.maps("vetoes").stream().map(map -> veto(map, header)).toList(),
                new SupervisionParser(names, header).parse(top),
                top.findMap("listing_threshold")
                        .map(map -> listing(map, header))
                        .orElse(null),
                vocabulary.samplingTerms());
        drawn.refuseUnused(top);
        new ForetoldCheck(top, indicatorParser.maps(), model).run();
        return model;
    }

    private void drawTable(String id) {
        text.table(id)
                .ifPresentOrElse(
                        file -> drawn.add(PointsTable.parse(YamlMap.parse(file, faults), names)),
                        () -> top.fault(
                                "tables",
                                "The table (%s) is not known.".formatted(id),
                                "Maybe put it into models/tables/%s.yaml.".formatted(id)));
    }

    private void drawInput(YamlMap map, int index, GradingModel.Header header) {
        String id = names.id(map);
        String model = map.text("model");
        List<String> path = new ArrayList<>(namedBy);
        path.add(header.id());
        if (path.contains(model)) {
            path.add(model);
            map.fault(
                    "model",
                    "The models name each other in a circle: %s.".formatted(String.join(" → ", path)),
                    "Maybe let one of them do without the other.");
        } else {
            text.input(model)
                    .ifPresentOrElse(
                            file -> GradingModels.compile(file, vocabulary, faults, path)
                                    .ifPresent(compiled -> {
                                        refuseDisclosure(map, header, compiled);
                                        drawn.add(new ModelInput(id, index, compiled));
                                    }),
                            () -> map.fault(
                                    "model",
                                    "The model (%s) is not known.".formatted(model),
                                    "Maybe put it into models/%s.yaml.".formatted(model)));
        }
    }

    /** Whoever may see a grade may see why, and with it the grades that it builds on. */
    private static void refuseDisclosure(YamlMap map, GradingModel.Header header, GradingModel input) {
        if (header.visibility().compareTo(input.visibility()) < 0) {
            map.fault(
                    "model",
                    "The model is for a wider circle (%s) than its input (%s), whose grades its explanations would show."
                            .formatted(
                                    header.visibility().name().toLowerCase(Locale.ROOT),
                                    input.visibility().name().toLowerCase(Locale.ROOT)),
                    "Maybe narrow its visibility.");
        }
    }

    private VetoRule veto(YamlMap map, GradingModel.Header header) {
        return new VetoRule(
                names.id(map),
                names.bilingual(map, "title"),
                header.grades().isEmpty() ? map.text("grade") : map.oneOf("grade", header.grades()),
                names.conditions().condition(map, "when"),
                names.basis(map, "basis"));
    }

    private ListingThreshold listing(YamlMap map, GradingModel.Header header) {
        String grade = header.grades().isEmpty() ? map.text("grade") : map.oneOf("grade", header.grades());
        if (header.grades().indexOf(grade) == 0) {
            map.fault(
                    "grade",
                    "The listing threshold (%s) is the best grade: everybody would be looked at.".formatted(grade),
                    "Maybe name the best of the grades that are looked at, such as %s."
                            .formatted(header.grades().getLast()));
        }
        return new ListingThreshold(names.id(map), names.bilingual(map, "title"), grade, names.basis(map, "basis"));
    }

    private GradingModel.Header header() {
        List<String> grades = top.texts("grades");
        if (grades.isEmpty() || new LinkedHashSet<>(grades).size() < grades.size()) {
            top.fault("grades", "The grades are missing or one stands twice.", "Maybe list them from best to worst.");
        }
        grades.stream()
                .filter(grade -> grade.length() > LONGEST_GRADE)
                .forEach(grade -> top.fault(
                        "grades",
                        "The grade (%s) has more than %d characters.".formatted(grade, LONGEST_GRADE),
                        "Maybe take a shorter word."));
        Visibility visibility = word(top, "visibility", Visibility.values());
        if (visibility != Visibility.INTERNAL
                && PublicationPolicy.isInternalByLaw(names.law().citation())) {
            top.fault(
                    "visibility",
                    "Grades by (%s) never leave the authority, and the model would show them."
                            .formatted(names.law().citation()),
                    "Maybe write internal.");
        }
        return new GradingModel.Header(
                names.id(top),
                top.text("version"),
                names.bilingual(top, "title"),
                word(top, "scope", Scope.values()),
                visibility,
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
}

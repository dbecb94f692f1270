package dev.assay.model.grading;

import dev.assay.core.grading.Classification;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads classifications, and names of classes. */
final class ClassificationParser {

    private static final Classification STAND_IN = new Classification("?", Bilingual.of("?", "?"), List.of());

    private ClassificationParser() {}

    static Classification parse(YamlMap map, Names names) {
        return new Classification(
                names.id(map),
                names.bilingual(map, "title"),
                map.maps("rules").stream()
                        .map(rule -> new Classification.ClassRule(
                                names.id(rule),
                                rule.text("class"),
                                names.sectors(rule),
                                names.conditions().findCondition(rule, "when"),
                                names.basis(rule, "basis")))
                        .toList());
    }

    /** The classification that {@code by_class} names. */
    static Classification named(YamlMap map, Map<String, Classification> known) {
        String id = map.text("by_class");
        Classification found = known.get(id);
        if (found == null && !id.equals("?")) {
            map.fault(
                    "by_class",
                    "The classification (%s) is not known.".formatted(id),
                    Spelling.didYouMean(id, List.copyOf(known.keySet())));
        }
        return found == null ? STAND_IN : found;
    }

    /** Notes a fault for each class without a value, and each value without a class. */
    static void checkClasses(YamlMap values, Classification classification) {
        Set<String> classes = classification.rules().stream()
                .map(Classification.ClassRule::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (classes.isEmpty()) {
            return;
        }
        for (String name : values.keys()) {
            if (!classes.contains(name)) {
                values.fault(
                        name,
                        "The class (%s) is not one of the classification (%s).".formatted(name, classification.id()),
                        Spelling.didYouMean(name, List.copyOf(classes)));
            }
        }
        for (String name : classes) {
            if (!values.has(name)) {
                values.fault("", "The class (%s) has no value.".formatted(name), "Maybe add it: " + name + ": …");
            }
        }
    }
}

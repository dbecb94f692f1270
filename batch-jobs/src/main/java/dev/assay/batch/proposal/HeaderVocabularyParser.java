package dev.assay.batch.proposal;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a vocabulary of {@code config/headers}. The language is described in {@code docs/feeds.md}. */
final class HeaderVocabularyParser {

    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final YamlMap top;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final Set<String> ideas = new HashSet<>(Ideas.OF_FORM);
    private final List<CanonicalField> fields = new ArrayList<>();

    private HeaderVocabularyParser(ConfigFile file) {
        this.top = YamlMap.parse(file, faults);
    }

    /**
     * Reads a vocabulary.
     *
     * @throws FaultyConfigException with all the faults of the file, if there are any
     */
    static HeaderVocabulary parse(ConfigFile file) {
        HeaderVocabularyParser parser = new HeaderVocabularyParser(file);
        HeaderVocabulary vocabulary = parser.vocabulary();
        parser.top.refuseUnreadKeys();
        if (!parser.faults.isEmpty()) {
            throw new FaultyConfigException(parser.faults);
        }
        return vocabulary;
    }

    private HeaderVocabulary vocabulary() {
        String kind =
                top.oneOf("kind", FactKinds.ALL.stream().map(FactKind::name).toList());
        readFields(Vocabulary.BUILT_IN.findByName(kind).orElse(FactKinds.SAMPLING_RESULT));
        Map<String, Pattern> asides = asides();
        readWords();
        return new HeaderVocabulary(
                top.text("headers"),
                bilingual(top.map("title")),
                kind,
                List.copyOf(fields),
                share(top, "least_confidence"),
                traditional(),
                asides,
                brackets(),
                new WordCover(words),
                substances(),
                top.maps("rules").stream().map(this::rule).toList(),
                top.maps("values").stream().map(this::valueKind).toList());
    }

    private static Bilingual bilingual(YamlMap text) {
        return Bilingual.of(text.text("zh"), text.text("en"));
    }

    private void readFields(FactKind kind) {
        Set<String> factFields = new HashSet<>();
        kind.fields().forEach(field -> factFields.add(field.name()));
        YamlMap map = top.map("fields");
        for (String name : map.keys()) {
            YamlMap field = map.map(name);
            Optional<String> fact = field.findText("fact");
            if (fact.isPresent() && !factFields.contains(fact.get())) {
                field.fault(
                        "fact",
                        "The field (%s) is none of (%s).".formatted(fact.get(), kind.name()),
                        Spelling.didYouMean(fact.get(), List.copyOf(factFields)));
            }
            fields.add(new CanonicalField(name, bilingual(field), fact.orElse(null)));
        }
    }

    private Map<Character, Character> traditional() {
        Map<Character, Character> simplified = new HashMap<>();
        top.findMap("traditional").ifPresent(map -> {
            String from = map.text("from");
            String to = map.text("to");
            if (from.length() != to.length()) {
                map.fault(
                        "to",
                        "There are %d characters for %d.".formatted(to.length(), from.length()),
                        "Maybe one was left out: each stands for the one at its place.");
            }
            for (int i = 0; i < Math.min(from.length(), to.length()); i++) {
                simplified.put(from.charAt(i), to.charAt(i));
            }
        });
        return Map.copyOf(simplified);
    }

    private Map<String, Pattern> asides() {
        Map<String, Pattern> asides = new LinkedHashMap<>();
        top.findMap("asides")
                .ifPresent(map -> map.keys().forEach(idea -> {
                    ideas.add(idea);
                    asides.put(idea, pattern(map, idea));
                }));
        return asides;
    }

    /** A word that is written out means what it stands under, whatever patterns give it too. */
    private void readWords() {
        YamlMap map = top.map("words");
        Map<String, List<String>> parts = new HashMap<>();
        top.findMap("parts").ifPresent(lists -> lists.keys().forEach(name -> parts.put(name, lists.texts(name))));
        Map<String, List<String>> built = new HashMap<>();
        for (String idea : map.keys()) {
            ideas.add(idea);
            for (String word : map.texts(idea)) {
                boolean isPattern = WordPattern.isPattern(word);
                for (String one : isPattern ? built(map, idea, word, parts) : List.of(word)) {
                    List<String> its = (isPattern ? built : words).computeIfAbsent(one, _ -> new ArrayList<>());
                    if (!its.contains(idea)) {
                        its.add(idea);
                    }
                }
            }
        }
        built.forEach(words::putIfAbsent);
    }

    private static List<String> built(YamlMap map, String idea, String pattern, Map<String, List<String>> parts) {
        try {
            return WordPattern.words(pattern, parts);
        } catch (IllegalArgumentException unknown) {
            map.fault(
                    idea,
                    "The word (%s) names a part (%s) that is not among the parts."
                            .formatted(pattern, unknown.getMessage()),
                    Spelling.didYouMean(String.valueOf(unknown.getMessage()), List.copyOf(parts.keySet())));
            return List.of();
        }
    }

    private Brackets brackets() {
        return new Brackets(ideas(top, "bracketed"), ideas(top, "bare"), ideas(top, "bracketed_beside_bare"));
    }

    private Substances substances() {
        return top.findMap("substances")
                .map(map -> new Substances(
                        new HashSet<>(map.texts("whole")),
                        new HashSet<>(map.texts("endings")),
                        map.findText("letters").orElse(""),
                        ideas(map, "told_by")))
                .orElseGet(() -> new Substances(Set.of(), Set.of(), "", Set.of()));
    }

    private MeaningRule rule(YamlMap map) {
        Optional<String> unknown = map.findText("unknown");
        if (unknown.isPresent() == map.has("field")) {
            map.fault("field", "A rule names a field, or why it is unknown.", "Maybe leave one of the two out.");
        }
        return new MeaningRule(
                unknown.isPresent() ? null : known(map, "field", map.text("field")),
                fields(map, "among"),
                ideas(map, "all"),
                ideas(map, "any"),
                ideas(map, "none"),
                fields(map, "after"),
                unknown.isPresent() ? 0 : share(map, "confidence"));
    }

    private ValueKind valueKind(YamlMap map) {
        @Nullable
        String alone =
                map.findText("alone").map(field -> known(map, "alone", field)).orElse(null);
        return new ValueKind(map.text("kind"), pattern(map, "pattern"), fields(map, "suits"), alone);
    }

    private Set<String> fields(YamlMap map, String key) {
        Set<String> named = new HashSet<>();
        map.texts(key).forEach(field -> named.add(known(map, key, field)));
        return named;
    }

    private String known(YamlMap map, String key, String field) {
        List<String> names = fields.stream().map(CanonicalField::name).toList();
        if (!names.contains(field)) {
            map.fault(key, "The field (" + field + ") is not among the fields.", Spelling.didYouMean(field, names));
        }
        return field;
    }

    private Set<String> ideas(YamlMap map, String key) {
        List<String> named = map.texts(key);
        for (String idea : named) {
            if (!ideas.contains(idea)) {
                map.fault(key, "The idea (" + idea + ") has no words.", Spelling.didYouMean(idea, List.copyOf(ideas)));
            }
        }
        return Set.copyOf(named);
    }

    private static Pattern pattern(YamlMap map, String key) {
        String text = map.text(key);
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            map.fault(
                    key,
                    "The pattern (%s) cannot be read: %s.".formatted(text, e.getDescription()),
                    "Maybe a bracket is missing.");
            return NEVER;
        }
    }

    private static double share(YamlMap map, String key) {
        BigDecimal share = map.decimal(key);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            map.fault(
                    key,
                    "The confidence (" + share.toPlainString() + ") is not above 0 and at most 1.",
                    "Maybe write it as 0.9.");
        }
        return share.doubleValue();
    }
}

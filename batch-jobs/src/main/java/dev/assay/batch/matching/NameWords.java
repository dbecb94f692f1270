package dev.assay.batch.matching;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of {@code config/matching/words.yaml}.
 *
 * @param forms finds the legal form of a company, which ends the name of the legal person
 * @param notes what is left out behind a name
 * @param branches what a branch is
 * @param industries words of trade
 * @param latinForms words without weight in a name without Chinese characters
 * @param latinIndustries words of trade in such a name
 * @param spellings another spelling of a word → the first of its group
 * @param lookAlikes pairs of characters, both ways, that the eye takes for one another
 * @param contrasts pairs of characters, both ways, that tell one business of a series from another
 */
record NameWords(
        Pattern forms,
        Set<String> notes,
        Set<String> branches,
        Set<String> industries,
        Set<String> latinForms,
        Set<String> latinIndustries,
        Map<String, String> spellings,
        Set<String> lookAlikes,
        Set<String> contrasts) {

    NameWords {
        notes = Set.copyOf(notes);
        branches = Set.copyOf(branches);
        industries = Set.copyOf(industries);
        latinForms = Set.copyOf(latinForms);
        latinIndustries = Set.copyOf(latinIndustries);
        spellings = Map.copyOf(spellings);
        lookAlikes = Set.copyOf(lookAlikes);
        contrasts = Set.copyOf(contrasts);
    }

    /**
     * Reads the words of a configuration.
     *
     * @throws FaultyConfigException with every fault of the file
     */
    static NameWords of(ConfigFiles files) {
        return parse(files.find("matching", "words")
                .orElseThrow(() -> new IllegalStateException("The packaged words of matching are missing")));
    }

    static NameWords parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        top.text("id");
        YamlMap han = top.map("han");
        YamlMap latin = top.map("latin");
        NameWords words = new NameWords(
                forms(han),
                words(han, "notes"),
                words(han, "branches"),
                words(han, "industries"),
                words(latin, "forms"),
                words(latin, "industries"),
                spellings(latin.textLists("same")),
                pairs(top.texts("look_alikes")),
                pairs(top.texts("contrasts")));
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return words;
    }

    private static Set<String> words(YamlMap map, String key) {
        Set<String> words = map.texts(key).stream().map(Writing::key).collect(Collectors.toSet());
        if (words.isEmpty()) {
            map.fault(key, "The list (" + key + ") is missing or empty.", "Maybe add it: " + key + ": […].");
        }
        return words;
    }

    /** The longest first; not behind 分, 子 and 支, which make a branch of it. */
    private static Pattern forms(YamlMap han) {
        String any = words(han, "forms").stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![分子支])(?:" + any + ")");
    }

    private static Map<String, String> spellings(List<List<String>> groups) {
        Map<String, String> spellings = new HashMap<>();
        groups.forEach(group -> group.forEach(word -> spellings.put(Writing.key(word), Writing.key(group.getFirst()))));
        return spellings;
    }

    private static Set<String> pairs(List<String> groups) {
        Set<String> pairs = new HashSet<>();
        for (String group : groups) {
            for (int i = 0; i < group.length(); i++) {
                for (int j = 0; j < group.length(); j++) {
                    pairs.add("" + group.charAt(i) + group.charAt(j));
                }
            }
        }
        return pairs;
    }

    boolean lookAlike(char one, char other) {
        return lookAlikes.contains("" + one + other);
    }

    boolean contrast(char one, char other) {
        return contrasts.contains("" + one + other);
    }

    /** Whether a character is a number, so that leaving it out changes which one is meant. */
    boolean isNumeral(char c) {
        return contrast(c, '1');
    }
}

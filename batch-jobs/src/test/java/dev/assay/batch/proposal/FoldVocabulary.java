package dev.assay.batch.proposal;

import static java.util.Objects.requireNonNull;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * The vocabulary of sampling sheets without what it may owe to some headers alone: every word, part of words and name of a substance that
 * stands in one of them and in none of the others; and, where that is asked, every word that is put together of parts too. Much of that
 * its author knew anyway, so that what is left is less than an author has who never saw them.
 */
final class FoldVocabulary {

    private static final String NEVER = "zzzzqq";

    private final ConfigFile file = ConfigFiles.packaged().list("headers").stream()
            .filter(one -> one.content().contains("headers: cn-food-sampling"))
            .findFirst()
            .orElseThrow();
    private final HeaderVocabulary whole = HeaderVocabularyParser.parse(file);

    /** Which words are taken out. */
    enum Taken {
        /** Those that are written out, and the parts of others. */
        WRITTEN,
        /** Those, and what the others are put together to. */
        ALL
    }

    /** What proposes without the words of the fold that the others do not have. */
    MappingProposer without(List<String> fold, List<String> others, Taken taken) {
        List<String> unseen = fold.stream().map(this::normalised).toList();
        List<String> seen = others.stream().map(this::normalised).toList();
        Map<String, Object> text = new Yaml().load(file.content());
        if (taken == Taken.ALL) {
            putTogether(text);
        } else {
            lists(map(text, "parts")).forEach(words -> take(words, unseen, seen));
        }
        lists(map(text, "words")).forEach(words -> take(words, unseen, seen));
        take(list(requireNonNull(map(text, "substances").get("whole"))), unseen, seen);
        return new MappingProposer(List.of(new ConfigFile(file.name(), new Yaml().dump(text))));
    }

    /** Writes out what patterns stand for; as when they are read, a word that was written out keeps its own meaning. */
    private static void putTogether(Map<String, Object> text) {
        Map<String, List<String>> parts = new HashMap<>();
        map(text, "parts").forEach((name, part) -> parts.put(String.valueOf(name), texts(list(requireNonNull(part)))));
        Set<String> written = new HashSet<>();
        lists(map(text, "words")).forEach(words -> written.addAll(texts(words)));
        lists(map(text, "words")).forEach(words -> {
            Set<Object> all = new LinkedHashSet<>();
            for (String word : texts(words)) {
                if (WordPattern.isPattern(word)) {
                    WordPattern.words(word, parts).stream()
                            .filter(one -> !written.contains(one))
                            .forEach(all::add);
                } else {
                    all.add(word);
                }
            }
            words.clear();
            words.addAll(all);
        });
    }

    private static List<String> texts(List<Object> words) {
        return words.stream().map(String::valueOf).toList();
    }

    private String normalised(String header) {
        return whole.simplified(HeaderText.normalised(header)).toLowerCase(Locale.ROOT);
    }

    private static void take(List<Object> words, List<String> unseen, List<String> seen) {
        words.removeIf(word -> stands(String.valueOf(word), unseen) && !stands(String.valueOf(word), seen));
        if (words.isEmpty()) {
            words.add(NEVER);
        }
    }

    private static boolean stands(String word, List<String> headers) {
        return headers.stream().anyMatch(header -> header.contains(word));
    }

    private static Map<?, ?> map(Map<String, Object> text, String key) {
        return (Map<?, ?>) requireNonNull(text.get(key));
    }

    private static List<List<Object>> lists(Map<?, ?> map) {
        List<List<Object>> lists = new ArrayList<>();
        map.values().forEach(list -> lists.add(list(requireNonNull(list))));
        return lists;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object list) {
        return (List<Object>) list;
    }
}

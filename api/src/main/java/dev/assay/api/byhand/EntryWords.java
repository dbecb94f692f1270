package dev.assay.api.byhand;

import dev.assay.batch.feed.CellSource;
import dev.assay.batch.feed.Conversion;
import dev.assay.batch.feed.FactRule;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.FieldRule;
import dev.assay.model.config.FaultyConfigException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The words that the feeds put into fields, so that an entry uses the same. A field into which every feed puts codes alone holds no other
 * word.
 */
@Component
public class EntryWords {

    private static final int LABELS = 3;

    private final Supplier<Map<String, Map<String, Words>>> loaded;

    EntryWords(FeedDefinitions feeds) {
        this.loaded = new Once(feeds);
    }

    /** Feeds are read when the first entry is made: a server starts faster so. */
    private static final class Once implements Supplier<Map<String, Map<String, Words>>> {

        private final FeedDefinitions feeds;
        private Map<String, Map<String, Words>> found = Map.of();

        Once(FeedDefinitions feeds) {
            this.feeds = feeds;
        }

        @Override
        public synchronized Map<String, Map<String, Words>> get() {
            if (found.isEmpty()) {
                found = load(feeds);
            }
            return found;
        }
    }

    /**
     * The words of a field.
     *
     * @param labels for each word what sources write in its place
     * @param closed whether the field holds no other word
     */
    public record Words(Map<String, Set<String>> labels, boolean closed) {

        private static final Words NONE = new Words(Map.of(), false);

        /**
         * A word as people read it.
         *
         * @param word the word
         * @return it with what sources write, such as {@code pass 符合}
         */
        public String label(String word) {
            String others = labels.getOrDefault(word, Set.of()).stream()
                    .filter(label -> !label.equals(word))
                    .limit(LABELS)
                    .collect(Collectors.joining("、"));
            return others.isEmpty() ? word : word + " " + others;
        }
    }

    /**
     * The words of a field.
     *
     * @param kind the kind of fact
     * @param field the field; of an item {@code items.result}
     * @return them; none where no feed has codes for it
     */
    public Words of(String kind, String field) {
        return loaded.get().getOrDefault(kind, Map.of()).getOrDefault(field, Words.NONE);
    }

    /**
     * The fields of a kind that hold certain words only.
     *
     * @param kind the kind of fact
     * @return their words by field
     */
    public Map<String, Set<String>> closed(String kind) {
        Map<String, Set<String>> closed = new HashMap<>();
        loaded.get().getOrDefault(kind, Map.of()).forEach((field, words) -> {
            if (words.closed()) {
                closed.put(field, words.labels().keySet());
            }
        });
        return closed;
    }

    private static Map<String, Map<String, Words>> load(FeedDefinitions feeds) {
        Map<String, Map<String, Words>> all = new HashMap<>();
        for (String id : feeds.ids()) {
            try {
                for (FactRule fact : feeds.get(id).facts()) {
                    Map<String, Words> fields = all.computeIfAbsent(fact.kind().name(), _ -> new HashMap<>());
                    fact.fields().forEach(rule -> add(fields, "", rule));
                }
            } catch (FaultyConfigException faulty) {
                // Whoever takes its files in is told; its words are not known.
            }
        }
        return all;
    }

    private static void add(Map<String, Words> fields, String owner, FieldRule rule) {
        String name = owner + rule.field();
        switch (rule.conversion()) {
            case Conversion.AsCode code -> codes(fields, name, code);
            case Conversion.AsTexts texts ->
                texts.code().ifPresentOrElse(code -> codes(fields, name, code), () -> open(fields, name));
            case Conversion.AsRowItems items -> items.fields().forEach(item -> add(fields, name + ".", item));
            case Conversion.AsItems items -> items.fields().forEach(item -> open(fields, name + "." + item));
            case Conversion.AsColumnItems items -> {
                open(fields, name + "." + items.name());
                items.cells().forEach(item -> add(fields, name + ".", item));
            }
            case Conversion.AsText _,
                    Conversion.AsDecimal _,
                    Conversion.AsDay _,
                    Conversion.AsFlag _,
                    Conversion.AsPersonId _ -> {
                Words words = open(fields, name);
                if (rule.source() instanceof CellSource.Constant(String text)) {
                    words.labels().computeIfAbsent(text, _ -> new TreeSet<>());
                }
            }
        }
    }

    private static void codes(Map<String, Words> fields, String name, Conversion.AsCode code) {
        Map<String, Set<String>> labels = fields.computeIfAbsent(name, _ -> new Words(new TreeMap<>(), true))
                .labels();
        code.codes()
                .forEach((label, word) ->
                        labels.computeIfAbsent(word, _ -> new TreeSet<>()).add(label));
        List<Map.Entry<String, String>> prefixes = code.prefixes();
        prefixes.forEach(prefix -> labels.computeIfAbsent(prefix.getValue(), _ -> new TreeSet<>()));
        code.otherwise().ifPresent(word -> labels.computeIfAbsent(word, _ -> new TreeSet<>()));
    }

    private static Words open(Map<String, Words> fields, String name) {
        Words before = fields.get(name);
        Words words = new Words(before == null ? new TreeMap<>() : before.labels(), false);
        fields.put(name, words);
        return words;
    }
}

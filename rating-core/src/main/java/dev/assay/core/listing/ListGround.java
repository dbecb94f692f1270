package dev.assay.core.listing;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that proposes a business for a list.
 *
 * @param id its id, never used again for another
 * @param title its name
 * @param kind the kind of fact that opens a case
 * @param words groups of words: of each group at least one must stand in the texts named by {@code wordFields}; empty for any text
 * @param wordFields the fields in which the words are looked for
 * @param anyOf values by field: of each field at least one must be there
 * @param noneOf values by field: of each field none may be there
 * @param atLeast how many such facts must have happened, that which opens the case among them
 * @param withinDays within how many days up to it; 0 where one fact is enough
 * @param byItself whether it opens a case without a heavier penalty, on a list that asks for one
 * @param unless what must not be in the file
 * @param term how long the entry stays; null for the list's own term
 * @param basis its ground
 */
public record ListGround(
        String id,
        Bilingual title,
        String kind,
        List<List<String>> words,
        List<String> wordFields,
        Map<String, List<String>> anyOf,
        Map<String, List<String>> noneOf,
        int atLeast,
        int withinDays,
        boolean byItself,
        List<Bar> unless,
        @Nullable EntryTerm term,
        Basis basis) {

    /** Copies the lists. */
    public ListGround {
        words = words.stream().map(List::copyOf).toList();
        wordFields = List.copyOf(wordFields);
        anyOf = Map.copyOf(anyOf);
        noneOf = Map.copyOf(noneOf);
        unless = List.copyOf(unless);
    }

    /**
     * What must not be in the file.
     *
     * @param kind the kind of fact
     * @param withinMonths within how many months up to the day of what opens the case
     */
    public record Bar(String kind, int withinMonths) {}

    /**
     * Whether a fact is one that this ground is about.
     *
     * @param fact a fact
     * @return true if its kind, words and values fit
     */
    public boolean fits(Fact fact) {
        Values values = fact.values();
        return fact.kind().equals(kind)
                && hasWords(words, values, wordFields)
                && anyOf.entrySet().stream()
                        .allMatch(
                                field -> texts(values, field.getKey()).stream().anyMatch(field.getValue()::contains))
                && noneOf.entrySet().stream()
                        .allMatch(
                                field -> texts(values, field.getKey()).stream().noneMatch(field.getValue()::contains));
    }

    static boolean hasWords(List<List<String>> words, Values values, List<String> fields) {
        if (words.isEmpty()) {
            return true;
        }
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(values.findText(field).orElse("")).append('\n'));
        String all = text.toString();
        return words.stream().allMatch(group -> group.stream().anyMatch(all::contains));
    }

    private static List<String> texts(Values values, String field) {
        return values.findText(field).map(List::of).orElseGet(() -> values.getTexts(field));
    }

    /** The facts that the ground rests on when one opens a case; empty if they are too few. Sealed penalties do not count. */
    Optional<List<Fact>> evidence(Fact trigger, CreditFile file) {
        if (atLeast <= 1) {
            return Optional.of(List.of(trigger));
        }
        LocalDate after = trigger.occurredOn().minusDays(withinDays);
        SealedArchive sealed = SealedArchive.of(file.facts());
        List<Fact> within = file.facts().stream()
                .filter(this::fits)
                .filter(fact -> !sealed.contains(fact))
                .filter(fact -> fact.occurredOn().isAfter(after) && CreditFile.ORDER.compare(fact, trigger) <= 0)
                .toList();
        return within.size() < atLeast ? Optional.empty() : Optional.of(within);
    }

    boolean isBarredBy(CreditFile whole, Fact trigger) {
        SealedArchive sealed = SealedArchive.of(whole.facts());
        return unless.stream()
                .anyMatch(bar -> whole.factsOf(bar.kind())
                        .filter(fact -> !sealed.contains(fact))
                        .anyMatch(fact ->
                                fact.occurredOn().isAfter(trigger.occurredOn().minusMonths(bar.withinMonths()))));
    }
}

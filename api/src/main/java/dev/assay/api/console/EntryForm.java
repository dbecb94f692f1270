package dev.assay.api.console;

import dev.assay.api.byhand.EntryWords;
import dev.assay.api.byhand.EntryWords.Words;
import dev.assay.core.entry.EntryFault;
import dev.assay.core.entry.EntryNeeds;
import dev.assay.core.entry.EntryReader;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a fact is entered or corrected: a box for each field of its kind.
 *
 * @param kind the kind's name
 * @param title its title
 * @param boxes the fields, those of numbers of identity documents left out
 * @param leavesOut whether some are left out for that
 */
public record EntryForm(String kind, String title, List<Box> boxes, boolean leavesOut) {

    /** Copies the list. */
    public EntryForm {
        boxes = List.copyOf(boxes);
    }

    /**
     * A field.
     *
     * @param name the name of its input
     * @param title its title
     * @param type what it holds: text, decimal, day, flag, measure, texts or items
     * @param unit the unit of a decimal; empty where it has none
     * @param value what stands in it
     * @param choices the words that it may hold; empty where it holds any text
     * @param closed whether it holds no other
     * @param needed whether it must be filled
     * @param error what is wrong with it; null where nothing is
     * @param rows the items, where it holds items
     */
    public record Box(
            String name,
            String title,
            String type,
            String unit,
            String value,
            List<Choice> choices,
            boolean closed,
            boolean needed,
            @Nullable String error,
            List<List<Box>> rows) {

        /** Copies the lists. */
        public Box {
            choices = List.copyOf(choices);
            rows = List.copyOf(rows);
        }

        /**
         * The words that it may hold, and what it holds.
         *
         * @return true if what stands in it is none of the words
         */
        public boolean hasOther() {
            return !value.isEmpty()
                    && choices.stream().noneMatch(choice -> choice.word().equals(value));
        }
    }

    /**
     * A word that a field may hold.
     *
     * @param word the word
     * @param label it as people read it
     */
    public record Choice(String word, String label) {}

    /** What a form is made with. */
    private record Making(FactKind kind, EntryWords words, List<EntryFault> faults, String language, int rows) {

        Box box(String path, String owner, Field field, @Nullable Object value, boolean needed) {
            Words known = words.of(kind.name(), owner + field.name());
            String name = path + field.name();
            return new Box(
                    name,
                    field.title().in(language),
                    field.type().name().toLowerCase(Locale.ROOT),
                    field.unit().equals("yuan") && language.equals("zh") ? "元" : field.unit(),
                    text(value),
                    known.labels().keySet().stream()
                            .map(word -> new Choice(word, known.label(word)))
                            .toList(),
                    known.closed(),
                    needed,
                    error(name, field),
                    field.type() == FieldType.ITEMS ? items(name, field, value) : List.of());
        }

        private List<List<Box>> items(String name, Field field, @Nullable Object value) {
            List<?> items = value instanceof List<?> list ? list : List.of();
            List<String> needed = EntryNeeds.ofItems(kind.name(), field.name());
            return IntStream.range(0, Math.max(rows, items.size() + 1))
                    .mapToObj(row -> field.items().stream()
                            .map(part -> box(
                                    name + "[" + row + "].",
                                    field.name() + ".",
                                    part,
                                    row < items.size() && items.get(row) instanceof Map<?, ?> item
                                            ? item.get(part.name())
                                            : null,
                                    needed.contains(part.name())))
                            .toList())
                    .toList();
        }

        private @Nullable String error(String name, Field field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(name)
                            || (field.type() == FieldType.TEXTS && fault.field().startsWith(name + "[")))
                    .findFirst()
                    .map(fault -> fault.reason().in(language))
                    .orElse(null);
        }

        private static String text(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case List<?> texts ->
                    String.join("\n", texts.stream().map(String::valueOf).toList());
                default -> value.toString();
            };
        }
    }

    /**
     * Makes a form.
     *
     * @param kind the kind
     * @param written what stands in its fields, by name: texts, lists of texts, lists of items by name
     * @param faults what is wrong with that
     * @param words the words of its fields
     * @param language {@code zh} or {@code en}
     * @param rows the fewest rows to show for items
     * @return the form
     */
    static EntryForm of(
            FactKind kind,
            Map<String, ?> written,
            List<EntryFault> faults,
            EntryWords words,
            String language,
            int rows) {
        Making making = new Making(kind, words, faults, language, rows);
        List<String> needed = EntryNeeds.of(kind.name()).stream()
                .filter(one -> one.size() == 1)
                .map(List::getFirst)
                .toList();
        return new EntryForm(
                kind.name(),
                kind.title().in(language),
                kind.fields().stream()
                        .filter(EntryReader::isEntered)
                        .map(field -> making.box(
                                EntryReader.FIELDS,
                                "",
                                field,
                                written.get(field.name()),
                                needed.contains(field.name())))
                        .toList(),
                kind.fields().stream().anyMatch(field -> !EntryReader.isEntered(field)));
    }
}

package dev.assay.api.console;

import dev.assay.api.business.FieldText;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fact on the timeline.
 *
 * @param fact the fact
 * @param title the name of its kind
 * @param summary its first fields, on one line
 * @param lines every field with its name
 * @param tables its lists of items
 */
public record FactEntry(Fact fact, String title, String summary, List<Line> lines, List<ItemTable> tables) {

    private static final int SUMMARY_FIELDS = 4;

    /** Copies the lists. */
    public FactEntry {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    /**
     * A field.
     *
     * @param title its name
     * @param value its value, in words
     */
    public record Line(String title, String value) {}

    /**
     * A list of items.
     *
     * @param title its name
     * @param headers the names of the items' fields
     * @param rows the items
     */
    public record ItemTable(String title, List<String> headers, List<List<String>> rows) {}

    /**
     * The entry of a fact.
     *
     * @param fact the fact
     * @param language {@code zh} or {@code en}
     * @param vocabulary the kinds of fact that there are
     * @return the entry
     */
    public static FactEntry of(Fact fact, String language, Vocabulary vocabulary) {
        List<Line> lines = new ArrayList<>();
        List<ItemTable> tables = new ArrayList<>();
        read(fact.kind(), fact.values(), language, vocabulary, lines, tables);
        return new FactEntry(fact, title(fact.kind(), language, vocabulary), summary(lines, tables), lines, tables);
    }

    /** The first fields of values of a kind, on one line. */
    static String summary(String kind, Values values, String language, Vocabulary vocabulary) {
        List<Line> lines = new ArrayList<>();
        List<ItemTable> tables = new ArrayList<>();
        read(kind, values, language, vocabulary, lines, tables);
        return summary(lines, tables);
    }

    private static void read(
            String kind,
            Values values,
            String language,
            Vocabulary vocabulary,
            List<Line> lines,
            List<ItemTable> tables) {
        for (Field field : vocabulary.fieldsOf(kind, values)) {
            switch (field.type()) {
                case TEXT, DECIMAL, DAY, FLAG, MEASURE, PERSON_ID, TEXTS -> {
                    if (values.fields().containsKey(field.name())) {
                        lines.add(new Line(
                                field.title().in(language),
                                FieldText.of(values.fields().get(field.name()), field, language)));
                    }
                }
                case ITEMS -> {
                    if (!values.getItems(field.name()).isEmpty()) {
                        tables.add(table(values, field, language));
                    }
                }
            }
        }
    }

    /**
     * The name of a kind of fact.
     *
     * @param kind the kind
     * @param language {@code zh} or {@code en}
     * @param vocabulary the kinds of fact that there are
     * @return its name, or the kind itself where it has none
     */
    static String title(String kind, String language, Vocabulary vocabulary) {
        return vocabulary
                .findByName(kind)
                .map(known -> known.title().in(language))
                .orElse(kind);
    }

    private static String summary(List<Line> lines, List<ItemTable> tables) {
        String fields = lines.stream().limit(SUMMARY_FIELDS).map(Line::value).collect(Collectors.joining(" · "));
        String items = tables.stream()
                .map(table -> table.title() + " " + table.rows().size())
                .collect(Collectors.joining(" · "));
        return fields.isEmpty() || items.isEmpty() ? fields + items : fields + " · " + items;
    }

    private static ItemTable table(Values values, Field field, String language) {
        return new ItemTable(
                field.title().in(language),
                field.items().stream().map(item -> item.title().in(language)).toList(),
                values.getItems(field.name()).stream()
                        .map(row -> field.items().stream()
                                .map(item -> FieldText.of(row.fields().get(item.name()), item, language))
                                .toList())
                        .toList());
    }
}

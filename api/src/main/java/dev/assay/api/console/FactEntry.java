package dev.assay.api.console;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import java.math.BigDecimal;
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
        List<Field> fields =
                vocabulary.findByName(fact.kind()).map(FactKind::fields).orElse(List.of());
        for (Field field : fields) {
            switch (field.type()) {
                case TEXT, DECIMAL, DAY, FLAG, MEASURE, TEXTS -> {
                    if (fact.values().fields().containsKey(field.name())) {
                        lines.add(new Line(field.title().in(language), value(fact.values(), field, language)));
                    }
                }
                case ITEMS -> {
                    if (!fact.values().getItems(field.name()).isEmpty()) {
                        tables.add(table(fact.values(), field, language));
                    }
                }
            }
        }
        return new FactEntry(fact, title(fact.kind(), language, vocabulary), summary(lines, tables), lines, tables);
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
                                .map(item -> value(row, item, language))
                                .toList())
                        .toList());
    }

    private static String value(Values values, Field field, String language) {
        return switch (values.fields().get(field.name())) {
            case null -> "–";
            case BigDecimal decimal -> (new Print().decimal(decimal) + " " + unit(field, language)).strip();
            case Boolean flag -> flag ? (language.equals("zh") ? "是" : "yes") : (language.equals("zh") ? "否" : "no");
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("、"));
            case Object text -> text.toString();
        };
    }

    private static String unit(Field field, String language) {
        return switch (field.unit()) {
            case "yuan" -> language.equals("zh") ? "元" : "yuan";
            case "m2" -> "m²";
            default -> field.unit();
        };
    }
}

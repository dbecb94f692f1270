package dev.assay.batch.feed;

import dev.assay.core.fact.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the text of a field becomes its value. Texts that are empty or a null mark never get here: their field is absent. */
public sealed interface Conversion {

    /** The text as it is. */
    record AsText() implements Conversion {}

    /**
     * An exact decimal.
     *
     * @param form how it may be written
     */
    record AsDecimal(DecimalForm form) implements Conversion {}

    /**
     * A day.
     *
     * @param days how it may be written
     */
    record AsDay(DayPatterns days) implements Conversion {}

    /**
     * Yes or no.
     *
     * @param yes the words that mean yes
     * @param no the words that mean no
     */
    record AsFlag(Set<String> yes, Set<String> no) implements Conversion {

        /** Copies the words. */
        public AsFlag {
            yes = Set.copyOf(yes);
            no = Set.copyOf(no);
        }
    }

    /**
     * A code out of a table.
     *
     * @param codes the feed's codes and ours
     * @param prefixes beginnings of the feed's codes and ours; asked after {@code codes}, the longest first
     * @param otherwise ours for all others; empty where another code refuses the row
     */
    record AsCode(Map<String, String> codes, List<Map.Entry<String, String>> prefixes, Optional<String> otherwise)
            implements Conversion {

        /** Copies the tables. */
        public AsCode {
            codes = Map.copyOf(codes);
            prefixes = List.copyOf(prefixes);
        }

        /**
         * Our code for one of the feed's.
         *
         * @param text the feed's
         * @return ours, or empty if there is none
         */
        Optional<String> find(String text) {
            String code = codes.get(text);
            if (code != null) {
                return Optional.of(code);
            }
            return prefixes.stream()
                    .filter(prefix -> text.startsWith(prefix.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .or(() -> otherwise);
        }
    }

    /**
     * Several texts in one cell.
     *
     * @param separators what stands between them
     * @param code the table that each of them is read by; empty where each stays as it is
     */
    record AsTexts(Pattern separators, Optional<AsCode> code) implements Conversion {}

    /**
     * Several items in one cell, each with several parts.
     *
     * @param items what stands between items
     * @param parts what stands between the parts of an item
     * @param fields the parts' fields, in order; a part more than these is joined to the last
     */
    record AsItems(Pattern items, Pattern parts, List<String> fields) implements Conversion {

        /** Copies the names. */
        public AsItems {
            fields = List.copyOf(fields);
        }
    }

    /** The number of a person's identity document, to be encrypted before it is stored. */
    record AsPersonId() implements Conversion {}

    /**
     * One item for each row of the record.
     *
     * @param fields the item's fields
     * @param when columns of which at least one must be filled for a row to be an item; empty where each is
     */
    record AsRowItems(List<FieldRule> fields, List<Integer> when) implements Conversion {

        /** Copies the lists. */
        public AsRowItems {
            fields = List.copyOf(fields);
            when = List.copyOf(when);
        }
    }

    /**
     * One item for each of several columns that has a value, as in a table with a column for each item of a checklist.
     *
     * @param names the columns' headers
     * @param name the item's field that holds the header
     * @param cells how the item's other field is filled, for each column
     */
    record AsColumnItems(List<String> names, String name, List<FieldRule> cells) implements Conversion {

        /** Copies the lists. */
        public AsColumnItems {
            names = List.copyOf(names);
            cells = List.copyOf(cells);
        }
    }

    /**
     * Whether a value of this kind may stand in a field of a type.
     *
     * @param type the field's type
     * @return true if it may
     */
    default boolean fits(FieldType type) {
        return switch (this) {
            case AsText _ -> type == FieldType.TEXT || type == FieldType.MEASURE;
            case AsPersonId _ -> type == FieldType.PERSON_ID;
            case AsCode _ -> type == FieldType.TEXT;
            case AsDecimal _ -> type == FieldType.DECIMAL;
            case AsDay _ -> type == FieldType.DAY;
            case AsFlag _ -> type == FieldType.FLAG;
            case AsTexts _ -> type == FieldType.TEXTS;
            case AsItems _, AsRowItems _, AsColumnItems _ -> type == FieldType.ITEMS;
        };
    }
}

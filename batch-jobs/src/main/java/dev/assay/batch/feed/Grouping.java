package dev.assay.batch.feed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which consecutive rows of a file are one record. Columns are places in {@link FeedDefinition#columns()}. */
public sealed interface Grouping {

    /**
     * The number of a row's record: rows of one record have the same, or the empty one of a {@link Continued} row.
     *
     * @param row the row's cells in the order of the feed's columns
     * @return the number; empty if the row continues the record above
     */
    String number(List<String> row);

    /**
     * Whether a row belongs to the record that another began.
     *
     * @param first the number of the record's first row
     * @param number the number of the row
     * @return true if it does
     */
    boolean joins(String first, String number);

    /**
     * Whether a number stands for one record in the whole file, so that rows of it that stand apart are a fault.
     *
     * @return true if it does
     */
    boolean isNumbered();

    /**
     * Those with the same value in a column.
     *
     * @param column the column
     */
    record SameValue(int column) implements Grouping {
        @Override
        public String number(List<String> row) {
            return row.get(column).strip();
        }

        @Override
        public boolean joins(String first, String number) {
            return number.equals(first);
        }

        @Override
        public boolean isNumbered() {
            return true;
        }
    }

    /**
     * A row and those that continue it: they leave empty what names the record, and tell only more of it.
     *
     * @param empty the columns that name the record; all of them are empty in a row that continues
     * @param filled the columns of which one is filled in a row that continues
     * @param nullMarks cells that count as empty
     */
    record Continued(List<Integer> empty, List<Integer> filled, Set<String> nullMarks) implements Grouping {

        /** Copies the collections. */
        public Continued {
            empty = List.copyOf(empty);
            filled = List.copyOf(filled);
            nullMarks = Set.copyOf(nullMarks);
        }

        @Override
        public String number(List<String> row) {
            boolean continues = empty.stream().allMatch(column -> isEmpty(row, column))
                    && !filled.stream().allMatch(column -> isEmpty(row, column));
            return continues
                    ? ""
                    : empty.stream().map(column -> row.get(column).strip()).collect(Collectors.joining("\n", "\n", ""));
        }

        /** A row with a name of its own is a record of its own, even if its name is that of the row above. */
        @Override
        public boolean joins(String first, String number) {
            return number.isEmpty();
        }

        @Override
        public boolean isNumbered() {
            return false;
        }

        private boolean isEmpty(List<String> row, int column) {
            String cell = row.get(column).strip();
            return cell.isEmpty() || nullMarks.contains(cell);
        }
    }
}

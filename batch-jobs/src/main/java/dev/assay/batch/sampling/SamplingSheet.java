package dev.assay.batch.sampling;

import dev.assay.batch.reading.CsvTable;
import dev.assay.batch.reading.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the regulator knows of each category of food: CSV, UTF-8, with the columns {@link #COLUMNS}. */
public final class SamplingSheet {

    /** The columns, all of which must be there. */
    public static final List<String> COLUMNS = List.of("category", "producers", "tested");

    private static final int LONGEST_NUMBER = 9;

    private SamplingSheet() {}

    /**
     * A category.
     *
     * @param category its name, as results of samples name it
     * @param producers producers of it in the area
     * @param tested samples tested in the years that count; null where those that the credit files hold are to be counted
     */
    public record Row(
            String category, long producers, @Nullable Long tested) {}

    /**
     * Reads a sheet.
     *
     * @param path the file
     * @return its rows, in their order
     * @throws IllegalArgumentException with every fault, its line and what to do
     */
    public static List<Row> read(Path path) {
        List<Row> rows = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        try (CsvTable table = CsvTable.open(SourceFile.inspect(path))) {
            List<String> header = table.header();
            if (!header.containsAll(COLUMNS)) {
                faults.add("A column is missing.%n  Maybe begin with: %s".formatted(String.join(",", COLUMNS)));
            } else {
                for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
                    read(header, row, known, rows, faults);
                }
            }
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add("The sheet has no row.%n  Maybe it lost them on its way.".formatted());
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("The sheet of categories (%s) cannot be used:%n%s"
                    .formatted(path, String.join(System.lineSeparator(), faults)));
        }
        return rows;
    }

    private static void read(
            List<String> header, CsvTable.Row row, Set<String> known, List<Row> rows, List<String> faults) {
        if (row.refusal().isPresent()) {
            faults.add("Line %d: The row is refused (%s).%n  Maybe quote its cells anew."
                    .formatted(row.line(), row.refusal().get().name()));
            return;
        }
        String category = row.cells().get(header.indexOf("category")).strip();
        String producers = row.cells().get(header.indexOf("producers")).strip();
        String tested = row.cells().get(header.indexOf("tested")).strip();
        String number = "\\d{1," + LONGEST_NUMBER + "}";
        if (category.isEmpty() || !known.add(category)) {
            faults.add("Line %d: The category (%s) is blank or stands twice.%n  Maybe leave one out."
                    .formatted(row.line(), category));
        } else if (!producers.matches(number) || !tested.matches(number + "|") || Long.parseLong(producers) < 1) {
            faults.add(
                    "Line %d: producers (%s) or tested (%s) is no whole number, or nobody produces it.%n  Maybe write digits alone; leave tested empty to have it counted, and the category out where there is nobody."
                            .formatted(row.line(), producers, tested));
        } else {
            rows.add(new Row(category, Long.parseLong(producers), tested.isEmpty() ? null : Long.valueOf(tested)));
        }
    }
}

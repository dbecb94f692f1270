package dev.assay.batch.inspector;

import dev.assay.batch.reading.CsvTable;
import dev.assay.batch.reading.SourceFile;
import dev.assay.core.business.Sector;
import dev.assay.core.identity.Identity;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.inspector.Inspector.Leave;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list of inspectors as a sheet: CSV, UTF-8, with the columns {@link #COLUMNS}. Several values of a cell stand with semicolons between. */
public final class InspectorSheet {

    /** The columns; the first four must be there. */
    public static final List<String> COLUMNS =
            List.of("number", "name", "department", "division", "sectors", "skills", "leave", "conflicts");

    private static final int REQUIRED = 4;

    private final List<Inspector> inspectors = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    private InspectorSheet() {}

    /**
     * What a sheet holds.
     *
     * @param inspectors the inspectors of its good rows
     * @param faults what is wrong, with the line and what to do; empty if the sheet can be taken in
     */
    public record Read(List<Inspector> inspectors, List<String> faults) {

        /** Copies the lists. */
        public Read {
            inspectors = List.copyOf(inspectors);
            faults = List.copyOf(faults);
        }
    }

    /**
     * Reads a sheet.
     *
     * @param path the file
     * @return inspectors and faults
     * @throws dev.assay.batch.reading.FileRefusedException if it cannot be read at all
     */
    public static Read read(Path path) {
        InspectorSheet sheet = new InspectorSheet();
        try (CsvTable table = CsvTable.open(SourceFile.inspect(path))) {
            List<String> header = table.header();
            COLUMNS.subList(0, REQUIRED).stream()
                    .filter(column -> !header.contains(column))
                    .forEach(column -> sheet.faults.add("The column (%s) is missing.%n  Maybe begin with: %s"
                            .formatted(column, String.join(",", COLUMNS))));
            header.stream()
                    .filter(column -> !COLUMNS.contains(column))
                    .forEach(column -> sheet.faults.add("The column (%s) is not known.%n  Maybe it is one of: %s"
                            .formatted(column, String.join(", ", COLUMNS))));
            if (sheet.faults.isEmpty()) {
                for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
                    sheet.take(header, row);
                }
                if (sheet.inspectors.isEmpty() && sheet.faults.isEmpty()) {
                    sheet.faults.add("The sheet has no row.%n  Maybe it lost them on its way.".formatted());
                }
            }
        }
        return new Read(sheet.inspectors, sheet.faults);
    }

    private void take(List<String> header, CsvTable.Row row) {
        try {
            if (row.refusal().isPresent()) {
                throw new IllegalArgumentException("The row is refused (%s).%nMaybe quote its cells anew."
                        .formatted(row.refusal().get().name()));
            }
            Inspector inspector = inspector(header, row.cells());
            if (!numbers.add(inspector.number())) {
                throw new IllegalArgumentException(
                        "The inspector (%s) stands twice.%nMaybe leave one out.".formatted(inspector.number()));
            }
            inspectors.add(inspector);
        } catch (IllegalArgumentException wrong) {
            faults.add("Line %d: %s".formatted(row.line(), wrong.getMessage()));
        }
    }

    private static Inspector inspector(List<String> header, List<String> cells) {
        Set<String> sectors = words(cell(header, cells, "sectors"));
        for (String sector : sectors) {
            if (Sector.findByCode(sector).isEmpty()) {
                throw new IllegalArgumentException("The sector (%s) is not known.%nMaybe write one of: %s."
                        .formatted(
                                sector,
                                String.join(
                                        ", ",
                                        Arrays.stream(Sector.values())
                                                .map(Sector::code)
                                                .toList())));
            }
        }
        Set<String> conflicts = words(cell(header, cells, "conflicts"));
        conflicts.forEach(Identity::parse);
        return new Inspector(
                cell(header, cells, "number"),
                cell(header, cells, "name"),
                cell(header, cells, "department"),
                area(cell(header, cells, "division")),
                sectors,
                words(cell(header, cells, "skills")),
                words(cell(header, cells, "leave")).stream()
                        .sorted()
                        .map(InspectorSheet::leave)
                        .toList(),
                conflicts);
    }

    private static String cell(List<String> header, List<String> cells, String column) {
        int place = header.indexOf(column);
        return place < 0 ? "" : cells.get(place).strip();
    }

    private static Set<String> words(String cell) {
        Set<String> words = new HashSet<>();
        for (String word : cell.split(";", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    private static Leave leave(String text) {
        String[] days = text.split("/", -1);
        try {
            LocalDate from = LocalDate.parse(days[0]);
            return new Leave(from, days.length > 1 ? LocalDate.parse(days[1]) : from);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The leave (%s) cannot be read.%nMaybe write 2026-07-01/2026-07-10.".formatted(text), e);
        }
    }

    /** The code of a prefecture or province ends in noughts (GB/T 2260), and those of what lies in it begin with what stands before these. */
    private static String area(String division) {
        String area = division;
        while (area.length() > 2 && area.length() % 2 == 0 && area.endsWith("00")) {
            area = area.substring(0, area.length() - 2);
        }
        return area;
    }
}

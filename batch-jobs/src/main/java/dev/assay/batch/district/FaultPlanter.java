package dev.assay.batch.district;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks one cell of a row now and then.
 *
 * @param header the columns of the feed
 * @param codeColumn the column of the unified social credit code
 * @param dateColumn a required date
 * @param listColumn a column with a closed list of values
 * @param unknownValue a value that is not in that list
 * @param requiredColumn a required column
 */
record FaultPlanter(
        List<String> header,
        String codeColumn,
        String dateColumn,
        String listColumn,
        String unknownValue,
        String requiredColumn) {

    /** Rows, or groups of rows, that carry a fault, per mille. */
    static final int SHARE = 2;

    private static final List<PlantedFault> KINDS = List.of(
            PlantedFault.WRONG_CHECK_CHARACTER,
            PlantedFault.IMPOSSIBLE_DATE,
            PlantedFault.UNKNOWN_CODE,
            PlantedFault.MISSING_FIELD);

    PlantedFault anyKind(Chance chance) {
        return chance.pick(KINDS);
    }

    /** A copy of a good row with one broken cell. */
    String[] broken(String[] row, PlantedFault fault) {
        String[] copy = row.clone();
        switch (fault) {
            case WRONG_CHECK_CHARACTER -> {
                String code = row[header.indexOf(codeColumn)];
                char wrong = code.endsWith("0") ? '1' : '0';
                copy[header.indexOf(codeColumn)] = code.substring(0, code.length() - 1) + wrong;
            }
            case IMPOSSIBLE_DATE -> {
                int column = header.indexOf(dateColumn);
                copy[column] = row[column].substring(0, 4) + "-02-30";
            }
            case UNKNOWN_CODE -> copy[header.indexOf(listColumn)] = unknownValue;
            case MISSING_FIELD -> copy[header.indexOf(requiredColumn)] = "";
            case UNKNOWN_BUSINESS ->
                throw new IllegalArgumentException("An unknown business (%s) is no broken cell.".formatted(fault));
        }
        return copy;
    }

    /** Writes a row; now and then a broken copy first, as a clerk enters a row wrongly and then again. */
    void write(CsvSheet sheet, Chance chance, String... row) throws IOException {
        write(sheet, now(chance), row);
    }

    /** Writes a row, after a broken copy where there is to be a fault. */
    void write(CsvSheet sheet, @Nullable PlantedFault fault, String... row) throws IOException {
        if (fault != null) {
            sheet.writeFaulty(fault, broken(row, fault));
        }
        sheet.write(row);
    }

    /** The fault of the next row, or null for none. */
    @Nullable
    PlantedFault now(Chance chance) {
        return chance.perMille(SHARE) ? anyKind(chance) : null;
    }
}

package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The points of codes, such as those of food categories.
 *
 * @param rows the row of each code
 * @param byPrefix whether a code without a row takes that of the longest code with which it begins: 0104 that of 01
 */
public record CodeTable(Map<String, Row> rows, boolean byPrefix) {

    /** Copies the map. */
    public CodeTable {
        rows = Map.copyOf(rows);
    }

    /**
     * A code's row.
     *
     * @param code the code
     * @param title what it stands for
     * @param points its points
     * @param basis its legal ground
     */
    public record Row(String code, Bilingual title, BigDecimal points, Basis basis) {}

    /**
     * The row of a code.
     *
     * @param code the code
     * @return its row, or empty if it has none
     */
    public Optional<Row> find(String code) {
        for (int length = code.length(); length > 0; length--) {
            Row row = rows.get(code.substring(0, length));
            if (row != null || !byPrefix) {
                return Optional.ofNullable(row);
            }
        }
        return Optional.empty();
    }
}

package dev.assay.model.grading;

import dev.assay.core.grading.Basis;
import dev.assay.core.grading.CodeTable;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table in a file of its own: codes with what they stand for, and columns of points or words.
 *
 * @param id its id
 * @param byPrefix whether a code without a row takes that of the longest code with which it begins
 * @param columns the names of its columns
 * @param rows its rows by code
 */
record PointsTable(String id, boolean byPrefix, Set<String> columns, Map<String, Row> rows) {

    /** A row: what the code stands for, its cells by column as they are written, its ground, and where it stands. */
    record Row(Bilingual title, Map<String, String> cells, Basis basis, YamlMap place) {}

    static PointsTable parse(YamlMap top, Names names) {
        Names bases = names.with(top.map("basis"));
        String id = top.text("id");
        names.bilingual(top, "title");
        boolean byPrefix = top.has("match")
                && top.oneOf("match", List.of("exact", "prefix")).equals("prefix");
        Set<String> columns = new TreeSet<>(top.texts("columns"));
        YamlMap rows = top.map("rows");
        Map<String, Row> read = new LinkedHashMap<>();
        for (String code : rows.keys()) {
            YamlMap row = rows.map(code);
            Map<String, String> cells = new HashMap<>();
            for (String column : columns) {
                cells.put(column, row.text(column));
            }
            read.put(code, new Row(names.bilingual(row, "title"), cells, bases.basis(row, "basis"), row));
        }
        if (read.isEmpty()) {
            top.fault("rows", "The table has no rows.", "Maybe add some: CODE: {title: …, points: …, basis: …}.");
        }
        top.refuseUnreadKeys();
        return new PointsTable(id, byPrefix, columns, read);
    }

    /** The rows with a column of points. */
    CodeTable points(YamlMap map, String key) {
        String column = column(map, key);
        Map<String, CodeTable.Row> points = new HashMap<>();
        rows.forEach((code, row) -> points.put(
                code,
                new CodeTable.Row(
                        code,
                        row.title(),
                        columns.contains(column) ? row.place().decimal(column) : BigDecimal.ZERO,
                        row.basis())));
        return new CodeTable(points, byPrefix);
    }

    /** The codes whose cell in a column is one of some words. */
    Set<String> codes(YamlMap map, String key, List<String> words) {
        String column = column(map, key);
        Set<String> codes = new TreeSet<>();
        Set<String> met = new TreeSet<>();
        rows.forEach((code, row) -> {
            String cell = row.cells().getOrDefault(column, "");
            met.add(cell);
            if (words.contains(cell)) {
                codes.add(code);
            }
        });
        for (String word : words) {
            if (columns.contains(column) && !met.contains(word)) {
                map.fault(
                        key,
                        "No row of the table (%s) has (%s) in its column (%s).".formatted(id, word, column),
                        Spelling.didYouMean(word, List.copyOf(met)));
            }
        }
        return codes;
    }

    /** All rows without points, for asking which row a code has. */
    CodeTable codes() {
        Map<String, CodeTable.Row> all = new HashMap<>();
        rows.forEach((code, row) -> all.put(code, new CodeTable.Row(code, row.title(), BigDecimal.ZERO, row.basis())));
        return new CodeTable(all, byPrefix);
    }

    private String column(YamlMap map, String key) {
        String column = map.text(key);
        if (!columns.contains(column) && !column.equals("?")) {
            map.fault(
                    key,
                    "The table (%s) has no column (%s).".formatted(id, column),
                    Spelling.didYouMean(column, List.copyOf(columns)));
        }
        return column;
    }
}

package dev.assay.batch.feed;

import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.List;

/** The columns of a feed file while it is parsed: turns their names into places. */
final class ColumnReferences {

    private final List<Column> columns;

    ColumnReferences(List<Column> columns) {
        this.columns = columns;
    }

    /** The place of the column that a key names; a fault and 0 if there is none or its cells are left out. */
    int one(YamlMap map, String key) {
        return place(map, key, map.text(key));
    }

    /** The places of the columns that a key lists. */
    List<Integer> several(YamlMap map, String key) {
        return map.texts(key).stream().map(name -> place(map, key, name)).toList();
    }

    int place(YamlMap map, String key, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                if (columns.get(i).presence() == Column.Presence.IGNORED) {
                    map.fault(
                            key,
                            "The column (%s) is left out of this feed.".formatted(name),
                            "Maybe its reason under ignored no longer holds: list it under columns.");
                }
                return i;
            }
        }
        if (!name.equals("?")) {
            List<String> known = columns.stream().map(Column::name).toList();
            map.fault(
                    key,
                    "The column (%s) is not listed under columns.".formatted(name),
                    Spelling.didYouMean(name, known));
        }
        return 0;
    }
}

package dev.assay.batch.reading;

import dev.assay.batch.feed.Column;
import dev.assay.batch.feed.ColumnName;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.model.config.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The columns of a feed by every name that they may have in a file. */
final class KnownColumns {

    private final FeedDefinition feed;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byFoldedName = new HashMap<>();

    KnownColumns(FeedDefinition feed) {
        this.feed = feed;
        for (int i = 0; i < feed.columns().size(); i++) {
            Column column = feed.columns().get(i);
            byName.put(column.name(), i);
            for (String name : column.names()) {
                // One that is left out may differ from another in its case alone; then it is meant only where it stands
                // letter by letter.
                byFoldedName.putIfAbsent(ColumnName.folded(name), i);
            }
        }
    }

    /** The place of the column in the feed; -1 if the feed does not know it. */
    int find(String name) {
        Integer exact = byName.get(name);
        return exact != null ? exact : byFoldedName.getOrDefault(ColumnName.folded(name), -1);
    }

    /** Whether a path leads on to a column, without being one. */
    boolean leadsToOne(String path, char separator) {
        String start = ColumnName.folded(path) + separator;
        return byFoldedName.keySet().stream().anyMatch(name -> name.startsWith(start));
    }

    /**
     * Refuses a file that lacks required columns.
     *
     * @param there whether the file has a column of the feed
     * @param unknown what else it has, for the remedy
     * @throws FileRefusedException that names all that are missing
     */
    void refuseMissing(IntPredicate there, List<String> unknown, String file) {
        List<Column> missing = new ArrayList<>();
        for (int i = 0; i < feed.columns().size(); i++) {
            Column column = feed.columns().get(i);
            if (column.presence() == Column.Presence.REQUIRED && !there.test(i)) {
                missing.add(column);
            }
        }
        if (!missing.isEmpty()) {
            String lacking = missing.stream().map(Column::name).collect(Collectors.joining(", "));
            String others = unknown.isEmpty() ? "no others" : String.join(", ", unknown);
            throw new FileRefusedException(
                    FileFault.MISSING_COLUMNS,
                    "The file (%s) lacks (%s); unknown there: %s.".formatted(file, lacking, others),
                    unknown.isEmpty()
                            ? "Maybe the file belongs to another feed than (" + feed.id() + ")."
                            : Spelling.didYouMean(missing.getFirst().name(), unknown));
        }
    }

    /** The refusal of a file in which two names mean one column. */
    static FileRefusedException doubled(String column, String one, String other, String file) {
        return new FileRefusedException(
                FileFault.DOUBLED_HEADER,
                "In (%s) both (%s) and (%s) are the column (%s).".formatted(file, one, other, column),
                "Maybe rename one of the two in the file, or take it out of the feed's aliases.");
    }
}

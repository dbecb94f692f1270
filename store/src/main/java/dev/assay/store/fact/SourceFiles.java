package dev.assay.store.fact;

import dev.assay.core.fact.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The feeds and files of the import runs, and how far they were trusted, read once before the facts: a join would repeat them on every row. A
 * fact's source is the feed of its run: what a person corrected stands under the record of another feed.
 */
final class SourceFiles {

    /** The first of the three columns feed, file and trust, where they stand beside facts. */
    static final int BESIDE_FACTS = 15;

    private final DataSource dataSource;
    private final Map<Long, Run> runs = new HashMap<>();

    private SourceFiles(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Of every run. */
    static SourceFiles read(DataSource dataSource) {
        SourceFiles files = new SourceFiles(dataSource);
        files.refresh();
        return files;
    }

    /** Of the runs of rows of facts, told beside them from {@link #BESIDE_FACTS} on; reads the rows to their end. */
    static SourceFiles beside(ResultSet rows, DataSource dataSource) throws SQLException {
        SourceFiles files = new SourceFiles(dataSource);
        do {
            String feed = rows.getString(BESIDE_FACTS);
            if (feed != null) {
                files.runs.put(
                        rows.getLong(CreditFileCursor.RUN_ID),
                        new Run(feed, rows.getString(BESIDE_FACTS + 1), rows.getInt(BESIDE_FACTS + 2)));
            }
        } while (rows.next());
        return files;
    }

    private void refresh() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT run_id, feed, file, trust FROM import_run");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                runs.put(rows.getLong(1), new Run(rows.getString(2), rows.getString(3), rows.getInt(4)));
            }
        } catch (SQLException e) {
            throw new FactReadingException(e);
        }
    }

    /** The source of a fact. A run that was published between the two statements is looked up then. */
    Source source(String feed, long run, long line) {
        Run known = runs.get(run);
        if (known == null) {
            refresh();
            known = runs.computeIfAbsent(run, missing -> new Run(feed, "run " + missing, Source.ORDINARY_TRUST));
        }
        return new Source(known.feed(), known.file(), line, known.trust());
    }

    private record Run(String feed, String file, int trust) {}
}

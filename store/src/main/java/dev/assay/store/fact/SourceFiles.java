package dev.assay.store.fact;

import dev.assay.core.fact.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The feeds and files of the import runs, and how far they were trusted, read once before the facts: a join would repeat them on every row. A
 * fact's source is the feed of its run: what a person corrected stands under the record of another feed.
 */
final class SourceFiles {

    private static final String ALL = "SELECT run_id, feed, file, trust FROM import_run";
    private static final String OF_BUSINESS = " WHERE run_id IN (SELECT run_id FROM fact WHERE business_key = ?)";

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

    /** Of the runs that a business has facts of; the others are looked up if one is asked for. */
    static SourceFiles of(DataSource dataSource, long business) {
        SourceFiles files = new SourceFiles(dataSource);
        files.refresh(ALL + OF_BUSINESS, business);
        return files;
    }

    private void refresh() {
        refresh(ALL, null);
    }

    private void refresh(String sql, @Nullable Long business) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (business != null) {
                statement.setLong(1, business);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    runs.put(rows.getLong(1), new Run(rows.getString(2), rows.getString(3), rows.getInt(4)));
                }
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

package dev.assay.store.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The file names of the import runs, read once before the facts: a join would repeat them on every row. */
final class SourceFiles {

    private final DataSource dataSource;
    private final Map<Long, String> names = new HashMap<>();

    private SourceFiles(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static SourceFiles read(DataSource dataSource) {
        SourceFiles files = new SourceFiles(dataSource);
        files.refresh();
        return files;
    }

    private void refresh() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT run_id, file FROM import_run");
                ResultSet runs = statement.executeQuery()) {
            while (runs.next()) {
                names.put(runs.getLong(1), runs.getString(2));
            }
        } catch (SQLException e) {
            throw new FactReadingException(e);
        }
    }

    /** The file of a run. A run that was published between the two statements is looked up then. */
    String get(long run) {
        String name = names.get(run);
        if (name == null) {
            refresh();
            name = names.computeIfAbsent(run, missing -> "run " + missing);
        }
        return name;
    }
}

package dev.assay.batch.matching;

import dev.assay.store.database.Database;
import dev.assay.store.register.RegisterNames;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/** The index of the store's register. */
public final class RegisterIndex {

    private RegisterIndex() {}

    /**
     * Makes an index of all businesses as they stand now.
     *
     * @param database the register
     * @param folder where a folder for its files is made
     * @param comparison takes names and addresses apart
     * @return the index, to be closed
     */
    public static NameIndex make(Database database, Path folder, Comparison comparison) {
        return NameIndex.make(folder, comparison, intake -> read(database, intake));
    }

    private static void read(Database database, NameIndex.Intake intake) {
        try {
            RegisterNames.stream(
                    database,
                    row -> intake.add(
                            new Candidate(
                                    row.key(),
                                    row.identity(),
                                    Objects.requireNonNullElse(row.name(), ""),
                                    Objects.requireNonNullElse(row.division(), ""),
                                    Objects.requireNonNullElse(row.address(), "")),
                            row.identities()));
        } catch (SQLException e) {
            throw new IllegalStateException("The register cannot be read", e);
        }
    }
}

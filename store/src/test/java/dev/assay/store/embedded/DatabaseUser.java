package dev.assay.store.embedded;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;

/** A process that opens the embedded database, says so, and closes it when its input ends. */
final class DatabaseUser {

    static final String OPEN = "the database is open";

    private DatabaseUser() {}

    public static void main(String[] args) throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(Path.of(args[0])))) {
            System.out.println();
            System.out.println(OPEN);
            System.in.transferTo(System.out);
            System.out.println("closing " + database);
        }
    }
}

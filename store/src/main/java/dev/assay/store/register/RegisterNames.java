package dev.assay.store.register;

import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import dev.assay.store.time.RecordedTime;
import dev.assay.store.time.UtcTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads every business with all its identities, except those that one feed alone named and that have no record any more, in the order of the business key, without holding
 * them in memory.
 */
public final class RegisterNames {

    private static final String ALL = """
            SELECT b.business_key, COALESCE(o.scheme, b.scheme), COALESCE(o.identity, b.identity), b.name, b.division, b.address,
              i.scheme, i.identity, COALESCE(o.business_key, b.business_key)
            FROM business b
            LEFT JOIN business_link l ON l.merged_key = b.business_key AND l.unlinked_at IS NULL
            LEFT JOIN business o ON o.business_key = l.into_key
            LEFT JOIN identity i ON i.business_key = b.business_key
            WHERE b.scheme <> 'local' OR EXISTS (SELECT 1 FROM fact f WHERE f.business_key = b.business_key AND f.superseded_at IS NULL)
            ORDER BY b.business_key, i.scheme, i.identity
            """;

    private RegisterNames() {}

    /**
     * A business by its names.
     *
     * @param key the store's key; of a merged business that of the one that goes on, as is its principal identity
     * @param identity its principal identity
     * @param name its name; null where no source named it
     * @param division the code of its division; null where not known
     * @param address its address; null where no source gave one
     * @param identities everything by which it is known, the principal identity among it
     */
    public record Row(
            long key,
            Identity identity,
            @Nullable String name,
            @Nullable String division,
            @Nullable String address,
            List<Identity> identities) {

        /** Copies the identities. */
        public Row {
            identities = List.copyOf(identities);
        }
    }

    /**
     * When the register last changed.
     *
     * @param database the database
     * @return when something was last recorded or two businesses were last merged or parted; empty where nothing ever was
     */
    public static Optional<Instant> findLastChange(Database database) {
        return RecordedTime.last(database.dsl()).map(UtcTime::instant);
    }

    /**
     * Streams the register.
     *
     * @param database the database
     * @param rows receives each business
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, Consumer<Row> rows) throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet result = statement.executeQuery()) {
                boolean more = result.next();
                while (more) {
                    long key = result.getLong(1);
                    Row first = business(result);
                    List<Identity> identities = new ArrayList<>();
                    do {
                        if (result.getString(7) != null) {
                            identities.add(new Identity(result.getString(7), result.getString(8)));
                        }
                        more = result.next();
                    } while (more && result.getLong(1) == key);
                    rows.accept(new Row(
                            first.key(),
                            first.identity(),
                            first.name(),
                            first.division(),
                            first.address(),
                            identities));
                }
            }
        }
    }

    private static Row business(ResultSet r) throws SQLException {
        Identity principal = new Identity(r.getString(2), r.getString(3));
        return new Row(r.getLong(9), principal, r.getString(4), r.getString(5), r.getString(6), List.of(principal));
    }
}

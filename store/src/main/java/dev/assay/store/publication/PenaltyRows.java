package dev.assay.store.publication;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.store.database.Database;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the penalties that stand, with the steps that seal them, business by business; what was merged comes as the one that goes on. */
final class PenaltyRows {

    private static final String STANDING = """
            SELECT COALESCE(i.business_key, b.business_key), COALESCE(i.scheme, b.scheme), COALESCE(i.identity, b.identity),
                   COALESCE(i.name, b.name), COALESCE(i.division, b.division),
                   f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on, f.recorded_at, f.feed, f.record_key, f.content
            FROM fact f
            JOIN business b ON b.business_key = f.business_key
            LEFT JOIN business_link l ON l.merged_key = b.business_key AND l.linked_at <= ? AND (l.unlinked_at IS NULL OR l.unlinked_at > ?)
            LEFT JOIN business i ON i.business_key = l.into_key
            WHERE f.kind IN ('penalty', 'penalty-step') AND f.occurred_on <= ? AND f.recorded_at <= ?
              AND (f.superseded_at IS NULL OR f.superseded_at > ?)
            ORDER BY 1, f.fact_id
            """;

    private PenaltyRows() {}

    /** The penalties of a business, and their steps. */
    static final class OfBusiness {

        private final long key;
        private final String identity;
        private final @Nullable String name;
        private final @Nullable String division;
        private final List<Fact> facts = new ArrayList<>();
        private final Map<Long, String> recordKeys = new HashMap<>();

        OfBusiness(ResultSet row) throws SQLException {
            this.key = row.getLong(1);
            this.identity = row.getString(2) + ":" + row.getString(3);
            this.name = row.getString(4);
            this.division = row.getString(5);
        }

        long key() {
            return key;
        }

        String identity() {
            return identity;
        }

        @Nullable
        String name() {
            return name;
        }

        @Nullable
        String division() {
            return division;
        }

        List<Fact> facts() {
            return facts;
        }

        String recordKey(Fact fact) {
            return Objects.requireNonNull(recordKeys.get(fact.id()));
        }

        private void add(ResultSet row) throws SQLException {
            long id = row.getLong(6);
            facts.add(new Fact(
                    id,
                    row.getString(7),
                    row.getString(8),
                    row.getObject(9, LocalDate.class),
                    row.getObject(10, LocalDate.class),
                    UtcTime.instant(row.getObject(11, LocalDateTime.class)),
                    new Source(row.getString(12), "", 0),
                    FactJson.read(row.getString(14))));
            recordKeys.put(id, row.getString(13));
        }
    }

    static void stream(Database database, LocalDate day, Instant knownAt, Consumer<OfBusiness> businesses)
            throws SQLException {
        String known = UtcTime.column(knownAt).toString();
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            statement.setString(1, known);
            statement.setString(2, known);
            statement.setObject(3, day);
            statement.setString(4, known);
            statement.setString(5, known);
            try (ResultSet row = statement.executeQuery()) {
                OfBusiness current = null;
                while (row.next()) {
                    if (current == null || current.key() != row.getLong(1)) {
                        if (current != null) {
                            businesses.accept(current);
                        }
                        current = new OfBusiness(row);
                    }
                    current.add(row);
                }
                if (current != null) {
                    businesses.accept(current);
                }
            }
        }
    }
}

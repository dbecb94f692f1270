package dev.assay.store.listing;

import dev.assay.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the entries of the serious-violation list as they are published, without holding them in memory. */
public final class ListedEntries {

    private static final String STANDING = """
            SELECT c.case_id, b.scheme, b.identity, b.name, b.division, c.rule, c.conduct_zh, c.conduct_en, c.basis, c.provisional,
                   c.listed_on, c.ends_on
            FROM listing_case c
            JOIN business b ON b.business_key = c.business_key
            WHERE c.list = 'serious-violation' AND c.state = 'LISTED' AND c.published_on <= ? AND c.ends_on >= ? AND c.visibility <> 'internal'
            ORDER BY c.case_id
            """;

    private ListedEntries() {}

    /**
     * An entry that stands.
     *
     * @param number the number of its case
     * @param identityScheme scheme of the business's identity
     * @param identity the business's identity
     * @param name its name, or null if no source names it
     * @param division its division, or null
     * @param rule id of the rule
     * @param conductZh the conduct, in Chinese
     * @param conductEn the conduct, in English
     * @param basis the legal ground
     * @param provisional whether the wording of the ground is not certain
     * @param listedOn the first day on the list
     * @param endsOn the last day on the list
     */
    public record Row(
            long number,
            String identityScheme,
            String identity,
            @Nullable String name,
            @Nullable String division,
            String rule,
            String conductZh,
            String conductEn,
            String basis,
            boolean provisional,
            LocalDate listedOn,
            LocalDate endsOn) {}

    /**
     * Streams the entries that stand on a day, by the number of their case.
     *
     * @param database the database
     * @param day the day
     * @param rows receives each entry
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, LocalDate day, Consumer<Row> rows) throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            statement.setObject(1, day);
            statement.setObject(2, day);
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    rows.accept(new Row(
                            r.getLong(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getString(7),
                            r.getString(8),
                            r.getString(9),
                            r.getBoolean(10),
                            r.getObject(11, LocalDate.class),
                            r.getObject(12, LocalDate.class)));
                }
            }
        }
    }
}

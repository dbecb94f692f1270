package dev.assay.store.listing;

import dev.assay.core.fact.Values;
import dev.assay.store.database.Database;
import dev.assay.store.fact.FactJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads the entries of lists as they are published, without holding them in memory. Internal lists are nobody's but the authority's own. */
public final class ListedEntries {

    /** The list of serious violators. */
    public static final String SERIOUS_VIOLATIONS = "serious-violation";

    private static final String ENTRIES = """
            SELECT c.case_id, c.list, c.visibility, b.scheme, b.identity, b.name, b.division, c.rule, c.conduct_zh, c.conduct_en, c.basis,
                   c.provisional, c.listed_on, c.published_on, c.ends_on,
                   EXISTS (SELECT 1 FROM request q WHERE q.case_id = c.case_id AND q.kind = 'OBJECTION' AND q.state IN ('FILED', 'ACCEPTED')),
                   (SELECT q.standing FROM request q WHERE q.case_id = c.case_id AND q.kind = 'REPLY' AND q.state = 'GRANTED'
                    ORDER BY q.request_id DESC LIMIT 1)
            FROM listing_case c
            JOIN business b ON b.business_key = c.business_key
            WHERE c.state = 'LISTED' AND c.published_on <= ? AND (c.ends_on IS NULL OR c.ends_on >= ?) AND c.visibility <> 'internal'
            """;

    private ListedEntries() {}

    /**
     * An entry that stands.
     *
     * @param number the number of its case
     * @param list id of the list
     * @param visibility {@code public} or {@code partners}
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
     * @param publishedOn the day on which it was published
     * @param endsOn the last day on the list; null for life
     * @param underObjection whether an objection is not decided
     * @param reply the business's own words by right of reply, or null
     */
    public record Row(
            long number,
            String list,
            String visibility,
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
            LocalDate publishedOn,
            @Nullable LocalDate endsOn,
            boolean underObjection,
            @Nullable String reply) {}

    /**
     * The lists that have or had entries.
     *
     * @param dsl the database
     * @return their ids, in order
     */
    public static List<String> lists(DSLContext dsl) {
        return dsl.fetch("SELECT DISTINCT list FROM listing_case ORDER BY list").getValues(0, String.class);
    }

    /**
     * Streams the entries of a list that stand on a day, by the number of their case.
     *
     * @param database the database
     * @param list id of the list
     * @param day the day
     * @param rows receives each entry
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, String list, LocalDate day, Consumer<Row> rows) throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement =
                        connection.prepareStatement(ENTRIES + " AND c.list = ? ORDER BY c.case_id")) {
            statement.setFetchSize(Integer.MIN_VALUE);
            statement.setObject(1, day);
            statement.setObject(2, day);
            statement.setString(3, list);
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
                            r.getString(10),
                            r.getString(11),
                            r.getBoolean(12),
                            r.getObject(13, LocalDate.class),
                            r.getObject(14, LocalDate.class),
                            r.getObject(15, LocalDate.class),
                            r.getBoolean(16),
                            words(r.getString(17))));
                }
            }
        }
    }

    /**
     * The entry of a case, if it stands.
     *
     * @param tx the transaction
     * @param number the number of the case
     * @param day the day
     * @return it, or empty if there is none that anybody outside may see
     */
    public static Optional<Row> find(DSLContext tx, long number, LocalDate day) {
        return tx.fetch(ENTRIES + " AND c.case_id = ?", day, day, number).stream()
                .findFirst()
                .map(ListedEntries::row);
    }

    private static Row row(Record r) {
        return new Row(
                r.get(0, Long.class),
                r.get(1, String.class),
                r.get(2, String.class),
                r.get(3, String.class),
                r.get(4, String.class),
                r.get(5, String.class),
                r.get(6, String.class),
                r.get(7, String.class),
                r.get(8, String.class),
                r.get(9, String.class),
                r.get(10, String.class),
                r.get(11, Boolean.class),
                r.get(12, LocalDate.class),
                r.get(13, LocalDate.class),
                r.get(14, LocalDate.class),
                r.get(15, Boolean.class),
                words(r.get(16, String.class)));
    }

    private static @Nullable String words(@Nullable String standing) {
        if (standing == null) {
            return null;
        }
        Values reply = FactJson.read(standing);
        return reply.findText("filing_reason").orElse(null);
    }
}

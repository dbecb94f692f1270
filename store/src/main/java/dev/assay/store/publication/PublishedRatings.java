package dev.assay.store.publication;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ItemId;
import dev.assay.store.database.Database;
import dev.assay.store.publication.SeriesDiff.Series;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ratings of a model as they are published: the newest of each subject that a credit file still names. */
public final class PublishedRatings {

    /** The kind of these items. */
    public static final String KIND = "rating";

    private static final String STANDING = """
            SELECT r.business_key, b.scheme, b.identity, r.subject_scheme, r.subject,
                   r.as_of, r.computed_grade, r.division, r.effective_from, r.grade, r.grade_set_until, r.inspections_per_year,
                   m.version, b.name, r.next_inspection_due, r.score, r.sector, r.state, r.valid_until
            FROM rating r
            JOIN business b ON b.business_key = r.business_key
            JOIN grading_model m ON m.model_key = r.model_key
            WHERE r.model = ? AND r.newest AND r.digest <> 'absent'
            ORDER BY r.business_key
            """;

    private PublishedRatings() {}

    /**
     * The series of a model.
     *
     * @param model the model's id
     * @return its series
     */
    public static Series series(String model) {
        return new Series(KIND, model);
    }

    /**
     * Streams the ratings, in the order of the businesses.
     *
     * @param database the database
     * @param model the model's id
     * @param chain the chain in which they are published
     * @param items receives each
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, String model, Chain chain, Consumer<PublishedItem> items)
            throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            statement.setString(1, model);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.accept(item(rows, model, chain));
                }
            }
        }
    }

    private static PublishedItem item(ResultSet row, String model, Chain chain) throws SQLException {
        String business = row.getString(2) + ":" + row.getString(3);
        String subject = row.getString(4) + ":" + row.getString(5);
        Values.Builder content = new Values.Builder();
        add(content, "asOf", row.getString(6));
        content.add("business", business);
        add(content, "computedGrade", row.getString(7));
        add(content, "division", row.getString(8));
        add(content, "effectiveFrom", row.getString(9));
        add(content, "grade", row.getString(10));
        add(content, "gradeSetUntil", row.getString(11));
        add(content, "inspectionsPerYear", plain(row.getBigDecimal(12)));
        content.add("model", model);
        add(content, "modelVersion", row.getString(13));
        add(content, "name", row.getString(14));
        add(content, "nextInspectionDue", row.getString(15));
        add(content, "score", plain(row.getBigDecimal(16)));
        add(content, "sector", row.getString(17));
        add(content, "state", row.getString(18));
        content.add("subject", subject);
        add(content, "validUntil", row.getString(19));
        return PublishedItem.of(
                new ItemId(KIND, model + " " + escaped(business) + " " + escaped(subject)),
                model,
                row.getLong(1),
                chain,
                content.build());
    }

    private static void add(Values.Builder content, String name, @Nullable Object value) {
        if (value != null) {
            content.add(name, value);
        }
    }

    /** The column pads with zeros; the value is the same without them. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal decimal) {
        if (decimal == null) {
            return null;
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Blanks part the three names of a key. */
    private static String escaped(String identity) {
        return identity.indexOf(' ') < 0 && identity.indexOf('%') < 0
                ? identity
                : identity.replace("%", "%25").replace(" ", "%20");
    }
}

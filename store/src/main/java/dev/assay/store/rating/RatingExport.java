package dev.assay.store.rating;

import dev.assay.store.database.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the newest rating of every subject of a model, in the order of the business key, without holding them in memory. */
public final class RatingExport {

    private static final String NEWEST = """
            SELECT b.scheme, b.identity, r.subject_scheme, r.subject, b.name, r.division, r.sector, r.model, m.version,
                   r.as_of, r.state, r.score, r.computed_grade, r.grade, r.effective_from, r.inspections_per_year,
                   r.next_inspection_due, r.valid_until
            FROM rating r
            JOIN business b ON b.business_key = r.business_key
            JOIN grading_model m ON m.model_key = r.model_key
            WHERE r.model = ? AND r.newest
            ORDER BY r.business_key, r.subject_scheme, r.subject
            """;

    private RatingExport() {}

    /**
     * A rating as partners receive it.
     *
     * @param identityScheme scheme of the business's identity
     * @param identity the business's identity
     * @param subjectScheme scheme of the subject's identity
     * @param subject the subject's identity: the business's own or a licence's
     * @param name the business's name, or null if no source names it
     * @param division division code, or null
     * @param sector the subject's sector
     * @param model the model's id
     * @param modelVersion the model's version
     * @param asOf the day of the run in which the content last changed
     * @param state the state
     * @param score the score, or null
     * @param computedGrade the grade before adjustments, or null
     * @param grade the grade, or null unless rated
     * @param effectiveFrom the day from which it holds
     * @param inspectionsPerYear routine inspections a year, or null
     * @param nextInspectionDue last day for the next one, or null
     * @param validUntil last day for which it holds if nothing new is recorded, or null
     */
    public record Row(
            String identityScheme,
            String identity,
            String subjectScheme,
            String subject,
            @Nullable String name,
            @Nullable String division,
            String sector,
            String model,
            String modelVersion,
            LocalDate asOf,
            String state,
            @Nullable BigDecimal score,
            @Nullable String computedGrade,
            @Nullable String grade,
            LocalDate effectiveFrom,
            @Nullable BigDecimal inspectionsPerYear,
            @Nullable LocalDate nextInspectionDue,
            @Nullable LocalDate validUntil) {}

    /**
     * Streams the ratings.
     *
     * @param database the database
     * @param model the model's id
     * @param rows receives each row
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, String model, Consumer<Row> rows) throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            statement.setString(1, model);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.accept(row(result));
                }
            }
        }
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                r.getString(9),
                r.getObject(10, LocalDate.class),
                r.getString(11),
                r.getBigDecimal(12),
                r.getString(13),
                r.getString(14),
                r.getObject(15, LocalDate.class),
                r.getBigDecimal(16),
                r.getObject(17, LocalDate.class),
                r.getObject(18, LocalDate.class));
    }
}

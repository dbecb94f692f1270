package dev.assay.store.fact;

import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads credit files in the order of the business keys: one statement for a whole range, each fact read once, streamed, so that memory does
 * not depend on the number of businesses.
 */
public final class CreditFileReader {

    /** The outer join keeps a business whose facts were all retracted: its rating has to follow. */
    private static final String FILES = """
            SELECT b.business_key, b.scheme, b.identity,
                   f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on, f.recorded_at, f.feed, f.run_id, f.line, f.content
            FROM business b
            LEFT JOIN fact f ON f.business_key = b.business_key
              AND f.occurred_on <= ? AND f.recorded_at <= ? AND (f.superseded_at IS NULL OR f.superseded_at > ?)
            WHERE b.recorded_at <= ? AND b.business_key BETWEEN ? AND ?
              AND NOT EXISTS (SELECT 1 FROM business_link l WHERE l.merged_key = b.business_key AND\s""" + LinkSql.STANDS + ")";

    /** What the businesses bring that are merged into those of a range; few, and sorted by these. */
    private static final String OF_MERGED = """
            SELECT l.into_key, '', '',
                   f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on, f.recorded_at, f.feed, f.run_id, f.line, f.content
            FROM business_link l
            STRAIGHT_JOIN fact f ON f.business_key = l.merged_key
              AND f.occurred_on <= ? AND f.recorded_at <= ? AND (f.superseded_at IS NULL OR f.superseded_at > ?)
            WHERE l.into_key BETWEEN ? AND ? AND\s""" + LinkSql.STANDS + """
            ORDER BY l.into_key, f.business_key, f.fact_id
            """;

    private static final String IN_ORDER = " ORDER BY b.business_key";

    /** From the gathered businesses to their rows and facts: in another order the server would read every business. */
    private static final String OF_RUN = """
            SELECT b.business_key, b.scheme, b.identity,
                   f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on, f.recorded_at, f.feed, f.run_id, f.line, f.content
            FROM file_to_rate n
            STRAIGHT_JOIN business b ON b.business_key = n.business_key
            LEFT JOIN fact f ON f.business_key = b.business_key
              AND f.occurred_on <= ? AND f.recorded_at <= ? AND (f.superseded_at IS NULL OR f.superseded_at > ?)
            WHERE n.rating_run_id = ? AND b.recorded_at <= ? AND n.business_key BETWEEN ? AND ?
              AND NOT EXISTS (SELECT 1 FROM business_link l WHERE l.merged_key = b.business_key AND\s""" + LinkSql.STANDS + """
            )
            ORDER BY n.business_key
            """;

    private static final String OF_MERGED_OF_RUN = OF_MERGED.replace(
            "FROM business_link l",
            "FROM business_link l JOIN file_to_rate n ON n.business_key = l.into_key AND n.rating_run_id = ?");

    /** A merged business's facts come as the other's, in a file of their own. */
    private static final String OF_KIND = """
            SELECT COALESCE(i.business_key, b.business_key), COALESCE(i.scheme, b.scheme), COALESCE(i.identity, b.identity),
                   f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on, f.recorded_at, f.feed, f.run_id, f.line, f.content
            FROM business b
            JOIN fact f ON f.business_key = b.business_key AND f.kind = ?
              AND f.occurred_on <= ? AND f.recorded_at <= ? AND (f.superseded_at IS NULL OR f.superseded_at > ?)
            LEFT JOIN business_link l ON l.merged_key = b.business_key AND\s""" + LinkSql.STANDS + """
            LEFT JOIN business i ON i.business_key = l.into_key
            WHERE (b.changed_at > ? OR f.occurred_on > ?)
            """;

    private static final String KEY_OF_IDENTITY = """
            SELECT business_key FROM identity WHERE scheme = ? AND identity = ?
            UNION
            SELECT business_key FROM business WHERE scheme = ? AND identity = ?
            """;

    private static final String INTO =
            "SELECT l.into_key FROM business_link l WHERE l.merged_key = ? AND " + LinkSql.STANDS;

    /** One file with all that it takes: whether others were ever merged into the business, and the sources of its facts. */
    private static final String ALONE = FILES.replace(
                    "f.content",
                    "f.content, EXISTS (SELECT 1 FROM business_link m WHERE m.into_key = b.business_key), r.feed, r.file, r.trust")
            .replace("WHERE b.recorded_at", "LEFT JOIN import_run r ON r.run_id = f.run_id\nWHERE b.recorded_at");

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private final Database database;

    /**
     * A reader.
     *
     * @param database the database
     */
    public CreditFileReader(Database database) {
        this.database = database;
    }

    /**
     * The credit files of all businesses of a range that were recorded by the cut's instant.
     *
     * @param range the range of business keys
     * @param cut where to cut
     * @return the files, one after the other; the caller closes the cursor
     * @throws FactReadingException if the database fails
     */
    public CreditFileCursor readAll(KeyRange range, Cut cut) {
        return open(FILES + IN_ORDER, parameters(range, cut), merged(range, cut), cut);
    }

    /**
     * The credit files of a range that {@link FilesToRate} gathered for a run.
     *
     * @param range the range of business keys
     * @param cut where to cut
     * @param run the run's number
     * @return the files, one after the other; the caller closes the cursor
     * @throws FactReadingException if the database fails
     */
    public CreditFileCursor readGathered(KeyRange range, Cut cut, long run) {
        String knownAt = utc(cut.knownAt());
        Asked merged = merged(range, cut);
        List<Object> ofRun = new ArrayList<>(List.of(run));
        ofRun.addAll(merged.parameters());
        return open(
                OF_RUN,
                List.of(cut.asOf(), knownAt, knownAt, run, knownAt, range.from(), range.to(), knownAt, knownAt),
                new Asked(range, OF_MERGED_OF_RUN, ofRun),
                cut);
    }

    /**
     * The facts of one kind alone, of the businesses whose files have changed since another cut, and those that have come to pass since.
     *
     * @param kind the kind
     * @param cut where to cut
     * @param last the earlier cut; null to read every business
     * @return files that hold facts of that kind only, one after the other, a merged business's apart; the caller closes the cursor
     * @throws FactReadingException if the database fails
     */
    public CreditFileCursor readKind(String kind, Cut cut, @Nullable Cut last) {
        String knownAt = utc(cut.knownAt());
        String changedAfter = utc(last == null ? Instant.EPOCH : last.knownAt());
        LocalDate passedAfter = last == null ? LocalDate.EPOCH : last.asOf();
        return open(
                OF_KIND + IN_ORDER,
                List.of(kind, cut.asOf(), knownAt, knownAt, knownAt, knownAt, changedAfter, passedAfter),
                null,
                cut);
    }

    /**
     * The credit file of one business; where it is merged into another by the cut's instant, that one's.
     *
     * @param identity an identity of the business, principal or not, or of one of its licences
     * @param cut where to cut
     * @return the file, or empty if nobody of that identity had been recorded
     * @throws FactReadingException if the database fails
     */
    public Optional<StoredCreditFile> find(Identity identity, Cut cut) {
        return findKey(identity).flatMap(own -> find(own, cut));
    }

    /**
     * The credit file of one business; where it is merged into another by the cut's instant, that one's.
     *
     * @param business the store's number of the business
     * @param cut where to cut
     * @return the file, or empty if the business had not been recorded by then
     * @throws FactReadingException if the database fails
     */
    public Optional<StoredCreditFile> find(long business, Cut cut) {
        KeyRange alone = new KeyRange(business, business);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        ALONE, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            bind(statement, parameters(alone, cut));
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next() && !rows.getBoolean(SourceFiles.BESIDE_FACTS - 1)) {
                    SourceFiles sources = SourceFiles.beside(rows, database.dataSource());
                    rows.beforeFirst();
                    CreditFileCursor file =
                            new CreditFileCursor(new FactRows(connection, rows, false), null, sources, cut);
                    return Optional.of(file.next());
                }
            }
        } catch (SQLException e) {
            throw new FactReadingException(e);
        }
        return findMerged(business, cut);
    }

    /** Where others are read with the business, or it with another. */
    private Optional<StoredCreditFile> findMerged(long business, Cut cut) {
        String knownAt = utc(cut.knownAt());
        long key = findKey(INTO, business, knownAt, knownAt).orElse(business);
        KeyRange alone = new KeyRange(key, key);
        SourceFiles sources = SourceFiles.read(database.dataSource());
        try (PooledRows rows = new PooledRows(database.dataSource());
                CreditFileCursor files =
                        open(FILES + IN_ORDER, parameters(alone, cut), merged(alone, cut), sources, cut, rows)) {
            return files.hasNext() ? Optional.of(files.next()) : Optional.empty();
        }
    }

    /**
     * The key of a business.
     *
     * @param identity an identity of the business, principal or not, or of one of its licences
     * @return the key, or empty if nobody has that identity
     * @throws FactReadingException if the database fails
     */
    public Optional<Long> findKey(Identity identity) {
        return findKey(KEY_OF_IDENTITY, identity.scheme(), identity.value(), identity.scheme(), identity.value());
    }

    private Optional<Long> findKey(String sql, Object... parameters) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(parameters));
            try (ResultSet keys = statement.executeQuery()) {
                return keys.next() ? Optional.of(keys.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new FactReadingException(e);
        }
    }

    private static List<Object> parameters(KeyRange range, Cut cut) {
        String knownAt = utc(cut.knownAt());
        return new ArrayList<>(
                List.of(cut.asOf(), knownAt, knownAt, knownAt, range.from(), range.to(), knownAt, knownAt));
    }

    /** How the rows of a statement come. */
    @FunctionalInterface
    interface Asking {
        FactRows rows(String sql, List<Object> parameters);
    }

    /** What merged businesses bring to those of a range, where there are any. */
    private record Asked(KeyRange range, String sql, List<Object> parameters) {}

    private static Asked merged(KeyRange range, Cut cut) {
        String knownAt = utc(cut.knownAt());
        return new Asked(
                range, OF_MERGED, List.of(cut.asOf(), knownAt, knownAt, range.from(), range.to(), knownAt, knownAt));
    }

    private CreditFileCursor open(String sql, List<Object> parameters, @Nullable Asked merged, Cut cut) {
        SourceFiles sources = SourceFiles.read(database.dataSource());
        // Before the rows: who waits for a connection while holding one could wait for ever.
        boolean merges = merged != null
                && findKey(LinkSql.ANY, merged.range().from(), merged.range().to())
                        .isPresent();
        return open(sql, parameters, merges ? merged : null, sources, cut, this::streamed);
    }

    private static CreditFileCursor open(
            String sql, List<Object> parameters, @Nullable Asked merged, SourceFiles sources, Cut cut, Asking asking) {
        FactRows own = asking.rows(sql, parameters);
        try {
            return new CreditFileCursor(
                    own, merged == null ? null : asking.rows(merged.sql(), merged.parameters()), sources, cut);
        } catch (SQLException | RuntimeException e) {
            own.close();
            throw e instanceof SQLException failure ? new FactReadingException(failure) : (RuntimeException) e;
        }
    }

    private FactRows streamed(String sql, List<Object> parameters) {
        Connection connection = database.streamingConnection();
        try {
            PreparedStatement statement =
                    connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            statement.setFetchSize(Integer.MIN_VALUE);
            bind(statement, parameters);
            return new FactRows(connection, statement.executeQuery(), true);
        } catch (SQLException e) {
            FactRows.abort(connection);
            throw new FactReadingException(e);
        }
    }

    static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    /** As text: the driver takes MariaDB 10 for a server without fractions of a second, and would cut them off. */
    private static String utc(Instant instant) {
        return MICROSECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}

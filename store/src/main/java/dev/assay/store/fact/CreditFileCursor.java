package dev.assay.store.fact;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.identity.Identity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Credit files one after the other, in the order of the business keys, from a result that is still streaming. For one thread. */
public final class CreditFileCursor implements Iterator<StoredCreditFile>, AutoCloseable {

    private static final int BUSINESS_KEY = 1;
    private static final int SCHEME = 2;
    private static final int IDENTITY = 3;
    private static final int FACT_ID = 4;
    private static final int KIND = 5;
    private static final int LICENCE = 6;
    private static final int OCCURRED_ON = 7;
    private static final int KNOWN_ON = 8;
    private static final int RECORDED_AT = 9;
    private static final int FEED = 10;
    private static final int RUN_ID = 11;
    private static final int LINE = 12;
    private static final int CONTENT = 13;

    private final Connection connection;
    private final ResultSet rows;
    private final SourceFiles sources;
    private final Cut cut;
    private boolean onRow;

    CreditFileCursor(Connection connection, ResultSet rows, SourceFiles sources, Cut cut) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.sources = sources;
        this.cut = cut;
        this.onRow = rows.next();
    }

    @Override
    public boolean hasNext() {
        return onRow;
    }

    /**
     * The next credit file.
     *
     * @throws FactReadingException if the database fails
     */
    @Override
    public StoredCreditFile next() {
        if (!onRow) {
            throw new NoSuchElementException("There are no more credit files.");
        }
        try {
            long key = rows.getLong(BUSINESS_KEY);
            Identity business = new Identity(rows.getString(SCHEME), rows.getString(IDENTITY));
            List<Fact> facts = new ArrayList<>();
            do {
                addFact(facts);
                onRow = rows.next();
            } while (onRow && rows.getLong(BUSINESS_KEY) == key);
            return new StoredCreditFile(key, new CreditFile(business, cut.asOf(), cut.knownAt(), facts));
        } catch (SQLException e) {
            onRow = false;
            throw new FactReadingException(e);
        }
    }

    private void addFact(List<Fact> facts) throws SQLException {
        long id = rows.getLong(FACT_ID);
        if (rows.wasNull()) {
            return;
        }
        facts.add(new Fact(
                id,
                rows.getString(KIND),
                rows.getString(LICENCE),
                rows.getObject(OCCURRED_ON, LocalDate.class),
                rows.getObject(KNOWN_ON, LocalDate.class),
                rows.getObject(RECORDED_AT, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new Source(rows.getString(FEED), sources.get(rows.getLong(RUN_ID)), rows.getLong(LINE)),
                FactJson.read(rows.getBytes(CONTENT))));
    }

    /**
     * The rest as a stream, to be closed in place of the cursor.
     *
     * @return the stream, in order and not parallel
     */
    public Stream<StoredCreditFile> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    /** Ends the reading; what was not read is not sent either. */
    @Override
    public void close() {
        onRow = false;
        abort(connection);
    }

    /** Closing a streaming result in good order would first read the rest of it. */
    static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            // The connection is closed, which is all that was wanted.
        }
    }
}

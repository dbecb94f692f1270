package dev.assay.store.fact;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.identity.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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
    static final int RUN_ID = 11;
    private static final int LINE = 12;
    private static final int CONTENT = 13;

    private final FactRows own;
    private final ResultSet rows;
    private final @Nullable FactRows merged;
    private final SourceFiles sources;
    private final Cut cut;
    private final RepeatedCells cells = new RepeatedCells();
    private byte[] lastRecorded = {};
    private Instant lastInstant = Instant.EPOCH;
    private boolean onRow;
    private boolean onMerged;

    /** A cursor over the businesses' own facts and, in the same order, those of businesses merged into them; null where there are none. */
    CreditFileCursor(FactRows own, @Nullable FactRows merged, SourceFiles sources, Cut cut) throws SQLException {
        this.own = own;
        this.rows = own.rows();
        this.merged = merged;
        this.sources = sources;
        this.cut = cut;
        this.onRow = rows.next();
        this.onMerged = merged != null && merged.rows().next();
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
                addFact(rows, facts);
                onRow = rows.next();
            } while (onRow && rows.getLong(BUSINESS_KEY) == key);
            if (merged != null) {
                addMerged(merged.rows(), key, facts);
            }
            return new StoredCreditFile(key, new CreditFile(business, cut.asOf(), cut.knownAt(), facts));
        } catch (SQLException e) {
            onRow = false;
            throw new FactReadingException(e);
        }
    }

    private void addMerged(ResultSet others, long key, List<Fact> facts) throws SQLException {
        while (onMerged && others.getLong(BUSINESS_KEY) <= key) {
            if (others.getLong(BUSINESS_KEY) == key) {
                addFact(others, facts);
            }
            onMerged = others.next();
        }
    }

    private void addFact(ResultSet rows, List<Fact> facts) throws SQLException {
        long id = rows.getLong(FACT_ID);
        if (rows.wasNull()) {
            return;
        }
        facts.add(new Fact(
                id,
                cells.text(rows.getBytes(KIND)),
                licence(rows.getBytes(LICENCE)),
                cells.day(rows.getBytes(OCCURRED_ON)),
                cells.day(rows.getBytes(KNOWN_ON)),
                recordedAt(rows),
                sources.source(cells.text(rows.getBytes(FEED)), rows.getLong(RUN_ID), rows.getLong(LINE)),
                FactJson.read(rows.getBytes(CONTENT))));
    }

    private @Nullable String licence(byte @Nullable [] cell) {
        return cell == null ? null : cells.text(cell);
    }

    /** Facts of one import follow each other, all recorded at the same instant. */
    private Instant recordedAt(ResultSet rows) throws SQLException {
        byte[] cell = rows.getBytes(RECORDED_AT);
        if (!Arrays.equals(cell, lastRecorded)) {
            lastInstant = rows.getObject(RECORDED_AT, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            lastRecorded = cell;
        }
        return lastInstant;
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
        own.close();
        if (merged != null) {
            merged.close();
        }
    }
}

package dev.assay.store.publication;

import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ItemId;
import dev.assay.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Brings what is published of a series, such as the ratings of a model, to what stands now, and writes the difference into the change log.
 * Both are read in the order of their places, side by side, and nothing but the items of one place and the next few thousand changes is held
 * in memory. Each few thousand changes are committed by themselves, so that nobody waits long; after an interruption the same call finds what
 * is still to be done.
 *
 * <p>What is published is read before what stands: so an item that a person withdraws meanwhile is at worst seen as still published, and is
 * then left alone, and never published again.
 */
public final class SeriesDiff implements AutoCloseable {

    private static final int CHANGES_AT_ONCE = 4_000;

    private static final String PUBLISHED =
            "SELECT place, item_key, chain, content_hash FROM published_item WHERE kind = ? AND series = ? ORDER BY place";

    private final Database database;
    private final Series series;
    private final Grounds grounds;
    private final Instant at;
    private final Connection connection;
    private final ResultSet published;
    private final Map<ItemId, Published> here = new HashMap<>();
    private final Set<ItemId> taken = new HashSet<>();
    private final List<Wish> wishes = new ArrayList<>();
    private long place = Long.MIN_VALUE;
    private boolean hasNext;
    private long changes;

    /**
     * What is compared as a whole.
     *
     * @param kind the kind of its items
     * @param name its name
     */
    public record Series(String kind, String name) {}

    private record Published(Chain chain, String contentHash) {}

    private SeriesDiff(
            Database database,
            Series series,
            Grounds grounds,
            Instant at,
            Connection connection,
            PreparedStatement read)
            throws SQLException {
        this.database = database;
        this.series = series;
        this.grounds = grounds;
        this.at = at;
        this.connection = connection;
        this.published = read.executeQuery();
        this.hasNext = published.next();
    }

    /**
     * Begins.
     *
     * @param database the database
     * @param series what is compared
     * @param grounds says why an item changes
     * @param at when it is published
     * @return the comparison, to be completed and closed
     * @throws SQLException if the database fails
     */
    public static SeriesDiff open(Database database, Series series, Grounds grounds, Instant at) throws SQLException {
        Connection connection = database.streamingConnection();
        try {
            PreparedStatement read = connection.prepareStatement(PUBLISHED);
            read.setFetchSize(Integer.MIN_VALUE);
            read.setString(1, series.kind());
            read.setString(2, series.name());
            return new SeriesDiff(database, series, grounds, at, connection, read);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * Takes an item that stands.
     *
     * @param item the item, of this series, and not before the place of the one that was taken last
     * @throws IllegalArgumentException if it is of another series, out of order, or there twice
     */
    public void present(PublishedItem item) {
        if (!item.id().kind().equals(series.kind()) || !item.series().equals(series.name()) || item.place() < place) {
            throw new IllegalArgumentException(
                    "The item (%s) is not of the series (%s), or not in its order.%nMaybe sort by place."
                            .formatted(item.id(), series.name()));
        }
        if (item.place() != place) {
            leavePlace();
            place = item.place();
            try {
                enterPlace();
            } catch (SQLException e) {
                throw new IllegalStateException(
                        "What is published of the series (%s) could not be read.".formatted(series.name()), e);
            }
        }
        if (!taken.add(item.id())) {
            throw new IllegalArgumentException(
                    "The item (%s) stands twice in the series (%s).%nMaybe its key does not tell it from another."
                            .formatted(item.id(), series.name()));
        }
        Published before = here.remove(item.id());
        if (before == null
                || before.chain() != item.chain()
                || !before.contentHash().equals(item.contentHash())) {
            wish(new Wish.Present(item, before == null ? null : before.contentHash()));
        }
    }

    /**
     * Ends: what is published and was not taken is withdrawn.
     *
     * @return how many changes the comparison led to
     * @throws SQLException if the database fails
     */
    public long complete() throws SQLException {
        leavePlace();
        while (hasNext) {
            withdrawNext();
        }
        write();
        return changes;
    }

    /** What is published at the place and does not stand there any more goes. */
    private void leavePlace() {
        here.forEach((id, before) -> wish(new Wish.Absent(id, place, before.contentHash())));
        here.clear();
        taken.clear();
    }

    private void enterPlace() throws SQLException {
        while (hasNext && published.getLong(1) < place) {
            withdrawNext();
        }
        while (hasNext && published.getLong(1) == place) {
            here.put(id(), new Published(Chain.get(published.getString(3)), published.getString(4)));
            hasNext = published.next();
        }
    }

    private void withdrawNext() throws SQLException {
        wish(new Wish.Absent(id(), published.getLong(1), published.getString(4)));
        hasNext = published.next();
    }

    private ItemId id() throws SQLException {
        return new ItemId(series.kind(), Objects.requireNonNull(published.getString(2)));
    }

    private void wish(Wish wish) {
        wishes.add(wish);
        if (wishes.size() == CHANGES_AT_ONCE) {
            write();
        }
    }

    private void write() {
        if (wishes.isEmpty()) {
            return;
        }
        try (Connection writing = database.loaderDataSource().getConnection()) {
            writing.setAutoCommit(false);
            DSLContext tx =
                    DSL.using(writing, database.dsl().dialect(), database.dsl().settings());
            try {
                changes += new ChainWriter(tx, new LoadedRows(database.loader()), at).write(wishes, grounds, true);
                writing.commit();
            } catch (RuntimeException failure) {
                writing.rollback();
                throw failure;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The changes of the series (%s) could not be written.%nMaybe the database is full, or gone; the same job goes on where it stopped."
                            .formatted(series.name()),
                    e);
        }
        wishes.clear();
    }

    @Override
    public void close() throws SQLException {
        // A stream that is not read to its end is cut off with its connection.
        connection.close();
    }
}

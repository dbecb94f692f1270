package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.PUBLISHED_ITEM;

import dev.assay.core.publication.Chain;
import dev.assay.store.database.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Everything that is published in a chain, as it stands at one of its changes. */
public final class PublishedSet {

    private static final String ITEMS = "SELECT kind, item_key, content FROM published_item WHERE chain = ?";

    private PublishedSet() {}

    /** Receives the items. */
    @FunctionalInterface
    public interface Receiver {

        /**
         * Takes an item.
         *
         * @param kind its kind
         * @param key its key
         * @param content its content: canonical JSON in UTF-8
         * @throws IOException if it cannot be kept
         */
        void take(String kind, String key, byte[] content) throws IOException;
    }

    /**
     * Streams all items as of one instant, whatever is published meanwhile.
     *
     * @param database the database
     * @param chain the chain
     * @param items receives each, in no order that means anything
     * @return how the chain stood at that instant
     * @throws SQLException if the database fails
     * @throws IOException if an item cannot be kept
     */
    public static ChainHead stream(Database database, Chain chain, Receiver items) throws SQLException, IOException {
        try (Connection connection = database.streamingConnection()) {
            try (Statement begin = connection.createStatement()) {
                begin.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                begin.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            }
            DSLContext tx = DSL.using(
                    connection, database.dsl().dialect(), database.dsl().settings());
            ChainHead head = ChainHeads.get(tx, chain);
            try (PreparedStatement statement = connection.prepareStatement(ITEMS)) {
                statement.setFetchSize(Integer.MIN_VALUE);
                statement.setString(1, chain.code());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        items.take(rows.getString(1), rows.getString(2), rows.getBytes(3));
                    }
                }
            }
            return head;
        }
    }

    /**
     * The series of a kind of which something is published.
     *
     * @param dsl the database
     * @param kind the kind
     * @return their names, in order
     */
    public static List<String> series(DSLContext dsl, String kind) {
        return dsl.selectDistinct(PUBLISHED_ITEM.SERIES)
                .from(PUBLISHED_ITEM)
                .where(PUBLISHED_ITEM.KIND.eq(kind))
                .orderBy(PUBLISHED_ITEM.SERIES)
                .fetch(row -> row.value1());
    }
}

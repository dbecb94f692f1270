package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.CHANGE_HEAD;

import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.SetDigest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The ends of the chains. */
final class ChainHeads {

    private ChainHeads() {}

    /** Both heads, which nobody else can move until the transaction ends. */
    static List<ChainHead> locked(DSLContext tx) {
        return tx.select()
                .from(CHANGE_HEAD)
                .orderBy(CHANGE_HEAD.CHAIN)
                .forUpdate()
                .fetch(ChainHeads::head);
    }

    /** A head as it stands. */
    static ChainHead get(DSLContext dsl, Chain chain) {
        return dsl.select()
                .from(CHANGE_HEAD)
                .where(CHANGE_HEAD.CHAIN.eq(chain.code()))
                .fetchSingle(ChainHeads::head);
    }

    private static ChainHead head(Record row) {
        byte[] digest = row.get(CHANGE_HEAD.DIGEST);
        return new ChainHead(
                Chain.get(row.get(CHANGE_HEAD.CHAIN)),
                new ChainEnd(row.get(CHANGE_HEAD.NUMBER), row.get(CHANGE_HEAD.HASH)),
                row.get(CHANGE_HEAD.ITEMS),
                digest == null ? SetDigest.EMPTY : SetDigest.of(digest));
    }
}
